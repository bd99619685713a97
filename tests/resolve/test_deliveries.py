"""Which delivery speaks for a document, what becomes of the others, and which text replaces which."""

from dataclasses import replace

from sitrep.resolve import History, ResolveOptions, resolve
from tests.resolve.builders import Report, Said, frames, run

SAID = (Said("bombing", "2024-01-30", "sibi"),)


def outcomes(done):
    return dict(zip(done.frames["delivery"]["delivery_id"], done.frames["delivery"]["outcome"], strict=True))


def test_of_two_deliveries_the_one_that_knows_the_date_is_published(types):
    bare = Report("one", None, SAID, source="a")
    dated = Report("one", "2024-01-31", SAID, source="b")
    for order in ((bare, dated), (dated, bare)):
        done = run(*order, types=types)
        assert outcomes(done) == {bare.delivery_id: "duplicate", dated.delivery_id: "published"}
        assert str(done.frames["document"]["published_on"][0]) == "2024-01-31"
        assert len(done.frames["mention"]) == 1


def test_a_delivery_of_which_no_document_came_is_quarantined(types):
    report = Report("one", "2024-01-31", SAID)
    staged = frames(report, Report("two", None, ()))
    staged = replace(staged, document=staged.document[:1])
    done = resolve(staged, History(), ResolveOptions(), types)
    assert sorted(outcomes(done).values()) == ["published", "quarantined"]


def test_a_later_text_of_one_address_supersedes_and_its_toll_alone_counts(types):
    def toll(n):
        from tests.resolve.builders import killed

        return (Said("bombing", "2024-01-30", "sibi", tolls=(killed(n),)),)

    early = Report("early", "2024-01-30", toll(12), url="https://x.example/a?utm_source=z")
    late = Report("late", "2024-01-31", toll(9), url="http://www.x.example/a/")
    done = run(early, late, types=types)
    documents = done.frames["document"].set_index("document_id")
    assert documents.loc[late.document_id, "supersedes"] == early.document_id
    (row,) = done.frames["incident"].to_dict("records")
    assert (row["killed_low"], row["killed_best"], row["killed_high"], row["toll_disputed"]) == (9, 9, 9, False)


def test_copies_are_one_origin(types):
    text = " ".join(f"word{n}" for n in range(200))
    one = Report("one", "2024-01-30", SAID, text=text, signature=tuple(range(12)))
    two = Report("two", "2024-01-31", SAID, text=text + " end", signature=tuple(range(12)))
    done = run(two, one, types=types)
    documents = done.frames["document"].set_index("document_id")
    assert documents.loc[two.document_id, "near_duplicate_of"] == one.document_id
    assert documents.loc[two.document_id, "similarity"] > 0.9
    assert set(documents["syndication_id"]) == {one.document_id}
    (row,) = done.frames["incident"].to_dict("records")
    assert (row["document_count"], row["origin_count"], row["publisher_count"]) == (2, 1, 2)
