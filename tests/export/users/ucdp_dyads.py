"""UCDP GED, a usual question: the dyads, who loses how many, and which are active by the 25-deaths rule."""

import sys

import pandas as pd

ged = pd.read_csv(sys.argv[1], low_memory=False)
keys = ["type_of_violence", "dyad_name", "side_a", "side_b", "year"]
deaths = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best"]
dyads = ged.groupby(keys).agg({**dict.fromkeys(deaths, "sum"), "active_year": "max", "id": "nunique"}).reset_index()
assert (dyads["dyad_name"] == dyads["side_a"] + " - " + dyads["side_b"]).all()
assert ((dyads["best"] >= 25).astype(int) == dyads["active_year"]).all()
states = ged[ged["gwnoa"].notna() & (ged["type_of_violence"] == 1)]
assert states["side_a"].str.startswith("Government of ").all()
print(dyads.drop(columns=["side_a", "side_b"]).to_csv(index=False), end="")
