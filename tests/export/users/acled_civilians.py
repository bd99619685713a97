"""ACLED, a usual question: who targets civilians, by kind of actor, in events that are dated and placed exactly."""

import sys

import pandas as pd

INTER = [
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
]
events = pd.read_csv(sys.argv[1], parse_dates=["event_date"], low_memory=False)
assert events["inter1"].isin(INTER).all()
assert events["inter2"].dropna().isin(INTER).all()
assert events["time_precision"].isin([1, 2, 3]).all()
assert events["geo_precision"].isin([1, 2, 3]).all()
exact = events.query("time_precision == 1 and geo_precision <= 2")
targeting = exact[exact["civilian_targeting"] == "Civilian targeting"]
by_actor = targeting.groupby(["inter1", "actor1"])["fatalities"].agg(["count", "sum"]).reset_index()
print(by_actor.sort_values("sum", ascending=False).to_csv(index=False), end="")
