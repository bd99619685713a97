"""Names by which reports of one happening are known."""

import pytest

from sitrep.resolve import names

TEXT = (
    "OLD TOWN MARKET BOMB KILLS 14\n"
    "Police in Velloria said on Monday that 14 people had died. Sergeant Amadou Traore of the Red Cross said that 300 "
    "were treated in 2019 at Kessou. The mayor of Kessou's old town, Ibra Sow, was among them."
)


def test_a_text_is_known_by_people_villages_and_counts() -> None:
    assert names.in_text(TEXT, {"velloria"}) == {"amadou", "traore", "cross", "14", "kessou", "ibra"}


@pytest.mark.parametrize("common", ["Police", "Monday", "Sergeant", "300", "2019", "MARKET"])
def test_what_any_report_may_say_tells_nothing(common: str) -> None:
    assert common.casefold() not in names.in_text(TEXT, ())


def test_words_of_names_are_listed_as_texts_have_them() -> None:
    assert names.words(["Front for Kessou's Freedom", None]) == {"front", "for", "kessou", "freedom"}
