"""Checks the rules about includes.

  rooms        no room includes one to its right
  third-party  no public header includes anything but the standard library and galena
  umbrella     galena/galena.hpp reaches every public header, and nothing inside includes it
  cost         the umbrella costs at most so many seconds of user time to compile; how many times
               as long as its standard headers is told too, by which a slow machine is known

Prints every violation as file:line and ends with status 1 when there is one.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator, NamedTuple

# What a room may include besides itself, in addition to what those may include.
DIRECTLY_LEFT = {
    "base": (),
    "record": ("base",),
    "criteria": ("record",),
    "calendar": ("record",),
    "lifecycle": ("criteria", "calendar"),
    "match": ("criteria", "calendar"),
    "assign": ("lifecycle", "match"),
    "merge": ("lifecycle", "match"),
    "intake": ("assign", "merge"),
    "engage": ("assign", "merge"),
    "qualify": ("assign", "merge"),
    "convert": ("assign", "merge"),
    "pipeline": ("assign", "merge"),
    "partner": ("assign", "merge"),
    "report": ("assign", "merge"),
    "store": ("record",),
    "desk": ("intake", "engage", "qualify", "convert", "pipeline", "partner", "report", "store"),
}

# Private foundations of src/, below every room.
FOUNDATIONS = ("detail",)

STANDARD_HEADERS = frozenset("""
    algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv
    chrono cinttypes climits clocale cmath codecvt compare complex concepts condition_variable
    coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar
    cwctype deque exception execution filesystem forward_list fstream functional future
    initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map
    memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio
    regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept
    stop_token streambuf string string_view strstream syncstream system_error thread tuple
    type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector
    version
""".split())

C_API_HEADERS = frozenset({"stddef.h", "stdint.h"})

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


class Include(NamedTuple):
    file: Path
    line: int
    target: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: includes {self.target}"


def rooms_left_of(room: str) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(DIRECTLY_LEFT[room])
    while waiting:
        left = waiting.pop()
        if left not in reached:
            reached.add(left)
            waiting.extend(DIRECTLY_LEFT[left])
    return frozenset(reached)


def includes_of(path: Path, root: Path) -> Iterator[Include]:
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        found = INCLUDE.match(line)
        if found:
            yield Include(path.relative_to(root), number, found.group(1))


def sources_below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in {".hpp", ".h", ".cc"})


def room_of_target(include: Include, root: Path) -> str | None:
    """The room (or foundation) that an include leads into, None when it is not galena's."""
    target = include.target.removeprefix("galena/")
    first = target.split("/")[0]
    if "/" in target and (first in DIRECTLY_LEFT or first in FOUNDATIONS):
        # A folder of the including file's own room may carry the name of a room.
        beside = root / include.file.parent / include.target
        return None if beside.exists() else first
    return None


def check_rooms(root: Path) -> list[str]:
    problems = []
    for top in (root / "include" / "galena", root / "src"):
        folders = sorted(p for p in top.iterdir() if p.is_dir()) if top.is_dir() else []
        for folder in folders:
            room = folder.name
            if room in FOUNDATIONS:
                allowed = frozenset(FOUNDATIONS) | {"base"}
            elif room in DIRECTLY_LEFT:
                allowed = rooms_left_of(room) | {room} | frozenset(FOUNDATIONS)
            else:
                problems.append(f"{folder.relative_to(root)}: is no room; "
                                "add it to DIRECTLY_LEFT in tests/structure/includes.py")
                continue
            for path in sources_below(folder):
                for include in includes_of(path, root):
                    target = room_of_target(include, root)
                    if target is not None and target not in allowed:
                        problems.append(f"{include}, but {room} is not to the right of {target}")
                    if include.target == "galena/galena.hpp":
                        problems.append(f"{include}: the umbrella is for users only")
    return problems


def check_third_party(root: Path) -> list[str]:
    problems = []
    public = root / "include"
    for path in sources_below(public):
        for include in includes_of(path, root):
            inside = (public / include.target).exists() or (path.parent / include.target).exists()
            if include.target not in STANDARD_HEADERS and not inside:
                problems.append(f"{include}, neither standard nor a public header of galena")
    c_header = root / "capi" / "galena.h"
    if c_header.exists():
        for include in includes_of(c_header, root):
            if include.target not in C_API_HEADERS:
                problems.append(f"{include}; galena.h may include <stddef.h> and <stdint.h> only")
    return problems


def reachable(start: Path, public: Path) -> set[Path]:
    reached: set[Path] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for include in includes_of(path, public):
            for candidate in (public / include.target, path.parent / include.target):
                if candidate.exists():
                    waiting.append(candidate.resolve())
                    break
    return reached


def check_umbrella(root: Path) -> list[str]:
    public = (root / "include").resolve()
    umbrella = public / "galena" / "galena.hpp"
    if not umbrella.exists():
        return ["include/galena/galena.hpp is missing"]
    missing = set(public.rglob("*.hpp")) - reachable(umbrella, public)
    return [f"{path.relative_to(public)}: not reached from galena/galena.hpp"
            for path in sorted(missing)]


def user_seconds(command: list[str]) -> float:
    before = os.times().children_user
    subprocess.run(command, check=True)
    return os.times().children_user - before


def standard_headers(root: Path) -> list[str]:
    """The standard headers that the public ones include, in the order of their names."""
    return sorted({include.target for path in (root / "include").rglob("*.hpp")
                   for include in includes_of(path, root / "include")
                   if "/" not in include.target and "." not in include.target})


def check_cost(root: Path, compiler: str, limit: float, runs: int = 5) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        def command(name: str, headers: list[str]) -> list[str]:
            unit = Path(folder) / f"{name}.cc"
            unit.write_text("".join(f"#include <{header}>\n" for header in headers),
                            encoding="utf-8")
            return [compiler, "-std=c++20", "-fsyntax-only", f"-I{root / 'include'}", str(unit)]

        commands = [command("umbrella", ["galena/galena.hpp"]),
                    command("standard", standard_headers(root))]
        # The least of several runs, in turn: what disturbs a measurement only ever adds to it.
        taken = [[user_seconds(one) for one in commands] for _ in range(runs)]
    umbrella, standard = (min(times) for times in zip(*taken))
    print(f"#include <galena/galena.hpp>: {umbrella:.2f} s user time (limit {limit:g}), "
          f"{umbrella / standard:.1f} times the {standard:.2f} s of its standard headers")
    return [f"the umbrella costs {umbrella:.2f} s, more than {limit:g}"] \
        if umbrella > limit else []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    rules = parser.add_subparsers(dest="rule", required=True)
    rules.add_parser("rooms")
    rules.add_parser("third-party")
    rules.add_parser("umbrella")
    cost = rules.add_parser("cost")
    cost.add_argument("--compiler", required=True)
    cost.add_argument("--seconds", type=float, required=True)
    arguments = parser.parse_args()

    root = arguments.root.resolve()
    if arguments.rule == "rooms":
        problems = check_rooms(root)
    elif arguments.rule == "third-party":
        problems = check_third_party(root)
    elif arguments.rule == "umbrella":
        problems = check_umbrella(root)
    else:
        problems = check_cost(root, arguments.compiler, arguments.seconds)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
