"""UCDP GED, a usual question: deaths a year, country and type of violence, with their bounds."""

import sys

import pandas as pd

TYPES = {1: "state-based", 2: "non-state", 3: "one-sided"}
ged = pd.read_csv(sys.argv[1], parse_dates=["date_start", "date_end"], low_memory=False)
assert (ged["low"] <= ged["best"]).all()
assert (ged["best"] <= ged["high"]).all()
assert (ged["best"] == ged[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1)).all()
assert (ged["date_start"] <= ged["date_end"]).all()
ged["type"] = ged["type_of_violence"].map(TYPES)
yearly = ged.groupby(["year", "country_id", "country", "type"])[["low", "best", "high"]].sum().reset_index()
print(yearly.to_csv(index=False), end="")
