"""Lists with known truth, made up: persons, companies, free texts, in several languages.

make_lists.py FOLDER [LIST ...] writes <list>.csv (first column: record) and <list>.truth.csv
(record, entity); of two lists that are linked the second is <list>.right.csv. The same lists every
time. "locales" makes those of lists/locales.py. Needs Faker (requirements.txt).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lists import companies, exports, locales, persons, shapes, texts, unseen


def main(folder: Path, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shapes.Lists.folder = folder
    makers = {make.__name__: make for room in (persons, companies, texts, unseen, exports) for make in room.LISTS}
    for name in wanted or makers:
        (locales.locales if name == "locales" else makers[name])()


# Some of Faker's words come out of sets, whose order is that of hashes.
if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0"})
main(Path(sys.argv[1]), sys.argv[2:])
