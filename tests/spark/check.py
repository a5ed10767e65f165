"""Spark hands each worker its rows as Arrow, and `spc_table` takes them so: see tests/spark/run."""

import random
import sys

import equipoise
import pyarrow as pa
from pyspark.sql import SparkSession

SERIES, MONTHS, GROUPS = 400, 36, 8
ABOUT = {"improvement_direction": "increase", "targets": 92.0, "one_thread": True}
COLUMNS = ["series", "n", "variation", "assurance", "since", "value", "mean", "lower_limit", "upper_limit"]
SHAPE = "series string, n long, variation string, assurance string, since long"
SHAPE += ", value double, mean double, lower_limit double, upper_limit double"


def judged(rows: pa.Table) -> pa.Table:
    """What is said of the series among some rows, in types that Spark has."""
    answer = pa.Table.from_batches([pa.record_batch(equipoise.spc_table(rows, **ABOUT).series)]).select(COLUMNS)
    types = [pa.string(), pa.int64(), pa.string(), pa.string(), pa.int64(), *[pa.float64()] * 4]
    return answer.cast(pa.schema(list(zip(COLUMNS, types, strict=True))))


def main() -> None:
    draw = random.Random(20230331)
    rows = []
    for number in range(SERIES):
        step = draw.choice([-3, 0, 0, 0, 3])
        for month in range(MONTHS):
            value = round(92 + draw.gauss(0, 1) + (step if month > 26 else 0), 2)
            rows.append((f"S{number:03}", number % GROUPS, month, value))
    draw.shuffle(rows)
    names = ["series", "group", "period", "value"]
    spark = SparkSession.builder.master("local[2]").appName("equipoise").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.createDataFrame(rows, "series string, group long, period long, value double")
    # Many series to a group, so that a call judges many at once.
    found = sorted(map(tuple, frame.groupBy("group").applyInArrow(judged, SHAPE).collect()))
    spark.stop()
    whole = pa.table({name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)})
    expected = sorted(tuple(row.values()) for row in judged(whole).to_pylist())
    different = [(ours, theirs) for ours, theirs in zip(expected, found, strict=True) if ours != theirs]
    icons = {row[2] for row in found}
    for ours, theirs in different[:5]:
        print("without Spark", ours, "with Spark", theirs, file=sys.stderr)
    failed = len(different) + (len(icons) < 3)
    print(f"{len(found)} series in {GROUPS} groups, icons {', '.join(sorted(icons))}")
    print(f"{len(found) - len(different)} passed, {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
