"""ACLED, a usual question: political violence and reported fatalities a country and month."""

import sys

import pandas as pd

events = pd.read_csv(sys.argv[1], parse_dates=["event_date"], low_memory=False)
violence = events[events["disorder_type"].str.contains("Political violence")]
monthly = (
    violence.groupby(["country", pd.Grouper(key="event_date", freq="MS")])
    .agg(events=("event_id_cnty", "nunique"), fatalities=("fatalities", "sum"))
    .reset_index()
)
assert monthly["fatalities"].dtype == "int64"
assert (events["event_date"].dt.year == events["year"]).all()
print(monthly.to_csv(index=False), end="")
