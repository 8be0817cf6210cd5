"""Reads the wide table and its codebook as an analyst would, and writes figures as JSON.

Usage: analysis.py WIDE CODEBOOK
"""

import json
import sys

import pandas

wide = pandas.read_csv(sys.argv[1], encoding="utf-8-sig", dtype={"session": str})
codebook = pandas.read_csv(sys.argv[2], encoding="utf-8-sig", keep_default_na=False)

figures = {}
for name, lines in codebook.groupby("variable", sort=False):
    column = wide[name]
    figure = {"people": int(column.count())}
    labelled = lines[lines["value"] != ""]
    if len(labelled) > 0:
        figure["counts"] = [int((column == float(value)).sum()) for value in labelled["value"]]
    if lines["measure"].iloc[0] in ("ordinal", "scale"):
        quartiles = column.quantile([0.25, 0.5, 0.75])
        figure["quartiles"] = [float(value) for value in quartiles]
        figure["mean"] = float(column.mean())
    figures[name] = figure

print(json.dumps(figures))
