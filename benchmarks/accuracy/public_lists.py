"""The public lists, whole and with columns left out, in the form of make_lists.py.

public_lists.py SHARED_DATA FOLDER writes <list>.csv (first column: record) and <list>.truth.csv
(record, entity); of two lists that are linked the second is <list>.right.csv. Lists whose names end
in -kinds have <list>.kinds.csv (column, kind): those that benchmarks/peers gives, and no others.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "peers"))
from harness.kinds import FAKE, FEBRL, RESTAURANTS, SENZING, SITES  # noqa: E402

Rows = list[dict[str, str]]


def read(path: Path) -> Rows:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return [
            {(key or "").strip(): (value or "").strip() for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def columns_of(rows: Rows) -> list[str]:
    return list(dict.fromkeys(c for row in rows for c in row if c))


def write(path: Path, rows: Rows, record: str, left_out: tuple[str, ...]) -> None:
    columns = [c for c in columns_of(rows) if c != record and c not in left_out]
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["record", *columns])
        out.writerows([row[record], *[row.get(c, "") for c in columns]] for row in rows)


def write_truth(path: Path, entities: dict[str, str]) -> None:
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["record", "entity"])
        out.writerows(entities.items())


def write_kinds(path: Path, kinds: dict[str, str]) -> None:
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["column", "kind"])
        out.writerows(kinds.items())


def febrl_number(row: dict[str, str]) -> str:
    return row["rec_id"].split("-")[1]


def main(data: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)

    def one(name: str, rows: Rows, record: str, entities: list[str], left_out=(), kinds=None) -> None:
        write(folder / f"{name}.csv", rows, record, left_out)
        if kinds:
            write_kinds(folder / f"{name}.kinds.csv", kinds)
        write_truth(
            folder / f"{name}.truth.csv", {r[record]: e for r, e in zip(rows, entities, strict=True)}
        )

    def two(name: str, left: Rows, right: Rows, record: str, truth, left_out=(), kinds=None) -> None:
        write(folder / f"{name}.csv", left, record, left_out)
        if kinds:
            write_kinds(folder / f"{name}.kinds.csv", kinds)
        write(folder / f"{name}.right.csv", right, record, left_out)
        write_truth(folder / f"{name}.truth.csv", truth)

    address = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
    for number in ("1", "2"):
        rows = read(data / f"febrl/dataset{number}.csv")
        truth = [febrl_number(row) for row in rows]
        one(f"febrl{number}", rows, "rec_id", truth)
        one(f"febrl{number}-kinds", rows, "rec_id", truth, kinds=FEBRL)
    one("febrl2-noid", rows, "rec_id", truth, ("soc_sec_id",))
    one("febrl2-names+dob", rows, "rec_id", truth, ("soc_sec_id", *address))
    one("febrl2-nodate", rows, "rec_id", truth, ("soc_sec_id", "date_of_birth"))

    left, right = (read(data / f"febrl/dataset4{side}.csv") for side in "ab")
    truth = {row["rec_id"]: febrl_number(row) for row in left + right}
    two("febrl4", left, right, "rec_id", truth)
    two("febrl4-kinds", left, right, "rec_id", truth, kinds=FEBRL)
    two("febrl4-noid", left, right, "rec_id", truth, ("soc_sec_id",))
    two("febrl4-nodate", left, right, "rec_id", truth, ("soc_sec_id", "date_of_birth"))

    rows = read(data / "splink_fake_1000.csv")
    truth = [row["cluster"] for row in rows]
    for name, left_out in {"": (), "-noemail": ("email",), "-nodob": ("dob",), "-nocity": ("city", "email")}.items():
        one(f"fake1000{name}", rows, "unique_id", truth, ("cluster", *left_out))
    one("fake1000-kinds", rows, "unique_id", truth, ("cluster",), FAKE)

    rows = read(data / "chicago_sites_with_true_ids.csv")
    truth = [row["True Id"] for row in rows]
    one("chicago", rows, "Id", truth, ("True Id",))
    one("chicago-nophone", rows, "Id", truth, ("True Id", "Phone"))
    one("chicago-kinds", rows, "Id", truth, ("True Id",), SITES)

    left, right = (read(data / f"fodors_zagats/{side}.csv") for side in ("fodors", "zagats"))
    pairs = read(data / "fodors_zagats/matches_fodors_zagats.csv")
    truth = {row["id"]: row["id"] for row in left + right}
    truth.update({pair["zagats_id"]: pair["fodors_id"] for pair in pairs})
    two("fodors", left, right, "id", truth)
    two("fodors-kinds", left, right, "id", truth, kinds=RESTAURANTS)

    sources = ("customers", "reference", "watchlist")
    rows = [row for source in sources for row in read(data / f"senzing/{source}.csv")]
    key = read(data / "senzing/actual_truthset_key.csv")
    cluster = {(row["DATA_SOURCE"], row["RECORD_ID"]): row["CLUSTER_ID"] for row in key}
    truth = [cluster[row["DATA_SOURCE"], row["RECORD_ID"]] for row in rows]
    rows = [row | {"record": f"{row['DATA_SOURCE']}-{row['RECORD_ID']}"} for row in rows]
    one("senzing-kinds", rows, "record", truth, kinds=SENZING)


main(Path(sys.argv[1]), Path(sys.argv[2]))
