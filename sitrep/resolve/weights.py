"""What each piece of evidence counts for or against two accounts being one happening.

What belongs here: the weights, each with its meaning, and the scores that suffice. What does not: how a piece is found
(scoring). The weights are set by hand, in quarters, and kept where sets of reports with answers came out best; weights
that a regression found on pairs of accounts decided no better.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Score from which two accounts are one happening. A same day in a same town reaches it, as does a same day in a same
#: province with a same perpetrator; a same day in a same country alone does not.
JOIN = 3.5
#: Mean score across two clusters from which they are joined: below a pair's own threshold, as accounts of one
#: incident that each lack something support each other through those that do not.
LINK = 2.75
#: Score from which an account may belong to an incident of a finer tier, and the lead over the next best it needs.
FIT = 2.5
LEAD = 0.5

WEIGHTS: Mapping[str, float] = {
    # kinds of event
    "same kind": 1.0,
    "kinds that go together": 0.5,
    "a kind in common": 0.25,
    "other violence": -1.0,  # one of the two was read wrongly, or both tell a part of it
    # days: both known, by how many days the wider of the two leaves open
    "days agree to 2": 2.0,
    "days agree to 4": 1.5,
    "days agree to 10": 1.0,
    "days agree roughly": 0.5,
    "one date is that of its document": 0.25,
    "one day apart": 0.5,
    # days: one of them or both not known
    "days of the month agree": 1.25,
    "weekdays agree": 0.75,
    "published within days of each other": 0.5,
    "day of the month agrees": 1.5,
    "weekday agrees": 1.0,
    "weekday agrees with one of many": 0.5,
    "published within days of it": 0.5,
    "timeless": -1.0,  # nothing is known to be of one time, nor anything in particular in common
    "timeless, tolls differ": -1.5,  # what is the same else, a town's usual attackers, is so in many years
    # places
    "places: same": 2.0,
    "places: within_place": 1.5,
    "places: within_admin2": 1.5,
    "places: within_admin1": 1.0,
    "places: close": 0.75,
    "places: within_country": 0.25,
    "places: open": 0.0,
    "places: beside": -2.5,
    "places: apart": -6.0,
    "places: beside, both told": -0.5,  # where reports name both towns, one of them may have taken the wrong one
    "places: apart, both told": -1.0,
    # sides
    "perpetrators same": 1.25,
    "perpetrators differ": -1.5,
    "others are said to have done it": -0.5,  # whoever claims an attack need not be who was first suspected of it
    "the same person": 1.75,  # somebody of a name is seldom attacked twice
    "targets same": 0.5,
    "targets differ": -0.25,
    "another state's people struck": -2.0,  # two states struck by one attack are told of together
    # words and measures
    "same place of speech": 0.5,
    "actors same": 1.5,
    "actors in other roles": -1.0,
    "acted on same": 1.0,
    "acted on differ": -1.5,
    # tolls
    "same toll": 1.25,
    "same small toll": 0.75,
    "same toll of none": 0.25,
    "a toll that rose": 0.75,  # it says itself that it goes on with what was told
    "tolls nearly the same": 0.25,  # counts of many bodies seldom agree to the last
    "tolls a little apart": -0.5,
    "tolls differ, place same": -1.25,
    "tolls differ": -3.0,
    # words in common
    "a name in common": 0.5,
    "most of names in common": 1.5,
    "a name in common of the texts": 0.25,
    "most of names in common of the texts": 1.5,
    # within one document: what it tells under two numbers may well be one happening
    "one document": -1.0,
    "one document, no days": 2.0,  # ... and where it gives no day to either, it mostly is
    "its document tells of it already": 1.0,
}
