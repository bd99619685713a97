"""Reading PDF: the text layer, page by page.

What belongs here: getting the text out, and joining words that a line's end broke. What does not: reading pictures of
text; a scan has no text layer and is set aside with that reason.
"""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sitrep.clean.decoding import uniform
from sitrep.clean.reading import Reading
from sitrep.records import Delivery

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

#: A news document has some pages; a book takes minutes to read and is none.
MAX_PAGES = 200
#: With fewer letters a page has no text worth the name.
FEWEST_LETTERS = 20
SPACES = re.compile(r"[ \t]+\n")
HAS_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(delivery: Delivery) -> Reading:
    """All the text of a document, a blank line between pages."""
    try:
        reader = PdfReader(io.BytesIO(delivery.payload))
        if reader.is_encrypted and not reader.decrypt(""):
            return Reading("", problem="encrypted: a PDF that needs a password")
        pages = [page.extract_text() for page in reader.pages[:MAX_PAGES]]
    except RecursionError:
        return Reading("", problem="broken PDF: nested too deep")
    except Exception as error:  # pypdf on broken input raises whatever its parsing trips over
        kind = (
            "broken PDF" if isinstance(error, (PyPdfError, ValueError, KeyError, TypeError)) else type(error).__name__
        )
        return Reading("", problem=f"{kind}: {str(error)[:100]}")
    text = uniform("\n\n".join(SPACES.sub("\n", page).strip() for page in pages))
    if len(HAS_LETTER.findall(text[:2000])) < FEWEST_LETTERS:
        return Reading(text, problem=f"no text layer: {len(pages)} pages of pictures")
    return Reading(text, "utf-8")
