"""Reads the pattern files and checks them. First form: one list of words a type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WORDS = {
    "air_strike": "air strike,airstrike,air strikes,airstrikes,air raid,air raids,drone strike,missile strike,missile attack,drone attack",
    "shelling": "shelling,shelled,mortar fire,artillery fire,rocket fire",
    "suicide_bombing": "suicide bombing,suicide attack,suicide bomber",
    "bombing": "bombing,bombings,explosion,blast,roadside bomb,car bomb,blew up",
    "armed_clash": "clash,clashes,clashed,gun battle,exchange of fire,shootout",
    "abduction": "kidnapped,abducted,kidnapping,abduction",
    "assassination": "assassinated,assassination",
    "armed_attack": "attack,attacks,attacked,ambush,ambushed,raid,opened fire,gunned down,shot dead",
    "security_operation": "search operation,sanitization operation,launched an operation",
    "arrest": "arrested,detained,arrests",
    "protest": "protested,protest,protests,rallied,demonstrators marched",
    "condemn": "condemned,condemns,denounced",
    "accuse": "accused,blamed",
    "threaten": "threatened,warned",
    "appeal": "urged,called on,appealed",
    "meet": "held talks,met with,talks",
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns."""

    words: Mapping[str, str]  # words as written in lower case -> event type


def load_patterns() -> Patterns:
    """The project's patterns."""
    return Patterns({word: kind for kind, words in WORDS.items() for word in words.split(",")})
