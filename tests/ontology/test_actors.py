"""The actors: who a text names, in all spellings; the data's size and order; errors that name file and entry."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sitrep.ontology import actors_build, entries
from sitrep.ontology.actors import ActorIndex, load_actors
from sitrep.records import ACTOR_KINDS

NAME_FILES = [path for path in entries.yaml_files(actors_build.HERE) if entries.has_list(path, "entries")]


@pytest.fixture(scope="module")
def actors() -> ActorIndex:
    return load_actors()


@pytest.fixture(scope="module")
def named() -> list[entries.ActorEntry]:
    return [entry for path in NAME_FILES for entry in entries.read(path, entries.ActorFile).entries]


def found(actors: ActorIndex, text: str, *countries: str) -> list[str]:
    return [hit.actor_id for hit in actors.find(text, countries)]


def test_at_least_600_named_actors_of_30_conflict_countries(named: list[entries.ActorEntry]) -> None:
    sides = [e for e in named if e.kind in ("insurgent", "militia", "military", "police", "government", "party")]
    by_country = Counter(e.country for e in sides if e.country)
    assert len(sides) >= 600
    assert sum(1 for count in by_country.values() if count >= 4) >= 30


@pytest.mark.parametrize("path", NAME_FILES, ids=lambda path: str(path.relative_to(actors_build.HERE)))
def test_the_ids_of_a_file_stand_in_order(path: Path) -> None:
    ids = [entry.id for entry in entries.read(path, entries.ActorFile).entries]
    assert ids == sorted(set(ids))


def test_no_two_files_have_the_same_id(named: list[entries.ActorEntry]) -> None:
    assert [actor_id for actor_id, count in Counter(entry.id for entry in named).items() if count > 1] == []


def test_every_id_has_the_prefix_of_its_kind(named: list[entries.ActorEntry]) -> None:
    prefixes = {"insurgent": {"group"}, "militia": {"group"}, "organisation": {"org"}, "media": {"org"}}
    wrong = [e.id for e in named if e.id.split(".")[0] not in prefixes.get(e.kind, {e.kind})]
    assert wrong == []


def test_a_states_forces_are_of_the_state_that_their_ids_name(named: list[entries.ActorEntry]) -> None:
    of_state = [e for e in named if e.id.split(".")[0] in ("state", "government", "military", "police")]
    coded = [(e.id, e.country) for e in of_state if len(e.id.split(".")[1]) == len("xx")]
    assert len(coded) > 90
    assert [(name, country) for name, country in coded if country != name.split(".")[1].upper()] == []


def test_every_actor_is_found_by_its_own_name(actors: ActorIndex, named: list[entries.ActorEntry]) -> None:
    missed = []
    for entry in named:
        hits = found(
            actors, f"Yesterday it was said that {entry.name} had been seen there.", *[entry.country or ""] * 5
        )
        if entry.id not in hits:
            missed.append(entry.id)
    assert missed == []


def test_actors_have_known_kinds_and_parents_that_exist(actors: ActorIndex) -> None:
    for actor in actors:
        assert actor.kind in ACTOR_KINDS
        above = actors.parent(actor.actor_id)
        assert above is None or actors.is_known(above)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Baloch Liberation Army (BLA)", ["group.bla", "group.bla"]),
        ("BALUCH LIBERATION ARMY", ["group.bla"]),
        ("Jaish ul-Adl", ["group.jaish-al-adl"]),
        ("jaysh al-adl", ["group.jaish-al-adl"]),
        ("Islamic State's Khorasan Province", ["group.iskp"]),
        ("ISIS-K", ["group.iskp"]),
        ("Izz el-Deen al-Qassam Brigades", ["group.qassam-brigades"]),
        ("the Kurdistan Workers\u2019 Party", ["group.pkk"]),
        ("Al-Shabab", ["group.al-shabaab"]),
        ("al Qa'ida in the Arabian Peninsula", ["group.aqap"]),
        ("THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN)", ["group.fmln", "group.fmln"]),
        ("SENDERO LUMINOSO", ["group.shining-path"]),
        ("M-19", ["group.m-19"]),
        ("M23", ["group.m23"]),
        ("Viv Ansanm", ["group.viv-ansanm"]),
        ("Naxals", ["group.maoists-india"]),
        ("the People\u2019s Defence Forces", ["group.pdf-myanmar"]),
        ("Hezbollah, Hizbullah, Hizballah", ["group.hezbollah"] * 3),
        ("Islamic Revolutionary Guard Corps", ["military.irgc"]),
        ("the IDF", ["military.il"]),
        ("FARDC", ["military.cd"]),
        ("Iranian Revolutionary Guards", ["military.irgc"]),
        ("Volodymyr Zelenskyy", ["person.volodymyr-zelensky"]),
        ("Reuters", ["org.reuters"]),
        ("UN peacekeepers", ["org.un"]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_names_in_their_spellings(actors: ActorIndex, text: str, ids: list[str]) -> None:
    assert found(actors, text) == ids


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("Pakistani soldiers", "military.pk"),
        ("Burkina Faso's army", "military.bf"),
        ("Israeli police officers", "police.il"),
        ("Taliban fighters", "group.taliban"),
        ("RSF paramilitaries in Sudan", "group.rsf"),
        ("suspected Baloch separatists", "unidentified.separatists-baloch"),
        ("gunmen", "unidentified.gunmen"),
        ("villagers", "civilians.villagers"),
        ("Rohingyas", "civilians.rohingyas"),
    ],
)
def test_who_phrases(actors: ActorIndex, text: str, actor_id: str) -> None:
    assert found(actors, text)[0] == actor_id


@pytest.mark.parametrize(
    "text",
    [
        "the militant group Hamas",
        "the rebel Hamas",
        "Islamist group Hamas",
        "militia Hamas",
    ],
)
def test_a_group_word_before_a_name_is_not_another_actor(actors: ActorIndex, text: str) -> None:
    assert found(actors, text) == ["group.hamas"]


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("In Syria the SDF advanced.", "group.sdf"),
        ("Japan said its SDF would help.", "military.jp"),
        ("Somalia: the SNA took the town.", "military.so"),
        ("In Syria the SNA shelled the town.", "group.sna"),
        ("The ELN of Colombia", "group.eln"),
        ("China's PLA", "military.cn"),
        ("Insurgents of the PLA were held in Manipur, India, India.", "group.pla-manipur"),
        ("The Philippines: the AFP said.", "military.ph"),
        ("the AFP said", "org.afp"),
        ("Sudan: the RSF shelled the camp.", "group.rsf"),
    ],
)
def test_shared_acronyms_are_told_by_the_countries_named(actors: ActorIndex, text: str, actor_id: str) -> None:
    assert actor_id in found(actors, text)


@pytest.mark.parametrize(
    "text",
    [
        "let them pass",
        "the site of the old mine, said those who saw it",
        "They held a trump card.",
        "THE MEN WHO LEFT THE SITE",
        "an amnesty was granted",
        "LET THEM GO, SAID SANTA ANA",
        "They were gallant men.",
    ],
)
def test_everyday_words_name_nobody_known(actors: ActorIndex, text: str) -> None:
    assert [i for i in found(actors, text) if i.startswith(("group.", "org.", "person.", "military."))] == []


def test_short_acronyms_in_capitals_alone_need_their_country(actors: ActorIndex) -> None:
    assert "party.arena-sv" in found(actors, "EL SALVADOR: THE ARENA CANDIDATE SPOKE")
    assert "party.arena-sv" not in found(actors, "THE BULLFIGHT IN THE ARENA OF MADRID")
    assert "group.eln" in found(actors, "BOGOTA, COLOMBIA: ELN BLOWS UP PIPELINE")


def test_wings_and_forces_are_kin(actors: ActorIndex) -> None:
    assert actors.kin("group.qassam-brigades", "group.hamas")
    assert actors.kin("military.irgc", "state.ir")
    assert actors.kin("person.vladimir-putin", "military.ru")
    assert not actors.kin("group.ttp", "group.taliban")
    assert not actors.kin("group.rsf", "military.sd")


def test_an_entry_that_does_not_fit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("about: a\nsource: b\nentries:\n- {id: group.x, name: X, kind: gang}\n")
    with pytest.raises(entries.NameDataError, match=r"mine\.yaml: entries 1 .*group\.x.*kind"):
        load_actors([path])


def test_an_actor_with_an_id_in_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("about: a\nsource: b\nentries:\n- {id: group.hamas, name: X, kind: insurgent}\n")
    with pytest.raises(entries.NameDataError, match="another file has it too"):
        load_actors([path], tmp_path)


def test_a_deployment_adds_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "about: a\nsource: b\nentries:\n- {id: group.ravens, name: Night Ravens of Zub, kind: insurgent, country: PK}\n"
    )
    assert found(load_actors([path], tmp_path), "the Night Ravens of Zub") == ["group.ravens"]
