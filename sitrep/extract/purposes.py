"""Who is to do what an infinitive tells: of 'visited X to discuss' the visitor, of 'urged X to leave' X.

What belongs here: the subject of an infinitive behind an object. What does not: infinitives right behind their verb
(clauses.py), and what an infinitive says of an event (contents.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun

_ACTING = frozenset({"people", "actor", "state", "body", "official", "military", "police", "militants", "pronoun"})
_LASTING = frozenset({"measure"})  # "gave the workers a day to leave"
#: Verbs by which somebody brings the one behind them to do what follows "to", or says that they do it.
_LEADING = frozenset(
    """ask urge tell order force compel press pressure push persuade convince encourage allow permit let help assist aid
    enable cause get lead want expect need require request beg plead implore beseech exhort instruct direct command
    invite call appeal oblige coerce advise counsel caution warn forbid authorise authorize commission hire pay bribe
    recruit train send dispatch despatch deploy rush fly move bring appoint name elect choose select pick assign detail
    nominate prepare teach leave give grant offer find believe consider declare prove show know trust arm equip empower
    inspire motivate provoke prompt tempt lure goad challenge dare incite have see hear like prefer entitle qualify
    prod nudge entreat drive lobby petition mobilise mobilize summon set free contribute provide lend commit join back
    support station post call_on call_upon appeal_to plead_with rely_on depend_on pray_for wait_for call_for use
    employ contract instigate induce delegate task designate mandate ban bar prohibit""".split()
)
#: ... and by which somebody says what that one is: "take it to be the work of X".
_HOLDING = frozenset("take hold think suspect deem judge assume suppose presume report".split())


def choose_doers(clauses: list[Clause], nouns: Nouns) -> None:
    """Gives infinitives of purpose back to those who act: 'rebels stormed the embassy to free two men'."""
    for clause in clauses:
        outer = clause.parent
        if clause.kind != "infinitive" or outer is None or outer.verb is None or not outer.objects:
            continue
        behind = outer.objects[-1]
        if clause.subject is not behind or outer.verb.is_passive or outer.subject is None:
            continue
        name = outer.verb.name()
        classes = nouns.of(behind).classes
        held = clause.verb is not None and clause.verb.lemma == "be" and outer.verb.lemma in _HOLDING
        if held or outer.verb.lemma in _LEADING or name in _LEADING:
            if classes & _LASTING and len(outer.objects) > 1:
                _pass_on(clause, outer.objects[-2])
        elif "event" not in classes and classes & (_ACTING | {"place", "facility"}):
            _pass_on(clause, outer.subject)
        elif outer.verb.lemma == "be" and behind.last - behind.first == 1 and not classes - {"thing"}:
            _pass_on(clause, outer.subject)  # "he was careful not to blame anybody"
    _share_subjects(clauses)


def _share_subjects(clauses: list[Clause]) -> None:
    """'closed the border while accusing X', 'After meeting X, Y said': who did the one did the other."""
    for number, clause in enumerate(clauses):
        outer = clause.parent
        if clause.kind != "participle" or clause.subject is not None or clause.verb is None or outer is None:
            continue
        if clause.verb.form != "gerund" or outer.verb is not None or outer.subject is not None:
            continue
        main = outer.parent
        if main is None or main.verb is None:
            main = next((c for c in clauses[number + 1 :] if c.kind == "main" and c.subject is not None), None)
        if main is not None and main.subject is not None and main.verb is not None:
            _pass_on(clause, main.subject)


def _pass_on(clause: Clause, subject: Noun) -> None:
    old = clause.subject
    clause.subject = subject
    for child in clause.children:
        if child.subject is old:
            child.subject = subject
