"""The samples of a Markdown file, as programs.

A fenced block marked `cpp`, `c` or `python` is a sample when a block marked `text` follows it
before the next heading: the text is what the program prints, exactly. Blocks without such a text
are not run (parts of a program, shell commands).

  samples.py list README.md cpp OUT    writes OUT/<n>.cpp and OUT/<n>.expected, prints each <n>
  samples.py run-python README.md      runs the python samples in turn and compares
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

FENCE = re.compile(r"^```(\w*)\s*$")


class Sample(NamedTuple):
    line: int  # of the opening fence
    language: str
    code: str
    printed: str


class Block(NamedTuple):
    line: int
    language: str
    text: str


def blocks(markdown: str) -> list[Block | None]:
    """The fenced blocks in order; None stands for a heading."""
    found: list[Block | None] = []
    start, language = 0, ""
    lines: list[str] | None = None
    for number, line in enumerate(markdown.splitlines(), start=1):
        fence = FENCE.match(line)
        if lines is None and fence:
            start, language, lines = number, fence.group(1), []
        elif lines is not None and fence and not fence.group(1):
            found.append(Block(start, language, "".join(f"{each}\n" for each in lines)))
            lines = None
        elif lines is not None:
            lines.append(line)
        elif line.startswith("#"):
            found.append(None)
    if lines is not None:
        raise ValueError(f"line {start}: this block does not end")
    return found


def samples(markdown: str, language: str) -> list[Sample]:
    found = []
    open_block: Block | None = None
    for block in blocks(markdown):
        if block is None:
            open_block = None
        elif block.language == "text":
            if open_block is not None and open_block.language == language:
                found.append(Sample(open_block.line, language, open_block.text, block.text))
            open_block = None
        else:
            open_block = block
    return found


def write(markdown: str, language: str, folder: Path) -> list[str]:
    names = []
    folder.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(samples(markdown, language), start=1):
        source = folder / f"{number}.{language}"
        # Written only when changed, so that nothing is compiled again for no reason.
        for path, text in ((source, sample.code), (source.with_suffix(".expected"), sample.printed)):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
        names.append(str(number))
    return names


def run_python(markdown: str, name: str) -> list[str]:
    found = samples(markdown, "python")
    problems = [] if found else [f"{name}: has no python sample"]
    for sample in found:
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "sample.py"
            program.write_text(sample.code, encoding="utf-8")
            result = subprocess.run([sys.executable, str(program)], cwd=folder, text=True,
                                    capture_output=True, check=False)
        if result.returncode != 0:
            problems.append(f"{name}:{sample.line}: ended with {result.returncode}\n"
                            f"{result.stderr}")
        elif result.stdout != sample.printed:
            difference = difflib.unified_diff(sample.printed.splitlines(), result.stdout.splitlines(),
                                              "documented", "printed", lineterm="")
            problems.append(f"{name}:{sample.line}: prints something else\n" + "\n".join(difference))
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list")
    listing.add_argument("file", type=Path)
    listing.add_argument("language", choices=("cpp", "c"))
    listing.add_argument("out", type=Path)
    running = commands.add_parser("run-python")
    running.add_argument("file", type=Path)
    arguments = parser.parse_args()

    markdown = arguments.file.read_text(encoding="utf-8")
    if arguments.command == "list":
        print(*write(markdown, arguments.language, arguments.out), sep=";")
        return 0
    problems = run_python(markdown, arguments.file.name)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
