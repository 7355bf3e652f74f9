"""Which tests have several threads as their subject: those with `Thread` in their name.

scripts/test --long runs them, and the programs they are in, under the thread sanitizer.

  thread_tests.py rooms    prints the folders of tests/ that have such a test
  thread_tests.py names    every test that starts threads itself must be named so

`names` prints every violation as file:line and ends with status 1 when there is one.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

TEST = re.compile(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", re.MULTILINE)
STARTS_THREADS = re.compile(r"\bstd::(?:vector<std::j?thread>|j?thread|async)\b(?!::)")


class Test(NamedTuple):
    file: Path
    line: int
    name: str
    body: str


def tests_of(folder: Path) -> Iterator[Test]:
    """The tests of the everyday programs; a body ends where the next test begins."""
    for file in sorted(folder.rglob("*_test.cc")):
        if file.name.endswith("_long_test.cc"):
            continue
        text = file.read_text(encoding="utf-8")
        heads = list(TEST.finditer(text))
        ends = [head.start() for head in heads[1:]] + [len(text)]
        for head, end in zip(heads, ends):
            # What follows the test's own closing brace belongs to the next one.
            body = text[head.start():end].partition("\n}\n")[0]
            yield Test(file, text.count("\n", 0, head.start()) + 1, head.group(2), body)


def has_threads(test: Test) -> bool:
    return "Thread" in test.name


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("what", choices=("rooms", "names"))
    arguments = parser.parse_args()
    folder = arguments.root.resolve() / "tests"
    tests = list(tests_of(folder))
    if arguments.what == "rooms":
        rooms = {test.file.relative_to(folder).parts[0] for test in tests if has_threads(test)}
        print("\n".join(sorted(rooms)))
        return 0 if rooms else 1
    wrong = [test for test in tests if STARTS_THREADS.search(test.body) and not has_threads(test)]
    for test in wrong:
        print(f"{test.file}:{test.line}: {test.name} starts threads and has no 'Thread' in its name")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
