"""UCDP GED with PRIO-GRID, a usual question: deaths a grid cell and month, where place and date are well known."""

import math
import sys

import pandas as pd

ged = pd.read_csv(sys.argv[1], parse_dates=["date_start"], low_memory=False)
assert ged["where_prec"].between(1, 7).all()
assert ged["date_prec"].between(1, 5).all()
row = ((ged["latitude"] + 90) * 2).map(math.floor)
column = ((ged["longitude"] + 180) * 2).map(math.floor)
assert (row * 720 + column + 1 == ged["priogrid_gid"]).all()
point = ged["geom_wkt"].str.extract(r"POINT \((?P<x>\S+) (?P<y>\S+)\)").astype(float)
assert point["x"].eq(ged["longitude"]).all()
known = ged.query("where_prec <= 3 and date_prec <= 4").assign(month=lambda one: one["date_start"].dt.strftime("%Y-%m"))
print(known.groupby(["priogrid_gid", "month"])["best"].sum().reset_index().to_csv(index=False), end="")
