"""ACLED, a usual question: the mix of event types and sub-events, and the interactions behind them."""

import sys

import pandas as pd

EVENT_TYPES = {
    "Battles": ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
    "Protests": ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Explosions/Remote violence": [
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Strategic developments": [
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ],
}
events = pd.read_csv(sys.argv[1], low_memory=False)
for event_type, group in events.groupby("event_type"):
    assert group["sub_event_type"].isin(EVENT_TYPES[event_type]).all()
parts = events["interaction"].str.split("-", n=1, expand=True)
assert parts[0].str.removesuffix(" only").eq(events["inter1"]).all()
mix = pd.crosstab([events["region"], events["country"], events["admin1"]], events["event_type"]).reset_index()
print(mix.to_csv(index=False), end="")
print(events["interaction"].value_counts().sort_index().to_csv(), end="")
