"""thread_tests.py on small trees."""

from __future__ import annotations

import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import thread_tests

GOOD = "TEST(Pool, ManyThreadsBorrow) {\n  std::vector<std::thread> all;\n}\n"
QUIET = "TEST(Pool, Gives) {\n  std::set<std::thread::id> ids;\n  options.threads = 2;\n}\n"
BAD = "\nTEST_F(Pool, IsShared) {\n  std::thread other(read);\n}\n"


class ThreadTests(unittest.TestCase):
    def run_on(self, what: str, **files: str) -> tuple[int, str]:
        with tempfile.TemporaryDirectory() as folder:
            for room, text in files.items():
                name = "far" if room == "long" else "pool"
                file = Path(folder) / "tests" / room / (
                    f"{name}_long_test.cc" if room == "long" else f"{name}_test.cc")
                file.parent.mkdir(parents=True)
                file.write_text(text, encoding="utf-8")
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed), \
                    mock.patch("sys.argv", ["thread_tests.py", "--root", folder, what]):
                return thread_tests.main(), printed.getvalue()

    def test_rooms_are_those_of_tests_with_threads(self) -> None:
        self.assertEqual(self.run_on("rooms", match=QUIET + GOOD, base=QUIET, capi=GOOD, long=GOOD),
                         (0, "capi\nmatch\n"))
        self.assertEqual(self.run_on("rooms", base=QUIET)[0], 1)

    def test_a_test_that_starts_threads_is_named_so(self) -> None:
        self.assertEqual(self.run_on("names", match=GOOD + QUIET), (0, ""))
        status, printed = self.run_on("names", match=GOOD + BAD)
        self.assertEqual(status, 1)
        self.assertIn("pool_test.cc:5: IsShared", printed)


if __name__ == "__main__":
    unittest.main()
