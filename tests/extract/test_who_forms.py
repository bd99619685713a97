"""The forms in which papers say who did what: shared objects, hearsay, accusations, claims of one's own, headlines.

What belongs here: a sentence of each form, with the roles of the mention that it makes. What does not: what several
sentences say of one another (test_who.py), and joining (test_story.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of

Roles = dict[str, list[str]]


def of_trigger(text: str, trigger: str, ontology: Ontology, title: str | None = None) -> Roles:
    """The roles of the mention with a trigger."""
    return next(roles_of(m) for m in mentions_of(text, ontology, title) if m.trigger == trigger)


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Raiders abducted and shot three farmers near Jos on Monday.", "abducted",
                     {"perpetrator": ["Raiders"], "target": ["farmers"]}, id="two verbs with one object"),
        pytest.param("The gunmen burned and looted the depot on Monday.", "burned",
                     {"perpetrator": ["gunmen"], "target": ["depot"]}, id="who burned is not burned"),
        pytest.param("The rebels have raided and taken villagers on Monday.", "raided",
                     {"perpetrator": ["rebels"], "target": ["villagers"]}, id="two verbs under one have"),
        pytest.param("Bandits kidnapped unspecified number of farmers near Jos on Monday.", "kidnapped",
                     {"perpetrator": ["Bandits"], "target": ["farmers"]}, id="a number without an article"),
        pytest.param("Yet to be identified gunmen raided a mill near Jos on Monday.", "raided",
                     {"perpetrator": ["Yet to be identified gunmen"], "target": ["mill"]}, id="yet to be identified"),
        pytest.param("Prisoners took six guards hostage in Machala on Monday.", "took",
                     {"perpetrator": ["Prisoners"], "target": ["guards"]}, id="what they are taken for is not whom"),
        pytest.param("In the east, soldiers stormed two rebel posts on Monday.", "stormed",
                     {"perpetrator": ["soldiers"], "target": ["rebel posts"]}, id="a side of the land before the doer"),
        pytest.param("Norway's military hit a pirate camp on Monday.", "hit",
                     {"perpetrator": ["military"], "target": ["pirate camp"]}, id="a country's military"),
        pytest.param("A jet fighter bombed a mill near Sagaing on Monday.", "bombed",
                     {"perpetrator": ["jet fighter"], "target": ["mill"]}, id="a jet fighter is a plane"),
        pytest.param("The raid on Monday hit a local market in Bhamo.", "raid", {"target": ["local market"]},
                     id="a local market is the market's, not the locals'"),
        pytest.param("Men on motorcycles attacked a patrol in Tahoua on Monday.", "attacked",
                     {"perpetrator": ["Men"], "target": ["patrol"]}, id="what they ride is not attacked"),
        pytest.param("A patrol was attacked near Tahoua on Monday by men on motorcycles.", "attacked",
                     {"perpetrator": ["men"], "target": ["patrol"]}, id="what they ride, behind who did it"),
        pytest.param("The blast, which the mayor condemned, killed six in Gao on Monday.", "condemned",
                     {"perpetrator": ["mayor"]}, id="who condemns a blast has not set it off"),
        pytest.param("The blast, which the mayor condemned, killed six in Gao on Monday.", "blast",
                     {"target": ["six"]},
                     id="a blast that somebody condemns"),
        pytest.param("Two soldiers were killed near Gao on Monday by a mine that JNIM had laid.", "killed",
                     {"perpetrator": ["JNIM"], "target": ["soldiers"]}, id="a mine that somebody had laid"),
        pytest.param("Hundreds marched through Gao on Monday to demand water.", "marched",
                     {"perpetrator": ["Hundreds"]}, id="a number that marches"),
        pytest.param("About 300 rallied in Gao on Monday.", "rallied", {"perpetrator": ["300"]}, id="300 who rally"),
        pytest.param("The heads of state of ECOWAS imposed sanctions on Niger on Monday.", "imposed",
                     {"perpetrator": ["heads of state of ECOWAS"], "target": ["Niger"]}, id="heads of state"),
        pytest.param("Meeting in Accra on Monday, the leaders of ECOWAS urged Niger to yield.", "urged",
                     {"perpetrator": ["leaders of ECOWAS"], "target": ["Niger"]}, id="meeting, they urged"),
        pytest.param("The government of Chad and the African Union met in Accra on Monday.", "met",
                     {"perpetrator": ["government of Chad", "African Union"]}, id="a government of one, and a body"),
        pytest.param("Talks between the government of Chad and the rebels began in Doha on Monday.", "Talks",
                     {"perpetrator": ["government of Chad", "rebels"]}, id="between a government of one and others"),
        pytest.param("The embassy of Chad confirmed that two men were arrested in Rabat on Monday.", "arrested",
                     {"target": ["men"]}, id="an embassy arrests nobody"),
        pytest.param("Police said the bandits, who had come from Kaga, were killed by soldiers on Monday.", "killed",
                     {"perpetrator": ["soldiers"], "target": ["bandits"]}, id="a clause on whom police speak of"),
        pytest.param("The gunmen went after traders and killed six people in Gao on Monday.", "killed",
                     {"perpetrator": ["gunmen"], "target": ["people"]}, id="whom they went after kills nobody"),
        pytest.param("Militants fired rocket-propelled grenades at a police car near Takaba on Monday.", "fired",
                     {"perpetrator": ["Militants"], "target": ["police car"]}, id="grenades fired"),
        pytest.param("Two men were killed in Guma on Monday by persons also suspected to be herders.", "killed",
                     {"perpetrator": ["herders"], "target": ["men"]}, id="what persons are held to be"),
        pytest.param("In another attack suspected rebels killed six villagers in Gao on Monday.", "killed",
                     {"perpetrator": ["suspected rebels"], "target": ["villagers"]}, id="doers right behind a deed"),
        pytest.param("Police killed two men said to be rebels in Khasavyurt on Monday.", "killed",
                     {"perpetrator": ["Police"], "target": ["rebels"]}, id="men of whom it is said"),
        pytest.param("The bus was taking pilgrims to a shrine when gunmen opened fire on it on Monday.", "opened",
                     {"perpetrator": ["gunmen"], "target": ["bus"]}, id="it is what was under way"),
        pytest.param("The mayor, Ali Hassan, was leaving Galkayo on Monday when his car was hit by a bomb.", "hit",
                     {"target": ["car", "Ali Hassan"]}, id="whose car was hit"),
        pytest.param("The target of Monday's bombing in Kabul was a minister.", "bombing", {"target": ["minister"]},
                     id="the target was"),
        pytest.param("Shekau's men killed six farmers near Molai on Monday.", "killed",
                     {"perpetrator": ["Shekau's men"], "target": ["farmers"]}, id="whose men they are"),
        pytest.param("Captain Ali Sow said the bandits sneaked in from Kaga and raided the mill on Monday.", "raided",
                     {"perpetrator": ["bandits"], "target": ["mill"]}, id="said the men did, with no object"),
        pytest.param("The mayor said troops, backed by gunships, killed six farmers near Kaga on Monday.", "killed",
                     {"perpetrator": ["troops"], "target": ["farmers"]}, id="said the troops, backed by, did"),
        pytest.param("Residents said the raiders – who wore masks – shot dead two nurses in Kaga on Monday.",
                     "shot dead", {"perpetrator": ["raiders"], "target": ["nurses"]}, id="... the raiders – who – did"),
        pytest.param("Monday's blast in Kaga was described as an act of terror by the ministry.", "act of terror", {},
                     id="who calls a deed something did not do it"),
        pytest.param("Monday's blast in Kaga was described by the ministry as an attack by rebels.", "attack",
                     {"perpetrator": ["rebels"]}, id="... and who did, by another"),
        pytest.param("Pupils hid as a gunman walked through the school in Kaga on Monday, shooting dead two nurses.",
                     "shooting dead", {"perpetrator": ["gunman"], "target": ["nurses"]}, id="who hides shoots nobody"),
        pytest.param("Gunmen struck in Kaga on Monday as crowds were leaving a mosque.", "struck",
                     {"perpetrator": ["Gunmen"]}, id="struck as another clause begins"),
        pytest.param("Bandits murdered her in Kaga on Monday.", "murdered", {"perpetrator": ["Bandits"]},
                     id="her alone is a woman"),
        pytest.param("Her husband Musa was shot dead by bandits in Kaga on Monday.", "shot dead",
                     {"perpetrator": ["bandits"], "target": ["husband Musa"]}, id="her husband and his name"),
        pytest.param("JNIM claimed two suicide bomb attacks that killed six guards in Gao on Monday.",
                     "suicide bomb attacks", {"claimant": ["JNIM"], "perpetrator": ["JNIM"], "target": ["guards"]},
                     id="attacks that kill are no verb"),
        pytest.param("A minister said the farmers killed in Kaga, who were from Mopti, were shot by rebels on Monday.",
                     "shot", {"perpetrator": ["rebels"], "target": ["farmers"]}, id="said those killed were"),
        pytest.param("In Ardo, a district of Nyala, South Darfur's capital, militiamen shot a boy dead on Monday.",
                     "shot", {"perpetrator": ["militiamen"], "target": ["boy"]}, id="what a place is, twice"),
        pytest.param("The envoy, Jo Bell, said that to kill worshippers in Herat on Monday was a crime.", "kill",
                     {"target": ["worshippers"]}, id="who says that to kill is a crime kills nobody"),
        pytest.param("Abdi Warsame, a leader of the Shabaab, was presumed killed in an air strike on Monday.",
                     "air strike", {"target": ["Abdi Warsame"]}, id="presumed killed"),
        pytest.param("BEIRUT (AP) — A bomber blew himself up near a base in Homs on Monday, wounding six, an official "
                     "with a U.S.-backed group says.", "blew", {"perpetrator": ["bomber"], "target": ["six"]},
                     id="a dateline did nothing"),
        pytest.param("U.S.-backed rebels shelled a village near Homs on Monday.", "shelled",
                     {"perpetrator": ["U.S.-backed rebels"], "target": ["village"]}, id="U.S.-backed is one word"),
        pytest.param("After the raid, the military bombed camps in Tirah on Monday.", "bombed",
                     {"perpetrator": ["military"], "target": ["camps"]}, id="the military bombed"),
        pytest.param("The military trained rebels attacked a village in Gao on Monday.", "attacked",
                     {"perpetrator": ["military trained rebels"], "target": ["village"]}, id="whom it trained"),
        pytest.param("A raid in Gao was condemned on Monday by countries including Mali, Niger and Chad.", "condemned",
                     {"perpetrator": ["Mali", "Niger", "Chad"]}, id="countries including"),
        pytest.param("Six men were detained in Lima on Monday, the foreign ministry said.", "detained",
                     {"target": ["men"]}, id="a foreign ministry arrests nobody"),
        pytest.param("A mob set fire to a church in Goma on Monday.", "set fire to",
                     {"perpetrator": ["mob"], "target": ["church"]}, id="a church is a building too"),
        pytest.param("The church condemned the raid in Goma on Monday.", "condemned", {"perpetrator": ["church"]},
                     id="... and those who belong to it"),
        pytest.param("A bomb went off as pilgrims prayed in Karbala on Monday, killing six guards.", "went off",
                     {"target": ["guards"]}, id="who prays kills nobody"),
        pytest.param("Pilgrims fled in Karbala on Monday as a bomber struck, killing six guards.", "struck",
                     {"perpetrator": ["bomber"], "target": ["guards"]}, id="who strikes meanwhile kills"),
        pytest.param("Nigerian and Malian troops attacked rebels in Gao on Monday.", "attacked",
                     {"perpetrator": ["Nigerian", "Malian troops"], "target": ["rebels"]}, id="two nations, one noun"),
        pytest.param("According to Ali Sow, a spokesman for the governor, bandits attacked a bus in Gao on Monday.",
                     "attacked", {"perpetrator": ["bandits"], "target": ["bus"]}, id="a speaker of whom more is said"),
        pytest.param("A police patrol was fired upon May 9 in Gao, killing a captain.", "fired upon",
                     {"target": ["police patrol", "captain"]}, id="fired upon, and on what day"),
        pytest.param("According to Ali Sow, bandits attacked a bus in Gao on Monday.", "attacked",
                     {"perpetrator": ["bandits"], "target": ["bus"]}, id="... and of whom no more is"),
        pytest.param("According to Ali Sow, a guard, a nurse and a boy were attacked in Gao on Monday.", "attacked",
                     {"target": ["nurse", "boy"]}, id="... before a list"),
        pytest.param("Police were patrolling Gao in search of the gunmen who killed three farmers on Monday.",
                     "patrolling", {"perpetrator": ["Police"], "target": ["gunmen"]}, id="in search of whom"),
        pytest.param("Police were patrolling Gao in search of the gunmen who killed three farmers on Monday.",
                     "killed", {"perpetrator": ["gunmen"], "target": ["farmers"]}, id="... and what they did"),
        pytest.param("Troops combed the hills in search of the kidnappers on Monday.", "combed",
                     {"perpetrator": ["Troops"], "target": ["kidnappers"]}, id="combing in search of"),
    ],
)  # fmt: skip
def test_who_did_it(sentence: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    assert of_trigger(sentence, trigger, ontology) == who


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        pytest.param("Government troops fought rebels in Nyala on Monday.", ["Government troops", "rebels"],
                     id="fought"),
        pytest.param("Gunmen and soldiers clashed in Gao on Monday.", ["Gunmen", "soldiers"], id="clashed, no with"),
        pytest.param("Clashes broke out in Aden on Monday between rebels and troops.", ["rebels", "troops"],
                     id="broke out, far from between"),
        pytest.param("A clash took place on Monday between police and rebels in Jos.", ["police", "rebels"],
                     id="took place"),
        pytest.param("Fighting pitted the army against the RSF in Nyala on Monday.", ["RSF", "army"], id="pitted"),
        pytest.param("Residents reported clashes involving the army and the RSF in Nyala on Monday.", ["RSF", "army"],
                     id="involving"),
        pytest.param("Fighting between a group of rebels and security forces went on in Gao on Monday.",
                     ["rebels", "security forces"], id="forces are no deed"),
    ],
)  # fmt: skip
def test_the_two_sides_of_a_fight(sentence: str, sides: list[str], ontology: Ontology) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert mention.event_type == "armed_clash"
    assert sorted(a.name for a in mention.actors if a.role == "party") == sides


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Sudan closed the border on Monday while accusing Chad of arming rebels.", "accusing",
                     {"perpetrator": ["Sudan"], "target": ["Chad"]}, id="while doing"),
        pytest.param("After meeting Greek officials, the king praised the accord.", "meeting",
                     {"perpetrator": ["king"], "target": ["Greek officials"]}, id="after doing"),
        pytest.param("While visiting Paris on Monday, the king met the premier.", "visiting",
                     {"perpetrator": ["king"], "target": ["Paris"]}, id="while doing, in front"),
        pytest.param("The king was careful not to blame rebels while condemning the raid.", "condemning",
                     {"perpetrator": ["king"]}, id="careful to do"),
        pytest.param("Police arrested six people, including the writer Ana Mora, in Cali on Monday.", "arrested",
                     {"perpetrator": ["Police"], "target": ["people", "writer Ana Mora"]}, id="including somebody"),
        pytest.param("Police arrested six people, including two nurses, in Cali on Monday.", "arrested",
                     {"perpetrator": ["Police"], "target": ["people"]}, id="including some without a name"),
    ],
)  # fmt: skip
def test_who_shares_in_a_deed(sentence: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    mention = next(m for m in mentions_of(sentence, ontology) if m.trigger == trigger)
    assert roles_of(mention) == who


def test_fighters_of_an_unknown_group_act_for_it(ontology: Ontology) -> None:
    (mention,) = mentions_of("Fighters of the Red Hammer Movement killed six villagers in Kaga on Monday.", ontology)
    assert mention.actors[0].actor_id == "group.red-hammer-movement"


def test_what_troops_are_at_is_no_fight_of_its_own(ontology: Ontology) -> None:
    text = "Troops fighting rebels in Borno were ambushed in Gwoza on Monday."
    told = [(m.trigger, m.is_aggregate) for m in mentions_of(text, ontology)]
    assert told == [("fighting", True), ("ambushed", False)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two million people have fled the civil war in Sudan.", [("civil war", True)]),
        ("The war began when rebels attacked Kaga in 2021.", [("war", True), ("attacked", False)]),
        ("A price war between the airlines began on Monday.", []),
    ],
)
def test_a_war_is_a_condition_and_no_happening_is_part_of_it(
    text: str, told: list[tuple[str, bool]], ontology: Ontology
) -> None:
    assert [(m.trigger, m.is_aggregate) for m in mentions_of(text, ontology)] == told


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("JNIM is believed to have attacked the barracks in Djibo on Monday.", "JNIM", id="believed to"),
        pytest.param("The raid in Djibo on Monday is thought to have been led by JNIM.", "JNIM", id="thought to be by"),
        pytest.param("The PKK is suspected of being behind Monday's ambush near Cizre.", "PKK", id="suspected of"),
    ],
)
def test_what_is_only_held_to_be_so_is_suspected(sentence: str, who: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert [(a.name, a.certainty) for a in mention.actors if a.role == "perpetrator"] == [(who, "suspected")]


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Monday's raid in Gao was planned by JNIM.", "raid", ["JNIM"], id="planned by"),
        pytest.param("The army is accused of launching a raid on a camp in Gao on Monday.", "raid", ["army"],
                     id="accused of launching"),
        pytest.param("A raid on a camp on Monday, which the mayor blamed on JNIM, killed four men.", "raid", ["JNIM"],
                     id="which somebody blamed on"),
        pytest.param("Two men died in a bombing of a mill on Monday suspected to be the work of the PKK.", "bombing",
                     ["PKK"], id="suspected to be the work of"),
    ],
)  # fmt: skip
def test_whom_others_hold_to_have_done_it(sentence: str, trigger: str, who: list[str], ontology: Ontology) -> None:
    assert of_trigger(sentence, trigger, ontology)["perpetrator"] == who


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("The minister said the raid showed that Baku did not want peace and urged Paris to act.", "urged",
                     ["minister"], id="what does not share 'did not' is the speaker's"),
        pytest.param("The minister said the shells were foreign and accused the army.", "accused", ["minister"],
                     id="shells accuse nobody"),
        pytest.param("Two men were arrested in Bari on Monday, police said.", "arrested", ["police"],
                     id="the police that tell of an arrest made it"),
    ],
)  # fmt: skip
def test_whose_deed_it_is(sentence: str, trigger: str, who: list[str], ontology: Ontology) -> None:
    assert of_trigger(sentence, trigger, ontology)["perpetrator"] == who


@pytest.mark.parametrize(
    ("text", "trigger", "claimants"),
    [
        pytest.param("A blast shook Merca on Monday. Al-Shabab spokesman Nur said his group was behind the attack.",
                     "attack", ["Al-Shabab spokesman Nur"], id="a spokesman of his group"),
        pytest.param("The air force said that fighter jets struck a depot near Homs on Monday.", "struck",
                     ["air force"], id="an army of jets that are nobody else's"),
        pytest.param("The Chadian army said its men had seen a gun when they struck a truck on Monday.", "struck",
                     ["Chadian army"], id="when they struck"),
        pytest.param("Hezbollah claims it fired rockets at a base near Safed on Monday.", "fired", ["Hezbollah"],
                     id="claims in the present"),
        pytest.param('Gunmen ambushed a patrol in Wau on Monday. "We killed one of the gunmen," a policeman said.',
                     "killed", [], id="the police claim nothing"),
        pytest.param("A bomb went off in Wau on Monday. \"We took out the dead,\" a volunteer said.", "went off", [],
                     id="rescuers claim nothing"),
    ],
)  # fmt: skip
def test_who_claims_it(text: str, trigger: str, claimants: list[str], ontology: Ontology) -> None:
    assert of_trigger(text, trigger, ontology).get("claimant", []) == claimants


@pytest.mark.parametrize(
    ("title", "trigger", "who"),
    [
        pytest.param("Aid convoy ambushed in Darfur", "ambushed", {"target": ["Aid convoy"]}, id="those ambushed"),
        pytest.param("NURSES ATTACKED", "ATTACKED", {"target": ["NURSES"]}, id="capitals"),
        pytest.param("Gunmen attack in Darfur", "attack", {"perpetrator": ["Gunmen"]}, id="attackers attack"),
        pytest.param("Rebels blamed for Darfur attack", "blamed", {"target": ["Rebels"]}, id="those blamed"),
        pytest.param(
            "Mayor blamed rebels for attack",
            "blamed",
            {"perpetrator": ["Mayor"], "target": ["rebels"]},
            id="who blames others",
        ),
    ],
)
def test_headlines_without_were(title: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    text = "Two nurses were hurt near Nyala on Monday."
    assert of_trigger(text, trigger, ontology, title) == who


@pytest.mark.parametrize(
    ("sentence", "role", "actors"),
    [
        pytest.param("Men of the Iron Wolf gang attacked a mill in Leogane on Monday.", "perpetrator",
                     ["group.iron-wolf"], id="men of a gang that no list knows"),
        pytest.param("A joint force of JNIM and Boko Haram attacked a fort on Monday.", "perpetrator",
                     ["group.jnim", "group.boko-haram"], id="a force of two groups"),
        pytest.param("A criminal group, the Iron Wolf Cartel, attacked a prison on Monday.", "perpetrator",
                     ["group.iron-wolf-cartel"], id="a group by the name beside it"),
        pytest.param("The Kyrgyz side shelled a village near Isfara on Monday.", "perpetrator", ["state.kg"],
                     id="a country's side"),
        pytest.param("Militants loyal to al Qaeda attacked a fort in Abyan on Monday.", "perpetrator",
                     ["group.al-qaeda"], id="militants loyal to a group"),
        pytest.param("The army bombed what it called a rebel camp near Gao on Monday.", "target",
                     ["unidentified.rebels"], id="what it called"),
        pytest.param("The murder in Bamako of two priests on Monday shocked many.", "target", ["civilians.priests"],
                     id="behind the place of a murder"),
        pytest.param("The attack near the town of Gao on Monday shocked many.", "target", [], id="a place's own name"),
        pytest.param("THE WELL-KNOWN FORMER LIBERAL MAYOR JOSE GONZALEZ ORTIZ WAS KILLED IN CALI ON MONDAY.", "target",
                     ["person.jose-gonzalez-ortiz"], id="capitals: a title and a name behind many words"),
        pytest.param("Nurses had gone to a farm in the hills when gunmen fired on them on Monday.", "target",
                     ["civilians.nurses"], id="those of whom was spoken, not the place"),
    ],
)  # fmt: skip
def test_who_is_meant(sentence: str, role: str, actors: list[str], ontology: Ontology) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert [actor.actor_id for actor in mention.actors if actor.role == role] == actors


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The Iranian president said his country would expel two U.N. envoys.", "state.ir"),
        (
            "The Saudi minister met rebels from Yemen and said his government would cut ties with Tehran.",
            "government.sa",
        ),
        ("The Chadian president told the U.N. envoy that he would accept the plan.", "government.td"),
        ("Kenya's president announced that his country would send 1,000 police to Haiti.", "state.ke"),
    ],
)
def test_his_country_is_that_of_who_speaks(sentence: str, actor: str, ontology: Ontology) -> None:
    assert actor in {a.actor_id for m in mentions_of(sentence, ontology) for a in m.actors if a.role == "perpetrator"}


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Police raided the offices of a Kurdish newspaper in Van on Monday.", "offices of a Kurdish newspaper"),
        ("Gunmen attacked the home of the mayor in Gao on Monday.", "home of the mayor"),
        ("Rebels burned down the huts of 40 herders near Goma on Monday.", "huts of 40 herders"),
        ("Rebels burned down the huts of Goma on Monday.", "huts"),
    ],
)
def test_a_thing_is_called_by_whose_it_is(sentence: str, target: str, ontology: Ontology) -> None:
    (mention,) = mentions_of(sentence, ontology)
    assert next(a.name for a in mention.actors if a.role == "target") == target


def test_somebodys_mother_is_named_by_her_own_name(ontology: Ontology) -> None:
    """Not by the name of the one whose mother she is."""
    text = "Uribe's mother, the writer Ana Rojas, was kidnapped by bandits on Monday."
    assert of_trigger(text, "kidnapped", ontology) == {"perpetrator": ["bandits"], "target": ["writer Ana Rojas"]}


def test_rebels_may_claim_with_to(ontology: Ontology) -> None:
    text = "Rebels claimed to have shot down a helicopter in Falam on Monday."
    assert of_trigger(text, "shot down", ontology)["claimant"] == ["Rebels"]


def test_who_is_suspected_in_a_killing(ontology: Ontology) -> None:
    text = "JNIM is suspected in the killing of two priests in Djibo on Monday."
    assert of_trigger(text, "killing", ontology) == {"perpetrator": ["JNIM"], "target": ["priests"]}


@pytest.mark.parametrize(
    ("sentence", "perpetrators"),
    [
        pytest.param("A judge confirmed the involvement of troops in the murder of two priests.", ["troops"],
                     id="confirmed"),
        pytest.param("The army's involvement in the murder of two priests was proven.", ["army"], id="its involvement"),
        pytest.param("A judge ruled out the role of women in the murder of two priests.", None, id="ruled out"),
    ],
)  # fmt: skip
def test_who_had_a_part_in_a_murder(sentence: str, perpetrators: list[str] | None, ontology: Ontology) -> None:
    assert of_trigger(sentence, "murder", ontology).get("perpetrator") == perpetrators


def test_who_does_not_comment_tells_nothing(ontology: Ontology) -> None:
    mentions = mentions_of("Officials blamed Monday's attack on JNIM, which did not comment.", ontology)
    assert "JNIM" not in [mention.attributed_to for mention in mentions]


@pytest.mark.parametrize("text", ["Some 30 shoppers were held hostage in Gao.", "Hostages were held in Gao on Monday."])
def test_hostages_are_abducted_and_not_arrested(text: str, ontology: Ontology) -> None:
    assert [m.event_type for m in mentions_of(text, ontology)] == ["abduction"]


def test_a_place_kills_nobody(ontology: Ontology) -> None:
    (mention,) = mentions_of("Gunmen stormed a hotel in Kabul killing at least 18 people.", ontology)
    assert {a.actor_id for a in mention.actors if a.role == "perpetrator"} == {"unidentified.gunmen"}


@pytest.mark.parametrize(
    "who", ["The families of those held hostage in Gao", "Ministers of the release of hostages held in Gao"]
)
def test_where_hostages_are_is_no_new_deed(who: str, ontology: Ontology) -> None:
    found = {m.event_type for m in mentions_of(f"{who} spoke on Saturday.", ontology)}
    assert not found & {"abduction", "arrest"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Minister killed by Kabul car bomb", [], id="where the bomb was"),
        pytest.param("Minister killed by Russian bomb", ["Russian bomb"], id="whose it was"),
        pytest.param("Goma, Dec 31 (PTI) Gunmen killed six farmers in Gao on Monday.", ["Gunmen"], id="a dateline"),
    ],
)
def test_a_town_that_only_says_where_kills_nobody(text: str, who: list[str], ontology: Ontology) -> None:
    doers = [a.name for m in mentions_of(text, ontology) for a in m.actors if a.role == "perpetrator"]
    assert doers == who


@pytest.mark.parametrize(
    ("claimed", "claimant"),
    [
        ("The bombing in Gao on Monday was claimed by a previously unknown group, Samdira.", ["Samdira"]),
        ("A little-known group, Samdira, claimed the bombing in Gao on Monday.", ["Samdira"]),
        ("The bombing in Gao on Monday was claimed by a hitherto unknown group called Samdira.", ["Samdira"]),
        ("The bombing in Gao on Monday was claimed by a militant group, Hassan said.", ["militant group"]),
    ],
)
def test_a_group_by_a_name_that_nobody_knows(claimed: str, claimant: list[str], ontology: Ontology) -> None:
    assert roles_of(mentions_of(claimed, ontology)[0])["claimant"] == claimant


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Human Rights Watch accused government forces of executing 12 civilians in Goma.", "executing",
                     {"perpetrator": ["government forces"], "target": ["civilians"]}, id="whose forces"),
        pytest.param("Police charged six men with killing a judge in Paris on Monday.", "killing",
                     {"perpetrator": ["men"], "target": ["judge"]}, id="charged with a deed of their own"),
        pytest.param("A drone attack blamed on Houthi rebels set fire to a tanker on Monday.", "drone attack",
                     {"perpetrator": ["Houthi rebels"], "target": ["tanker"]}, id="blamed on those who did it"),
        pytest.param("No group has yet said it carried out the attack in Goma.", "attack", {}, id="nobody has said so"),
        pytest.param("Gunmen attacked a village near Goma, shooting wildly and torching houses.", "attacked",
                     {"perpetrator": ["Gunmen"], "target": ["village", "houses"]}, id="what they did besides"),
        pytest.param("Gunmen who fled fighting in the north shot dead the mayor in Goma.", "shot dead",
                     {"perpetrator": ["Gunmen"], "target": ["mayor"]}, id="what they had fled"),
    ],
)  # fmt: skip
def test_who_did_it_past_what_is_said_of_them(
    text: str, trigger: str, who: dict[str, list[str]], ontology: Ontology
) -> None:
    told = [m for m in mentions_of(text, ontology) if m.trigger == trigger]
    assert [roles_of(mention) for mention in told] == [who]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param("Ten militants were killed in a JNIM attack on a post in Djibo on Monday.", "attack",
                     {"perpetrator": ["JNIM", "militants"], "target": ["post"]}, id="the dead of who attacked"),
        pytest.param("Troops repelled an attack by JNIM on Monday near Djibo, killing 15 fighters.", "attack",
                     {"perpetrator": ["JNIM", "fighters"], "target": ["Troops"]}, id="of whom troops repelled"),
        pytest.param("IS attacked a base near Homs on Monday, killing 20 rebels.", "attacked",
                     {"perpetrator": ["IS"], "target": ["base", "rebels"]}, id="rebels may be of another side"),
        pytest.param("The attack on a post killed three soldiers, while four assailants were shot dead.",
                     "shot dead", {"perpetrator": ["assailants"]}, id="assailants of nobody known"),
        pytest.param("Gunmen killed six men in Wau on Monday before police shot them dead.", "shot",
                     {"party": ["police", "Gunmen"]}, id="whom police shot"),
        pytest.param("Police killed four gunmen after they attacked a mill in Wau on Monday.", "attacked",
                     {"perpetrator": ["gunmen"], "target": ["mill"]}, id="after they attacked"),
        pytest.param("Two gunmen were shot dead by guards during the attack on a mill in Wau.", "attack",
                     {"target": ["mill"]}, id="what guards did during an attack"),
        pytest.param("Police gunned down a man in Wau on Monday as crowds hurled stones at them.", "gunned down",
                     {"perpetrator": ["Police"], "target": ["man"]}, id="as crowds hurled stones"),
        pytest.param("A JNIM base was attacked near Gao on Monday and the JNIM members inside were killed.", "killed",
                     {"target": ["JNIM members"]}, id="their own base"),
        pytest.param("Men threw stones at troops in Jenin on Monday and they responded with live fire, wounding two.",
                     "wounding", {"perpetrator": ["troops"], "target": ["two"]}, id="who responds"),
        pytest.param("The gunman in that attack was killed with five men during an Israeli raid in Jenin.", "raid",
                     {"perpetrator": ["Israeli"], "target": ["gunman", "men"]}, id="the gunman in another attack"),
        pytest.param("Ten men were killed in Wau on Monday, a day after five were killed in a raid on a rival village.",
                     "killed", {"target": ["men"]}, id="a raid of the day before"),
        pytest.param("India hit back by expelling six Canadian envoys on Monday.", "expelling",
                     {"perpetrator": ["India"], "target": ["Canadian envoys"]}, id="who hits back"),
        pytest.param("Herders raided Agatu on Monday. The army said soldiers were near. They opened fire on soldiers.",
                     "opened", {"perpetrator": ["Herders"], "target": ["soldiers"]},
                     id="soldiers do not shoot at soldiers"),
        pytest.param("Rebels carried out an ambush on a convoy led by a general near Gao on Monday.", "ambush",
                     {"perpetrator": ["Rebels"], "target": ["convoy"]}, id="who leads those struck"),
        pytest.param("A raid led by a general killed ten men near Gao on Monday.", "raid",
                     {"perpetrator": ["general"], "target": ["men"]}, id="who leads a raid"),
        pytest.param("JNIM ambushed troops near Gao on Monday. Ten died in the counterattack.", "counterattack",
                     {}, id="a counterattack is of the others"),
        pytest.param("Two companies of Maoists attacked a mill near Bijapur on Monday.", "attacked",
                     {"perpetrator": ["Maoists"], "target": ["mill"]}, id="companies of"),
        pytest.param("Rebels positioned in the hills shelled a mill near Homs on Monday.", "shelled",
                     {"perpetrator": ["Rebels"], "target": ["mill"]}, id="positioned in"),
        pytest.param("The mayor announced the killing of five soldiers near Gao on Monday.", "killing",
                     {"target": ["soldiers"]}, id="who announces a killing"),
        pytest.param("The rebels announced the killing of five soldiers near Gao on Monday.", "killing",
                     {"perpetrator": ["rebels"], "target": ["soldiers"], "claimant": ["rebels"]},
                     id="announce their own"),
    ],
)  # fmt: skip
def test_which_side_did_it(text: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    assert of_trigger(text, trigger, ontology) == who
