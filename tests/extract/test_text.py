"""Words and sentences: where they begin and end, in any case, with any quotes, in wrapped lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.extract.text import fold, read


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param("Six men, two cars.", ["six", "men", ",", "two", "cars", "."], id="marks stand alone"),
        pytest.param("1,299 of 2.15 million", ["1,299", "of", "2.15", "million"], id="numbers with marks in them"),
        pytest.param("1,29 men", ["1", ",", "29", "men"], id="a comma that groups no thousands"),
        pytest.param("the U.S. army", ["the", "u.s.", "army"], id="letters with dots"),
        pytest.param("the army's post", ["the", "army", "'s", "post"], id="an owner"),
        pytest.param("the rebels' camp", ["the", "rebels", "'", "camp"], id="several owners"),
        pytest.param("they didn't fire", ["they", "did", "n't", "fire"], id="a negation"),
        pytest.param("al-Shabaab's 20-year-old", ["al-shabaab", "'s", "20-year-old"], id="hyphens"),
        pytest.param("Sana’a’s “old” town", ["sana'a", "'s", '"', "old", '"', "town"], id="typographic quotes"),
        pytest.param("N’Djamena", ["n'djamena"], id="an apostrophe inside a name"),
        pytest.param("KILLED – 12", ["killed", "-", "12"], id="capitals and a dash"),
        pytest.param("NAIROBI—The army", ["nairobi", "-", "the", "army"], id="a long dash without blanks"),
        pytest.param("Israel–Hamas", ["israel-hamas"], id="a short one"),
        pytest.param("São Tomé", ["sao", "tome"], id="accents"),
        pytest.param("well... no", ["well", "...", "no"], id="dots"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(raw: str, words: list[str]) -> None:
    assert read(raw).words == words


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        pytest.param("A bomb went off. Six died.", ["A bomb went off.", "Six died."], id="two"),
        pytest.param("Gen. Ali and Dr. Khan met.", ["Gen. Ali and Dr. Khan met."], id="titles"),
        pytest.param("Sts. Ann and Joachim was hit.", ["Sts. Ann and Joachim was hit."], id="two saints"),
        pytest.param("J. K. Okello spoke.", ["J. K. Okello spoke."], id="initials"),
        pytest.param("It cost 2.15 million.", ["It cost 2.15 million."], id="a number"),
        pytest.param('"We fled." He wept.', ['"We fled."', "He wept."], id="a closing quote ends with its sentence"),
        pytest.param('"Who fired?" he asked.', ['"Who fired?" he asked.'], id="a question inside a sentence"),
        pytest.param("“They fled!” she said. It rained.", ["“They fled!” she said.", "It rained."], id="curly quotes"),
        pytest.param("Rebels attack town\n\nSix died.", ["Rebels attack town", "Six died."], id="a headline"),
        pytest.param("One line\nanother line", ["One line", "another line"], id="lines that are paragraphs"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n ", [], id="white space"),
    ],
)
def test_sentences(raw: str, sentences: list[str]) -> None:
    assert [raw[s.start : s.end] for s in read(raw).sentences] == sentences


def test_lines_of_a_wire_are_joined_to_sentences() -> None:
    raw = (
        "THE REBELS OF THE NATIONAL FRONT ATTACKED THE GARRISON OF THE\n"
        "SECOND BRIGADE LAST NIGHT AND KILLED SIX SOLDIERS WHO HAD BEEN\n"
        "SENT THERE FROM THE CAPITAL. THE ARMY SAID THAT IT HAD DRIVEN\n"
        "THEM BACK AFTER A BATTLE OF THREE HOURS NEAR THE AIRFIELD."
    )
    assert len(read(raw).sentences) == 2


def test_short_last_lines_and_one_joined_by_a_cut_are_lines_of_a_wire_too() -> None:
    long = "THE REBELS OF THE NATIONAL FRONT ATTACKED THE GARRISON OF THE"
    wire = [f"{long}\n{long}\n{long}\nSECOND BRIGADE."] * 4
    joined = wire[0].replace("\n", " ", 1)
    assert len(read("\n\n".join([*wire, joined])).sentences) == 5


def test_short_lines_of_a_wrapped_page_go_on_where_the_next_begins_small() -> None:
    raw = (
        "Report on the raid\n\nNine farmers were found dead along a track near the village of\nKwatas on Sunday, "
        "a day after they were taken away by\na\ngroup of armed men who had come from across the\nriver, police said."
    )
    assert [raw[s.start : s.end].split()[0] for s in read(raw).sentences] == ["Report", "Nine"]


def test_a_short_line_that_opens_a_wrapped_paragraph_is_a_heading() -> None:
    raw = (
        "What is known of the raid\nsix farmers of the village of Kwatas were taken away by men\n"
        "who had come from across the river before dawn, and whom\nnobody there had seen before, the police said."
    )
    assert len(read(raw).sentences) == 2


def test_a_sentence_knows_its_paragraph_and_its_words() -> None:
    text = read("Rebels attack.\n\nSix died. Two fled.")
    assert [(s.number, s.paragraph, text.words[s.first : s.last]) for s in text.sentences] == [
        (0, 0, ["rebels", "attack", "."]),
        (1, 1, ["six", "died", "."]),
        (2, 1, ["two", "fled", "."]),
    ]


@given(st.text(max_size=300))
def test_words_stand_where_they_say(raw: str) -> None:
    text = read(raw)
    assert [text.folded[start:end] for start, end in zip(text.starts, text.ends, strict=True)] == text.words
    assert all(first <= second for first, second in zip(text.ends, text.starts[1:], strict=False))


@given(st.text(max_size=300))
def test_every_word_is_in_one_sentence(raw: str) -> None:
    text = read(raw)
    covered = [index for s in text.sentences for index in range(s.first, s.last)]
    assert covered == list(range(len(text.words)))


@given(st.text(max_size=300))
def test_folding_keeps_every_character_in_its_place(raw: str) -> None:
    assert len(fold(raw)) == len(raw)
