"""Mail: a message as a delivery of its own, its attachments as further ones.

What belongs here: the headers that are metadata, attachments, mail boxes. What does not: the text of a message
(sitrep.clean.mail).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from sitrep.records import Delivery
from sitrep.sources.kinds import media_type_of

FROM_LINE = re.compile(rb"(?:\A|\n\r?\n)From [^\n]+\n")
#: Attachments that hold text; pictures and the like are no documents.
READ = frozenset(
    {"text/plain", "text/html", "application/pdf", "application/json", "application/zip", "application/gzip"}
)


def split_mail(whole: Delivery) -> Iterator[Delivery]:
    """The message with its headers as metadata, then each attachment that can be read."""
    message = parse(whole.payload)
    if message is None or not message.keys():
        yield replace(whole, problem="not a mail message")
        return
    yield replace(whole, sidecar={**_headers(message), **whole.sidecar})
    for number, part in enumerate(_attachments(message), start=1):
        name = str(part.get_filename() or number)
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and (kind := media_type_of(name, payload)) in READ:
            yield Delivery(
                whole.source_name, f"{whole.raw_path}!{name}", payload, kind, {**_headers(message), **whole.sidecar}
            )


def split_mailbox(whole: Delivery) -> Iterator[Delivery]:
    """The messages of a mail box, numbered."""
    marks = list(FROM_LINE.finditer(whole.payload))
    ends = [mark.start() for mark in marks[1:]] + [len(whole.payload)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=True), start=1):
        payload = whole.payload[mark.end() : end]
        yield from split_mail(
            replace(whole, raw_path=f"{whole.raw_path}#{number}", payload=payload, media_type="message/rfc822")
        )
    if not marks:
        yield replace(whole, problem="no message in the mail box")


def parse(payload: bytes) -> EmailMessage | None:
    """The message in some bytes."""
    try:
        return BytesParser(policy=policy.default).parsebytes(payload)
    except (MessageError, ValueError, LookupError, IndexError, TypeError):
        return None


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    try:
        yield from (part for part in message.iter_attachments() if isinstance(part, EmailMessage))
    except (MessageError, AttributeError, KeyError, ValueError):
        return


def _headers(message: EmailMessage) -> dict[str, str]:
    """Subject, date and sender, where they can be read."""
    found = {"title": _header(message, "subject"), "published": _date(message)}
    name, address = parseaddr(_header(message, "from") or "")
    found["publisher"] = name or address.rpartition("@")[2]
    return {key: value for key, value in found.items() if value}


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return None
    return re.sub(r"\s+", " ", str(value)).strip() if value else None


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date") or "").isoformat()
    except (ValueError, TypeError, IndexError):
        return None
