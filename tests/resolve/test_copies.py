"""Copies of one text: which document repeats which, in which words, whatever the order in which they came."""

from __future__ import annotations

import random

import pytest

from sitrep.clean.signature import signature
from sitrep.resolve import History, advance, resolve, tables
from sitrep.resolve.copies import alike_texts, band_keys, candidates, clusters_of
from sitrep.resolve.passages import shared_passages
from tests.resolve.builders import Report, frames, run
from tests.resolve.published import Published
from tests.resolve.test_advance import options

NAMES = "Karwat Dolna Hamrin Selburg Ostia Lumera Tarnia Orsk Marwan Berat Renn Maldo Dastan Orsic Vestrana".split()


def story(seed: int, sentences: int = 12) -> list[str]:
    """Sentences of a report that no other report has."""
    dice = random.Random(seed)
    return [
        f"The mayor of {dice.choice(NAMES)} said that {dice.randint(2, 9000)} men from {dice.choice(NAMES)} had "
        f"crossed the river near {dice.choice(NAMES)} with {dice.randint(2, 9000)} horses."
        for _ in range(sentences)
    ]


def report(name: str, published: str | None, sentences: list[str]) -> Report:
    text = "\n\n".join(sentences)
    return Report(name, published, (), text=text, signature=signature(text))


def documents(done, *columns):
    return {
        row["document_id"]: tuple(row[c] for c in columns)
        for row in tables.rows(done.frames["document"], tables.DOCUMENT)
    }


AGENCY = story(1)
ORIGINAL = report("agency", "2024-01-18", AGENCY)


def test_a_shortened_copy_repeats_the_earlier_text(types):
    shorter = report("paper", "2024-01-19", ["Another headline for the same", *AGENCY[:8]])
    done = run(shorter, ORIGINAL, types=types)
    assert documents(done, "near_duplicate_of", "syndication_id") == {
        ORIGINAL.document_id: (None, ORIGINAL.document_id),
        shorter.document_id: (ORIGINAL.document_id, ORIGINAL.document_id),
    }


def test_a_text_that_adds_much_is_no_near_duplicate_but_of_one_origin(types):
    longer = report("paper", "2024-01-19", [*AGENCY, *story(2, 9)])
    done = run(longer, ORIGINAL, types=types)
    assert documents(done, "near_duplicate_of", "syndication_id")[longer.document_id] == (None, ORIGINAL.document_id)
    row = min(tables.rows(done.frames["shared_passage"], tables.SHARED_PASSAGE), key=lambda row: row["char_start"])
    assert (row["document_id"], row["other_document_id"]) == (longer.document_id, ORIGINAL.document_id)
    assert longer.text[row["char_start"] : row["char_end"]] == ORIGINAL.text.rstrip(".")


def test_other_reports_are_no_copies(types):
    done = run(ORIGINAL, report("other", "2024-01-18", story(3)), types=types)
    assert {kin for kin, _ in documents(done, "near_duplicate_of", "similarity").values()} == {None}
    assert done.frames["shared_passage"].empty


def edited(number: int) -> Report:
    """A paper's edit of one agency text: a sentence gone, one of its own."""
    dice = random.Random(number)
    kept = list(AGENCY)
    del kept[dice.randrange(len(kept))]
    kept.insert(dice.randrange(len(kept)), story(1000 + number, 1)[0])
    return report(f"paper {number}", f"2024-01-{19 + number % 9}", kept)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_family_is_the_same_however_it_arrives(types, seed):
    family = [ORIGINAL, *(edited(number) for number in range(150))]
    whole = run(*family, types=types)
    assert set(documents(whole, "syndication_id").values()) == {(ORIGINAL.document_id,)}
    arriving = list(family)
    random.Random(seed).shuffle(arriving)
    published = Published()
    for seq, start in enumerate(range(0, len(arriving), 40), start=1):
        batch = frames(*arriving[start : start + 40])
        if seq == 1:
            published.build(resolve(batch, History(), options(seq), types))
        else:
            published.amend(advance(batch, published.memory, options(seq), types))
    columns = ("document_id", "near_duplicate_of", "similarity", "syndication_id")
    expected = sorted(tuple(row[c] for c in columns) for row in tables.rows(whole.frames["document"], tables.DOCUMENT))
    assert sorted(tuple(row[c] for c in columns) for row in published.table("document")) == expected
    passages = sorted(tables.rows(whole.frames["shared_passage"], tables.SHARED_PASSAGE), key=repr)
    assert published.table("shared_passage") == passages


def test_a_paragraph_that_many_texts_share_makes_no_copies_of_them():
    background = " ".join(story(4, 4))
    texts = {f"{n:03}": "\n".join([*story(100 + n), background]) for n in range(300)}
    texts["copy"] = texts["007"] + "\nShare this"
    signatures = {name: signature(text) for name, text in texts.items()}
    bands = [(band, name) for name, one in signatures.items() for band in band_keys(one)]
    found = alike_texts(candidates(bands, signatures, texts, 0.4), texts, 0.4)
    assert list(found) == [("007", "copy")]
    assert ["007", "copy"] in clusters_of(found, texts)


def test_passages_are_the_words_that_two_texts_share():
    one = "Gunmen attacked a post near Orsk at dawn. Nobody was hurt. The army said that it had killed five of them."
    other = "In the north the army said that it had killed five of all. GUNMEN ATTACKED A POST NEAR ORSK on Tuesday."
    found = shared_passages(one, other)
    assert [one[p.char_start : p.char_end] for p in found] == [
        "Gunmen attacked a post near Orsk",
        "The army said that it had killed five of",
    ]
    assert [other[p.other_start : p.other_end] for p in found] == [
        "GUNMEN ATTACKED A POST NEAR ORSK",
        "the army said that it had killed five of",
    ]


@pytest.mark.parametrize(("one", "other"), [("", "a b c d e"), ("a b c d", "a b c d"), ("!!!", "???")])
def test_texts_without_five_words_in_common_share_nothing(one: str, other: str) -> None:
    assert shared_passages(one, other) == ()
