"""What is furniture by its neighbours, and what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.clean import clean, load_rules
from sitrep.records import CleanDocument, Delivery

RULES = load_rules()
TITLE = "Two die in Karwat raid"
ONE = "Gunmen attacked a convoy near Karwat on Tuesday, killing two soldiers and wounding five others, officials said."
TWO = "No group has said that it was behind the attack, the third on that road since the beginning of the winter."
THREE = "The governor called it an act of cowards and promised that those who did it would be found and put on trial."


def cleaned(text: str) -> CleanDocument:
    (document,) = clean(Delivery("s", "a.txt", text.encode(), "text/plain"), "d", dt.date(2026, 11, 20), RULES)
    return document


def cut(text: str) -> list[tuple[str, str]]:
    """What was cut of a text, white space aside, and by which rule."""
    return [(c.rule_id, " ".join(c.text.split())) for c in cleaned(text).cuts if c.text.strip()]


SEEN = (
    "Minister Rina Roe (left) and other guests during a press conference on Sunday after the raid that left two dead."
)
CUT = [
    ("a title shown twice", f"{TITLE} today\n{ONE}\n{TITLE} today\n{TWO}", [("line.repeat", f"{TITLE} today")]),
    ("a list below a heading", f"{ONE}\n\nAlso Read\nFerry aground off Port Amal\nWhat does the truce say?\n\n{TWO}",
     [("links.heading", "Also Read"), ("links.listed", "Ferry aground off Port Amal What does the truce say?")]),
    ("a heading whose list ends the text", f"{ONE}\n\n{TWO}\n\nRelated Stories\n\nNo stories found.",
     [("links.heading", "Related Stories"), ("links.none_found", "No stories found.")]),
    ("another story's title between paragraphs", f"{ONE}\n\nFear and bread in Selburg: a year of siege\n\n{TWO}",
     [("links.orphan", "Fear and bread in Selburg: a year of siege")]),
    ("a title that says none of what follows", f"{ONE}\n\nMinister leaves hospital after long illness\n\n{TWO}",
     [("links.orphan", "Minister leaves hospital after long illness")]),
    ("two such titles", f"{ONE}\n\nMinister leaves hospital after illness\nFloods drown harvest of northern farmers"
     f"\n\n{TWO}",
     [("links.orphan", "Minister leaves hospital after illness Floods drown harvest of northern farmers")]),
    ("a short title behind the text", f"{ONE}\n\n{TWO}\n\nMinister leaves hospital after illness",
     [("links.below", "Minister leaves hospital after illness")]),
    ("a row between dashes", f"{TITLE}\nValley desk - 28 July 2025 - Print this page\n{ONE}\n{TWO}",
     [("page.bar", "Valley desk - 28 July 2025 - Print this page")]),
    ("titles below the text", f"{ONE}\n\n{TWO}\n\nHockey Team Leaves For Tour -\nNew Phone Folds Three Times -\n"
     "Singer Cancels Concerts In Spring -",
     [("links.below", "Hockey Team Leaves For Tour -"),
      ("page.foot_label", "New Phone Folds Three Times - Singer Cancels Concerts In Spring -")]),
    ("tags", f"{ONE}\n\n{TWO}\n\nTarnia, armed groups, Karwat", [("page.tags", "Tarnia, armed groups, Karwat")]),
    ("the name of the site", f"Two die in Karwat raid\nR. Roe / Valley Post\n{ONE}\n\n{TWO}\nValley Post",
     [("stamp.byline", "R. Roe / Valley Post"), ("page.site_name", "Valley Post")]),
    ("a menu between bars", f"{ONE}\n\n{TWO}\n\nSea | Wood | River", [("page.bar", "Sea | Wood | River")]),
    ("a breadcrumb with the title", f"Region / {TITLE} again\n{TITLE} again\n{ONE}\n{TWO}",
     [("page.bar", f"Region / {TITLE} again")]),
    ("a page that speaks to its reader", f"{ONE}\n\nYou are reading this because our readers pay for it.\n\n{TWO}",
     [("social.support", "You are reading this because our readers pay for it.")]),
    ("an order about the page", f"{ONE}\n\nExplore our podcast about this story\n\n{TWO}",
     [("page.order", "Explore our podcast about this story")]),
    ("an agency's tag behind the last paragraph", f"{ONE}\n\n{TWO} —AFP", [("origin.agency_tag", "—AFP")]),
    ("a caption before its text", f"Soldiers search a field near Karwat. (AP Photo/R. Roe)\n\n{ONE}\n\n{TWO}",
     [("caption.credit", "Soldiers search a field near Karwat. (AP Photo/R. Roe)")]),
    ("a menu's word stuck to the title", f"HomeHome{TITLE} today\n\n{TITLE} today\n\n{ONE}\n\n{TWO}",
     [("page.breadcrumb", f"HomeHome{TITLE} today")]),
    ("how long ago a page came out", f"Published\n5 years agoon\nBy\nValleynews\n{ONE}\n{TWO}",
     [("page.label", "Published 5 years agoon"), ("page.head_label", "By Valleynews")]),
    ("a call before the headline", f"#BreakingNews Two die in a raid on Karwat\n{ONE}\n{TWO}",
     [("origin.hashtag_call", "#BreakingNews")]),
    ("a title shown twice, once with a wider gap", f"Two die  in Karwat raid\n{TITLE}\n\n{ONE}\n{TWO}",
     [("line.repeat", TITLE)]),
    ("an agency before the name of who took the picture",
     f"Police stand at the gate of Karwat prison, 8 January 2024. EFE/ Rina Roe\n\n{TITLE}\n\n{ONE}\n\n{TWO}",
     [("caption.credit", "Police stand at the gate of Karwat prison, 8 January 2024. EFE/ Rina Roe")]),
    ("a menu whose words stick together", f"× HomeAbout usAdvertisementContact us\n{TITLE}\n\n{ONE}\n\n{TWO}",
     [("page.menu", "× HomeAbout usAdvertisementContact us")]),
    ("who owns a picture", f"{TITLE}\n\nSoldiers on the San Elio road, March 20, 2021. (Valley Forces)\n\n{ONE}"
     f"\n\n{TWO}", [("caption.owner", "Soldiers on the San Elio road, March 20, 2021. (Valley Forces)")]),
    ("what is seen above a credit, and a picture's name above it",
     f"{TITLE}\n\nValley leaders\n\n{SEEN}\n\nPhoto credit: R. Roe | Valley Group\n\n{ONE}\n\n{TWO}",
     [("caption.credited", f"Valley leaders {SEEN}"), ("caption.marker", "Photo credit: R. Roe | Valley Group")]),
    ("the title's words in place of a picture", f"{TITLE}\n\nKarwat raid\n\n{ONE}\n\n{TWO}",
     [("caption.alt", "Karwat raid")]),
    ("two writers beside furniture", f"{TITLE}\n\nRina Roe and John Doe\n\n190125-V-800.jpg Police in Karwat, January"
     f" 2019.\n\n{ONE}\n\n{TWO}", [("page.head_label", "Rina Roe and John Doe"),
                                  ("caption.file_name", "190125-V-800.jpg Police in Karwat, January 2019.")]),
    ("a shortened title above the title", f"Two die in raid on Kar...\n\nTwo die in raid on Karwat\n\n{ONE}\n\n{TWO}",
     [("line.repeat", "Two die in raid on Kar...")]),
    ("a section stuck to the title", f"Home Region Two die in Karwat raid\n\nTwo die in Karwat raid\n\n{ONE}\n\n{TWO}",
     [("page.breadcrumb", "Home Region Two die in Karwat raid")]),
    ("an outlet with its town", f"10 April 2019\n\nCoast Media Network (Karwat)\n\n{TITLE}\n\n{ONE}\n\n{TWO}",
     [("stamp.date", "10 April 2019"), ("page.site_name", "Coast Media Network (Karwat)")]),
    ("a choice of languages", f"English हिन्दी Hindi বাংলা Bengali اردو Urdu\n{TITLE}\n\n{ONE}\n\n{TWO}",
     [("page.language_choice", "English हिन्दी Hindi বাংলা Bengali اردو Urdu")]),
    ("what a reader gets for money", f"{ONE}\n\n{TWO}\n\nGet full access for $3.\n• Weekly letters\n• Crossword, quiz",
     [("social.paywall", "Get full access for $3."), ("social.offer", "• Weekly letters • Crossword, quiz")]),
    ("another script", f"{ONE}\n\n{TWO}\n\nகருத்துகள் இல்லை", [("page.other_script", "கருத்துகள் இல்லை")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CUT], ids=[c[0] for c in CUT])
def test_furniture(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


KEPT = [
    ("subheads", f"{ONE}\n\nWorkers sit in at press club\n\n{TWO} The workers of the press club sat in.\n\n{THREE}"),
    ("a heading of what follows", f"{ONE}\n\nNo group admits to the attack on convoys\n\n{TWO}"),
    ("names of the dead", f"{ONE}\n\nThe dead men are:\nSergeant Ruben Almarez of Karwat\n"
     f"Private Tobias Heller of San Elio\n\n{TWO}"),
    ("bullets of a summary", f"{TITLE}\n\n• Governor promises trial\n• Road closed\n\n{ONE}\n\n{TWO}"),
    ("a dateline on its own line", f"Two die in Karwat raid on farm\n\nKARWAT\n\n{ONE}\n\n{TWO}"),
    ("a last paragraph broken off", f"{ONE}\n\n{TWO}\n\nThe governor of the province, who came to the town on"),
    ("a quotation that speaks to someone", f'{ONE}\n\n"You will be found," the governor said.\n\n{TWO}'),
    ("a speech", "\n\n".join(
        ["You came to this city when it was in ruins, and you built it again with your hands.",
         "You have buried your dead and you have fed our children, and we thank you for it.",
         "You are the best of us, and your names will be read when ours are long forgotten."])),
    ("a last paragraph without its stop", f"{ONE}\n\n{TWO}\n\nMeanwhile all posts along the road to the coast were put"
     " on alert and their men told to expect another raid before the feast"),
    ("short paragraphs", f"{ONE}\n\nWho did it?\n\nNobody knows.\n\n{TWO}"),
    ("a correction", f"{ONE}\n\n{TWO}\n\nCorrection: an earlier text gave a wrong number of the wounded."),
    ("a paragraph that ends in an agency's name", f"{ONE}\n\nTwo more men died of their wounds, a doctor told AFP."),
    ("a list of demands", f"{ONE}\n\nDemands:\n\n1. Free the prisoners.\n\n2. Open the road.\n\n3. Pay.\n\n{TWO}"),
]  # fmt: skip


@pytest.mark.parametrize("text", [k[1] for k in KEPT], ids=[k[0] for k in KEPT])
def test_text_that_only_looks_like_furniture(text: str) -> None:
    assert cleaned(text).clean_text == text


TITLES = [
    ("first of the lines before the text", f"{TITLE}\nGovernor promises that men will be tried\n\n{ONE}\n{TWO}",
     "Two die in Karwat raid"),
    ("below furniture", f"Skip to content\nWorld\nR. Roe\n12 January 2024\nTwo die in Karwat raid\n\n{ONE}\n\n{TWO}",
     "Two die in Karwat raid"),
    ("behind a stamp", f" date 2024-01-12 Two die in Karwat raid\n\n{ONE}\n\n{TWO}", "Two die in Karwat raid"),
    ("all in capitals", f"TWO DIE IN KARWAT RAID\n\n{ONE}\n\n{TWO}", "TWO DIE IN KARWAT RAID"),
    ("like a link", f"Explainer: Why the road matters\n\n{ONE}\n\n{TWO}", "Explainer: Why the road matters"),
    ("none", f"{ONE}\n\n{TWO}", None),
    ("a question", f"Who will pay for the dead of Karwat?\n\n{ONE}\n\n{TWO}", "Who will pay for the dead of Karwat?"),
    ("a cry", f"They came at night, a mother of Karwat says!\n\n{ONE}\n\n{TWO}",
     "They came at night, a mother of Karwat says!"),
    ("below a motto", f"Valley Post\nPlural news and views on Tarnia\n\n{TITLE} again\n\n{ONE}\n\n{TWO}",
     f"{TITLE} again"),
    ("below a section and its day", f"General News of Friday, 8 May 2015\n\n{TITLE} again\n\n{ONE}\n\n{TWO}",
     f"{TITLE} again"),
    ("below a picture",
     f"Men look at a burnt car in Karwat\nThe road was shut for a whole day after the raid Image: R. Roe/REUTERS\n"
     f"Conflicts\n\nTwo die in Karwat raid\n\n{ONE}\n\n{TWO}", "Two die in Karwat raid"),
    ("above a credit", f"Two die in Karwat raid\nPhoto: AP\nGovernor promises trials\n\n{ONE}\n\n{TWO}",
     "Two die in Karwat raid"),
    ("above the choice of languages", f"Two die in Karwat raid\nعربي فارسى\nTürkçe English\n\n{ONE}\n\n{TWO}",
     "Two die in Karwat raid"),
    ("a name is none", f"The Valley Post\n\n{ONE}\n\n{TWO}", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), [t[1:] for t in TITLES], ids=[t[0] for t in TITLES])
def test_title(text: str, title: str | None) -> None:
    document = cleaned(text)
    assert document.title == title
    if title:
        assert document.clean_text[document.title_start : document.title_end] == title


def test_metadata_of_the_lines_that_are_cut() -> None:
    document = cleaned(
        f"Two die in Karwat raid\nBy R. Roe, Valley Post\n12 January 2024\n\nKARWAT, Tarnia (AP) - {ONE}\n\n{TWO}"
    )
    assert (document.byline, document.publisher, document.dateline_place) == ("R. Roe", "Valley Post", "KARWAT")
    assert str(document.published.on) == "2024-01-12"


@pytest.mark.parametrize("mark", ["-", "--", ">>", "//", "\u00bb"])
def test_marks_behind_a_dateline(mark: str) -> None:
    assert cleaned(f"Two die in Karwat raid\n\nKARWAT {mark} {ONE}\n\n{TWO}").dateline_place == "KARWAT"


def test_a_text_broken_at_a_fixed_width_keeps_its_paragraphs() -> None:
    words, rows, row = f"{ONE} {TWO} {THREE}".split(), [], ""
    for word in words:
        if len(row) + len(word) > 68:
            rows, row = [*rows, row], ""
        row = f"{row} {word}".strip()
    text = "\n".join([*rows, row])
    assert cleaned(text).clean_text == text


CAPTION = "Rescuers carry one of the 12 people killed at the market of Karwat on Tuesday. (AP Photo/John Roe)"
QUIET = "A shell hit the market of Karwat on Tuesday, the mayor said. Shops burnt until late in the night."


def test_a_caption_with_the_only_toll_stays() -> None:
    assert CAPTION in cleaned(f"Market of Karwat hit\n\n{CAPTION}\n\n{QUIET}").clean_text


def test_a_stamp_dates_the_page_though_its_line_is_a_caption() -> None:
    text = (
        " date 2019-10-15 FILE - A soldier stands guard in Karwat, July 2018. (Photo/Archive)\n"
        + f"{TITLE}\n{ONE}\n{TWO}"
    )
    assert cleaned(text).published.on == dt.date(2019, 10, 15)


def test_the_first_of_several_headings_in_capitals_stays() -> None:
    text = f"Weekly review\n\nDownload PDF (1.2 MB)\n\nKARWAT\n\n{ONE}\n\nSELBURG\n\n{TWO}\n{THREE}"
    assert "KARWAT" in cleaned(text).clean_text


def test_an_old_picture_tells_no_news() -> None:
    old = CAPTION.replace("AP Photo", "File photo: AP")
    assert "Rescuers" not in cleaned(f"Market of Karwat hit\n\n{old}\n\n{QUIET}").clean_text


def test_a_lead_above_a_credit_stays() -> None:
    assert cleaned(f"{TITLE}\n\n{ONE}\n\nPhoto: R. Roe\n\n{TWO}\n\n{THREE}").clean_text.count(ONE) == 1


def test_a_caption_beside_a_text_that_tells_the_toll_goes() -> None:
    told = QUIET.replace("the mayor said", "and 12 people died, the mayor said")
    assert "Rescuers" not in cleaned(f"Market of Karwat hit\n\n{CAPTION}\n\n{told}").clean_text


@pytest.mark.parametrize(
    "title",
    [
        "More than 70 dead in El Fasher strike, community leaders among them",
        "Help reaches town in the north after plea on Facebook page",
        "Read out names of readers and the dead, mourners ask of paper's website",
    ],
)
def test_a_headline_that_begins_like_an_order_stays(title: str) -> None:
    assert cleaned(f"DARFUR\n\n{title}\n\nPublished: September 20, 2025 09:47\n\n{QUIET}").title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nPublished By:\n\nRina Roe\n\nPublished On:\n\nSep 15, 2025", "2025-09-15"),
        (f"{TITLE}\n\nVNAUpdated: Friday, May 8, 2015, 12:51 PM IST\n\n{ONE}\n\n{TWO}", "2015-05-08"),
        (f"General News of Friday, 8 May 2015\n\n{TITLE}\n\n{ONE}\n\n{TWO}", "2015-05-08"),
    ],
    ids=["below the text", "stuck to an agency's name", "behind a section's name"],
)
def test_the_day_a_page_came_out(text: str, day: str) -> None:
    assert str(cleaned(text).published.on) == day


@pytest.mark.parametrize("call", ["BREAKING", "JUST IN", "Video", "Breaking News"])
def test_what_a_paper_calls_out_is_no_place(call: str) -> None:
    assert cleaned(f"{call}: Gunmen kill two in Karwat\n\n{ONE}\n\n{TWO}").dateline_place is None
