"""Reading mail: the subject, and the text of the body.

What belongs here: choosing between a message's alternatives, and decoding them. What does not: attachments (sources).
"""

from __future__ import annotations

from email.message import EmailMessage

from sitrep.clean.decoding import decode, uniform
from sitrep.clean.html import fragment
from sitrep.clean.reading import Reading
from sitrep.records import Delivery
from sitrep.sources.mail import parse


def read_mail(delivery: Delivery) -> Reading:
    """The subject, a blank line, and the body: its plain text, else the text of its HTML."""
    message = parse(delivery.payload)
    if message is None:
        return Reading("", problem="not a mail message")
    subject = delivery.sidecar.get("title")
    text, encoding = _body(message)
    whole = f"{subject}\n\n{text}" if subject and not text.lstrip().startswith(subject) else text
    return Reading(uniform(whole), encoding)


def _body(message: EmailMessage) -> tuple[str, str | None]:
    for preference in ("plain", "html"):
        try:
            part = message.get_body((preference,))
        except (AttributeError, KeyError, ValueError, IndexError):
            part = None
        payload = part.get_payload(decode=True) if part is not None else None
        if isinstance(payload, bytes) and payload.strip():
            assert part is not None
            decoded = decode(payload, part.get_content_charset())
            text = fragment(decoded.text, None) if preference == "html" else decoded.text
            if text.strip():
                return text, decoded.encoding
    return "", None
