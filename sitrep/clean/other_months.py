"""Dates in other languages: sites in Spanish, French, Indonesian, Dutch and others date English texts in their own.

What belongs here: full dates with a month's name that English has not. What does not: English dates (sitrep.timex).
"""

from __future__ import annotations

import re

from sitrep.timex import TimeExpression

OTHER_MONTHS = (
    "enero|janeiro|janvier|januari|januar|gennaio|ocak", "febrero|fevereiro|février|februari|februar|febbraio|şubat",
    "marzo|março|mars|märz|maret|maart", "abril|avril|aprile|nisan", "mayo|maio|mai|maggio|mei|mayıs",
    "junio|junho|juin|juni|giugno|haziran", "julio|julho|juillet|juli|luglio|julai|temmuz",
    "agosto|août|agustus|augustus|ogos|ağustos", "septiembre|setiembre|setembro|septembre|settembre|eylül",
    "octubre|outubro|octobre|oktober|ottobre|ekim", "noviembre|novembro|novembre|nopember|kasım",
    "diciembre|dezembro|décembre|dezember|dicembre|desember|disember|aralık",
)  # fmt: skip
#: The day, the month, the year, each with the small words that go with it.
DATE = rf"\b([0-3]?[0-9])\.?(?:º|er)? (?:de |di )?({'|'.join(OTHER_MONTHS)}),? (?:de |del )?((?:19|20)[0-9]{{2}})\b"
BESIDE_TEXT = re.compile(rf"(?:\ble )?{DATE}", re.IGNORECASE)
#: A line that holds nothing else but its label ("Mis à jour le"), a weekday and a clock.
ALONE = re.compile(
    rf"(?:[^\W\d_]+(?:-feira)?\.?[,:]? ){{0,4}}{DATE}(?:,? (?:a las |à |às |um )?[0-2]?[0-9][:h.][0-5][0-9].{{0,6}})?",
    re.IGNORECASE,
)


def in_other_language(text: str, *, alone: bool = False) -> TimeExpression | None:
    """The first full date in another language, or the one that is all that it says."""
    found = ALONE.fullmatch(text) if alone else BESIDE_TEXT.search(text)
    if found is None:
        return None
    month = 1 + next(number for number, names in enumerate(OTHER_MONTHS) if found[2].lower() in names.split("|"))
    start = found.start(1) if alone else found.start()
    return TimeExpression(start, found.end(3), found[0], "date", year=int(found[3]), month=month, day=int(found[1]))
