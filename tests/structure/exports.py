"""Checks the shared library against its header.

  symbols  the functions that galena.h declares are exported, and nothing else is
  needed   the libraries it asks the loader for are on the list below

Prints every difference and ends with status 1 when there is one.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

# Abseil's parts come and go with what the code uses; each other name is here on purpose.
ALLOWED_NEEDED = (
    r"libabsl_\w+\.so\.\d+",
    r"libutf8proc\.so\.2",
    r"libstdc\+\+\.so\.6",
    r"libgcc_s\.so\.1",
    r"libm\.so\.6",
    r"libc\.so\.6",
    r"ld-linux-[\w-]+\.so\.\d",
)


def declared_functions(header: str) -> set[str]:
    code = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    return set(re.findall(r"\bGALENA_API\b[^;(]*?\b(galena_\w+)\s*\(", code))


def undeclared_prototypes(header: str) -> set[str]:
    """Functions declared without GALENA_API: they would not be exported."""
    code = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    prototypes = re.findall(r"(?:^|;)([^;{}#]*?)\b(galena_\w+)\s*\([^;]*\)[^;]*;", code,
                            flags=re.MULTILINE)
    return {name for before, name in prototypes
            if "GALENA_API" not in before and "typedef" not in before}


def exported_symbols(nm_output: str) -> set[str]:
    symbols = set()
    for line in nm_output.splitlines():
        _, kind, name = line.split()
        if kind != "A":  # the version node itself
            symbols.add(name.split("@")[0])
    return symbols


def needed_libraries(readelf_output: str) -> list[str]:
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", readelf_output)


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check_symbols(library: Path, header: Path) -> list[str]:
    text = header.read_text(encoding="utf-8")
    declared = declared_functions(text)
    exported = exported_symbols(output_of("nm", "-D", "--defined-only", str(library)))
    print(f"{len(declared)} functions declared, {len(exported)} symbols exported")
    problems = [f"{name}: declared in galena.h, not exported" for name in declared - exported]
    problems += [f"{name}: exported, not declared in galena.h" for name in exported - declared]
    problems += [f"{name}: declared without GALENA_API" for name in undeclared_prototypes(text)]
    if not declared:
        problems.append("galena.h declares no function")
    return sorted(problems)


def check_needed(library: Path) -> list[str]:
    needed = needed_libraries(output_of("readelf", "-d", str(library)))
    print("needs", *needed)
    allowed = re.compile("|".join(ALLOWED_NEEDED))
    problems = [f"{name}: a dependency that is not on the list"
                for name in needed if not allowed.fullmatch(name)]
    return problems if needed else ["the library names no dependency, not even the C library"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rule", choices=("symbols", "needed"))
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--header", type=Path, required=True)
    arguments = parser.parse_args()
    if arguments.rule == "symbols":
        problems = check_symbols(arguments.library, arguments.header)
    else:
        problems = check_needed(arguments.library)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
