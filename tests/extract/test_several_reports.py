"""What reports of one incident, read side by side, showed: days, tolls and doers that they tell in differing words.

What belongs here: short texts for each way of telling. What does not: joining reports (tests/resolve).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of


def test_a_weekday_that_is_a_slip_makes_no_old_news(ontology: Ontology) -> None:
    (mention,) = mentions_of("A bomb killed six people in Gao on Wednesday, 9 May.", ontology)
    assert str(mention.occurrence.date_from) == "2024-05-09"


@pytest.mark.parametrize(
    ("told", "number"),
    [
        pytest.param("Three soldiers died when rebels struck a base in Mopti a day earlier.", 2, id="others"),
        pytest.param("Officials said the raid that killed 71 a day earlier was planned.", 1, id="the same"),
    ],
)
def test_another_number_on_a_counted_day_is_another_event(told: str, number: int, ontology: Ontology) -> None:
    mentions = mentions_of(f"Rebels raided a camp and killed 71 soldiers in western Niger. {told}", ontology)
    assert len({m.happening for m in mentions if m.casualties}) == number


@pytest.mark.parametrize(
    ("told", "of_the_news"),
    [
        pytest.param("It denies some, such as the 2009 suicide bombing of a school.", True, id="an example"),
        pytest.param("In 2009, a suicide bombing hit a school.", False, id="told for its own sake"),
    ],
)
def test_what_is_an_example_is_not_told_on(told: str, of_the_news: bool, ontology: Ontology) -> None:
    news = "Ninety people died when a vehicle exploded at a checkpoint in Gao on Monday."
    mentions = mentions_of(f"{news} {told} Two engineers died in the explosion.", ontology)
    last = next(m for m in mentions if any(c.quote == "Two engineers" for c in m.casualties))
    assert (mentions[0].happening == last.happening) is of_the_news
