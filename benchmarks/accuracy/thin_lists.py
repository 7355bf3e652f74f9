"""Copies lists with fewer duplicates: of the records beside an entity's first one some are left out.

    python thin_lists.py FOLDER OUT SHARE [SEED]

SHARE of these records stay (0: no duplicates at all); of two lists that are linked the left one
stays whole. Then galena_f1_with OUT.
"""
import csv
import pathlib
import random
import shutil
import sys


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return rows.fieldnames, list(rows)


def write(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, columns)
        out.writeheader()
        out.writerows(rows)


def thinned(rows, entity, seen, adds, share, chance):
    """The rows that stay, those of entities that are seen by chance; `adds`: each row is seen then."""
    for row in rows:
        own = entity[row["record"]]
        if own in seen and chance.random() >= share:
            continue
        yield row
        if adds:
            seen.add(own)


def thin(folder, out, name, share, seed):
    chance = random.Random(seed)
    columns, truth = read(folder / f"{name}.truth.csv")
    entity = {row["record"]: row["entity"] for row in truth}
    right = folder / f"{name}.right.csv"
    thin_side = right if right.exists() else folder / f"{name}.csv"
    seen = set()
    if right.exists():
        shutil.copy(folder / f"{name}.csv", out)
        seen = {entity[row["record"]] for row in read(folder / f"{name}.csv")[1]}
    side_columns, rows = read(thin_side)
    write(out / thin_side.name, side_columns, thinned(rows, entity, seen, not right.exists(), share, chance))
    write(out / f"{name}.truth.csv", columns, truth)
    kinds = folder / f"{name}.kinds.csv"
    if kinds.exists():
        shutil.copy(kinds, out)


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    share = float(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.truth.csv")):
        thin(folder, out, path.name.removesuffix(".truth.csv"), share, seed)


if __name__ == "__main__":
    main()
