"""Whom a toll counts: people named with their ages, some of a whole, those hurt beside the dead, and captives."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, tolls_of

PEOPLE = {
    "a part behind the verb": (
        "Fifteen people were killed, including three gunmen, in a raid on a hotel in Gao.",
        ["killed 15 total", "killed 3 militant"],
    ),
    "those who attacked": (
        "A raid on a hotel in Gao left 15 people dead, including the three attackers.",
        ["killed 15 total", "killed 3 militant"],
    ),
    "who attacked, alone": (
        "A blast killed nine people in Gao, including the suicide bomber.",
        ["killed 1 militant", "killed 9 total"],
    ),
    "among them, at the end": (
        "Nine people died in the raid on a hotel in Gao on Monday, among them two guards.",
        ["killed 2 security_force", "killed 9 total"],
    ),
    "all by name": (
        "Gunmen killed four people in Gao on Monday. The four were Ali Keita, Musa Traore, Omar Cisse and Ada Toure.",
        ["killed 4 civilian", "killed 4 total"],
    ),
    "one number for two trades": (
        "A bomb killed 12 people in Gao on Monday. Six of them were soldiers and policemen.",
        ["killed 12 total", "killed 6 security_force"],
    ),
    "one number for two sides": (
        "A bomb killed 12 people in Gao on Monday. Six of them were soldiers and farmers.",
        ["killed 12 total"],
    ),
    "two of one side": (
        "A blast killed 12 people in Gao, including two soldiers and a policeman.",
        ["killed 12 total", "killed 3 security_force"],
    ),
    "including the place": ("Gunmen killed six people in Gao, including in the market.", ["killed 6 total"]),
    "the head of a force": ("Gunmen killed the head of the military police in Gao.", ["killed 1 security_force"]),
    "a commander of an army": ("Gunmen killed a commander of the Malian army in Gao.", ["killed 1 security_force"]),
    "the chief of police": ("Gunmen killed the chief of police of Mosul.", ["killed 1 security_force"]),
    "the head of a ministry": ("Gunmen killed the head of the health ministry in Gao.", ["killed 1 civilian"]),
    "hurt, then dead": (
        "A policeman was wounded by gunmen in Gao on Monday. He later died in hospital.",
        ["killed 1 security_force"],
    ),
    "hit, then dead": (
        "A judge was hit by several bullets in Gao on Monday. He was taken to hospital but died there.",
        ["killed 1 civilian"],
    ),
    "hurt, and she died days later": (
        "A policewoman was shot and wounded in Gao on Monday. Police launched a search. She died on Tuesday.",
        ["killed 1 security_force"],
    ),
    "a girl who was hurt": ("A girl was wounded in Gao on Monday. She died at a clinic.", ["killed 1 civilian"]),
    "two who were hurt, and somebody else": (
        "A bomb wounded two policemen in Gao on Monday. A teacher was with them. He died in hospital.",
        ["injured 2 security_force", "killed 1 total"],
    ),
    "one of them died": (
        "Gunmen shot two farmers in Gao on Monday. One of them died in hospital.",
        ["killed 1 total"],
    ),
    "one of them spoke": ("Gunmen wounded two farmers in Gao on Monday. One of them spoke.", ["injured 2 civilian"]),
    "a colonel by his surname": (
        "Gunmen shot Colonel Ali Nur in Gao on Monday. Nur died in hospital.",
        ["killed 1 security_force"],
    ),
    "an officer of the police before": (
        "Police officer Ali Nur was on patrol. Gunmen shot dead Nur in Gao on Monday.",
        ["killed 1 security_force"],
    ),
    "a colonel by his surname without its article": (
        "Gunmen shot Colonel Ali al-Barghathi in Gao on Monday. Barghathi died in hospital.",
        ["killed 1 security_force"],
    ),
    "a doctor by his surname": (
        "Gunmen shot Doctor Ali Nur in Gao on Monday. Nur died in hospital.",
        ["killed 1 civilian"],
    ),
    "the surname of another": (
        "Colonel Ali Hassan spoke in Gao. Gunmen shot Musa Nur on Monday. Nur died in hospital.",
        ["killed 1 civilian"],
    ),
    "died of bullet wounds": ("Two guards died of bullet wounds in Gao on Monday.", ["killed 2 security_force"]),
    "shot, and died of it": (
        "A judge was shot by gunmen in Gao on Monday and died of gunshot wounds.",
        ["killed 1 civilian"],
    ),
    "shot, and died in hospital of it": (
        "A teacher was shot in Gao on Monday and died in hospital of gunshot wounds to the head.",
        ["killed 1 civilian"],
    ),
    "he died of it": (
        "A judge was shot in Gao on Monday. He died later of gunshot wounds to the chest.",
        ["killed 1 total"],
    ),
    "died from stab wounds": ("A trader died from stab wounds in Gao on Monday.", ["killed 1 civilian"]),
    "wounds to the head": (
        "A judge was shot in Gao on Monday. He died in hospital of wounds to the head and chest.",
        ["killed 1 total"],
    ),
    "one of them and what he was": (
        "One of its soldiers, a sergeant, was killed by a bomb in Gao on Monday.",
        ["killed 1 security_force"],
    ),
    "three of them and one more": (
        "A bomb in Gao killed the governor as well as three of his bodyguards and his driver on Monday.",
        ["killed 2 civilian", "killed 3 security_force"],
    ),
    "two and their names": (
        "Two priests, Juan Perez and Luis Mora, and a guide were shot dead in Gao on Monday.",
        ["killed 3 civilian"],
    ),
    "two, a name and others": (
        "Two traders, Ali Hassan and three farmers were killed in Gao on Monday.",
        ["killed 6 civilian"],
    ),
    "some of the wounded died": (
        "Gunmen killed 14 traders near Gao on Monday. Nine of the wounded died in hospital.",
        ["killed 14 civilian"],
    ),
    "of the wounded, some died": (
        "Gunmen killed 14 traders near Gao on Monday. Of the wounded, six died on the way to hospital.",
        ["killed 14 civilian"],
    ),
    "of two kinds, and some of the wounded died": (
        "Six traders and two guards were killed in a raid on a bus near Gao on Monday. The bus was attacked "
        "at a bridge, but three of the injured died on the way.",
        ["killed 2 security_force", "killed 6 civilian"],
    ),
    "six and the bomber besides": (
        "A blast in Gao killed six people plus the bomber on Monday.",
        ["killed 1 militant", "killed 7 total"],
    ),
    "in addition to the attacker": (
        "Six people, in addition to the attacker, were killed in a blast in Gao on Monday.",
        ["killed 1 militant", "killed 7 total"],
    ),
    "along with no number": (
        "Gunmen killed six farmers along with the army near Gao on Monday.",
        ["killed 6 civilian"],
    ),
    "so many miles off": (
        "Rebels killed six soldiers 20 miles from Gao on Monday.",
        ["killed 6 security_force"],
    ),
    "so many metres off": (
        "Rebels shot dead six soldiers about 300 metres from a market in Gao on Monday.",
        ["killed 6 security_force"],
    ),
    "one number for two groups": (
        "A bomb in Gao killed nine soldiers and civilians on Monday.",
        ["killed 9 total"],
    ),
    "one number for some and for a staff": (
        "Three patients and hospital staff were killed by a bomb in Gao on Monday.",
        ["killed 3 civilian"],
    ),
    "three of two kinds": (
        "A bomb in Gao killed three of the teachers and students on Monday.",
        ["killed 3 civilian"],
    ),
    "one of them and others": (
        "One of the guards, a driver and two children were killed by a bomb in Gao on Monday.",
        ["killed 1 security_force", "killed 2 child", "killed 3 civilian"],
    ),
    "a head of fighters": (
        "A senior military leader of the Taliban was killed in an air strike near Gao on Monday.",
        ["killed 1 militant"],
    ),
    "a head of soldiers": (
        "A senior army commander was killed in an air strike near Gao on Monday.",
        ["killed 1 security_force"],
    ),
    "a stranger": (
        "A bomb killed an unidentified man in Gao on Monday.",
        ["killed 1 total"],
    ),
    "the army's own": (
        "Rebels attacked Gao on Monday. The army suffered six dead.",
        ["killed 6 security_force"],
    ),
    "in what condition": (
        "A gunman attacked a church in Gao on Monday, leaving three people dead and two in critical condition.",
        ["injured 2 total", "killed 3 total"],
    ),
    "deaths that are answered": (
        "Rebels attacked a post in Gao on Monday. They said the attack was a reply to the deaths of two farmers.",
        [],
    ),
    "known to be dead": (
        "Nine people were known to have been killed by the bomb in Gao on Monday.",
        ["killed 9 total"],
    ),
    "ages behind names": (
        "Sergeant Omar Dall, 27, Corporal Ben Cole, 24, and Private Tom Kane, 19, were killed by a bomb in Gao.",
        ["killed 3 security_force"],
    ),
    "a name that is a verb as well": (
        "Rebels killed the scholar Hamid Said, 61, and his brother in Gao on Monday.",
        ["killed 2 civilian"],
    ),
    "figures of two towns are no ages": (
        "The army said 12 soldiers were killed in Gao, 30, it said, in all of Monday's raids.",
        ["killed 12 security_force"],
    ),
    "a remark on the first of two": (
        "Omar Dall, a farmer, and Ben Cole, a teacher, were killed by a bomb in Gao on Monday.",
        ["killed 2 civilian"],
    ),
    "a list of three": (
        "A mayor, a farmer, and a teacher were killed by a bomb in Gao on Monday.",
        ["killed 3 civilian"],
    ),
    "some of a whole": (
        "Three children were among the 12 people killed in Monday's bombing of a bus near Gao.",
        ["killed 12 total", "killed 3 child"],
    ),
    "some of those of whom no number is told": (
        "Three children were among the people killed in Monday's bombing of a bus near Gao.",
        ["killed 3 child"],
    ),
    "looking back on a number": (
        "A bomb killed 12 people in Gao on Monday. The 12 people killed were all farmers.",
        ["killed 12 total"],
    ),
    "hurt beside the dead": (
        "Rebels opened fire on a jeep near Gao on Monday, one civilian killed and two injured.",
        ["injured 2 total", "killed 1 civilian"],
    ),
    "who killed and wounded": (
        "Rebels killed two soldiers and injured three near Gao on Monday.",
        ["injured 3 total", "killed 2 security_force"],
    ),
    "five or six more": (
        "Rebels opened fire on a bus near Gao on Monday, and two people were killed and five or six more wounded.",
        ["injured 5-6 total", "killed 2 total"],
    ),
    "or so": ("A dozen or so soldiers were killed near Gao on Monday.", ["killed 12 security_force"]),
    "killed captives": (
        "Three farmers were kidnapped and killed by rebels near Gao on Monday.",
        ["abducted 3 civilian", "killed 3 civilian"],
    ),
    "freed captives": (
        "Three farmers were kidnapped and released by rebels near Gao on Monday.",
        ["abducted 3 civilian"],
    ),
    "who was shot": ("The mayor of Gao, who was shot dead on Monday, was a farmer.", ["killed 1 civilian"]),
    "who was shot in a capital": (
        "The governor of Bamako, who was killed by a bomb on Monday, was a farmer.",
        ["killed 1 civilian"],
    ),
    "who went there": (
        "Rebels attacked a bus in Gao on Monday. The mayor of Gao, who went there, said six people were killed.",
        ["killed 6 total"],
    ),
    "some of their own": (
        "The rebels said they lost seven of their fighters in a clash with the army near Gao on Monday.",
        ["killed 7 militant"],
    ),
    "some of its arms": ("The army lost three of its tanks in an ambush near Gao on Monday.", []),
    "what falls": (
        "Falling debris hurt four people and started a fire in an office building in Gao, Omar Dall wrote.",
        ["injured 4 total"],
    ),
    "who fell": ("Two soldiers fell in an ambush near Gao on Monday.", ["killed 2 security_force"]),
    "the number of a year": (
        "Monday's attack near Gao brought to 27 the number of policemen killed this year.",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "tolls"), PEOPLE.values(), ids=PEOPLE.keys())
def test_whom_a_toll_counts(text: str, tolls: list[str], ontology: Ontology) -> None:
    told = {toll for mention in mentions_of(text, ontology) for toll in tolls_of(mention) if not mention.is_aggregate}
    assert sorted(told) == tolls
