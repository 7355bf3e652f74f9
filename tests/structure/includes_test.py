"""The include rules, tried on small trees that keep or break them."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import includes


class Rules(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()

    def write(self, path: str, *targets: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"#include {target}\n" for target in targets), encoding="utf-8")

    def test_a_room_may_include_rooms_to_its_left(self) -> None:
        self.write("include/galena/match/a.hpp", "<galena/base/b.hpp>", '"galena/criteria/c.hpp"')
        self.write("src/match/a.cc", '"galena/match/a.hpp"', '"detail/d.hpp"', '"record/e.hpp"')
        self.assertEqual(includes.check_rooms(self.root), [])

    def test_a_room_to_the_right_is_reported_with_its_line(self) -> None:
        self.write("include/galena/record/a.hpp", "<string>", "<galena/criteria/c.hpp>")
        [problem] = includes.check_rooms(self.root)
        self.assertIn("include/galena/record/a.hpp:2", problem)

    def test_private_headers_of_src_count_too(self) -> None:
        self.write("src/base/a.cc", '"match/private.hpp"')
        self.assertEqual(len(includes.check_rooms(self.root)), 1)

    def test_neighbours_in_one_rank_are_no_left(self) -> None:
        self.write("include/galena/match/a.hpp", "<galena/lifecycle/l.hpp>")
        self.write("include/galena/criteria/a.hpp", "<galena/calendar/l.hpp>")
        self.assertEqual(len(includes.check_rooms(self.root)), 2)

    def test_only_desk_includes_store(self) -> None:
        self.write("include/galena/desk/a.hpp", "<galena/store/s.hpp>")
        self.assertEqual(includes.check_rooms(self.root), [])
        self.write("include/galena/report/a.hpp", "<galena/store/s.hpp>")
        self.assertEqual(len(includes.check_rooms(self.root)), 1)

    def test_a_room_of_no_known_name_is_reported(self) -> None:
        self.write("src/misc/a.cc")
        self.assertEqual(len(includes.check_rooms(self.root)), 1)

    def test_the_umbrella_is_not_for_rooms(self) -> None:
        self.write("src/base/a.cc", "<galena/galena.hpp>")
        self.assertEqual(len(includes.check_rooms(self.root)), 1)

    def test_a_third_party_in_a_public_header_is_reported(self) -> None:
        self.write("include/galena/base/a.hpp", "<absl/strings/str_cat.h>", "<vector>", "<zlib.h>")
        self.assertEqual(len(includes.check_third_party(self.root)), 2)

    def test_the_c_header_includes_two_headers_only(self) -> None:
        self.write("capi/galena.h", "<stddef.h>", "<stdint.h>")
        self.assertEqual(includes.check_third_party(self.root), [])
        self.write("capi/galena.h", "<stddef.h>", "<stdbool.h>")
        self.assertEqual(len(includes.check_third_party(self.root)), 1)

    def test_a_header_that_the_umbrella_forgets_is_reported(self) -> None:
        self.write("include/galena/base/a.hpp")
        self.write("include/galena/base/b.hpp", '"a.hpp"')
        self.write("include/galena/galena.hpp", "<galena/base/b.hpp>")
        self.assertEqual(includes.check_umbrella(self.root), [])
        self.write("include/galena/base/c.hpp")
        [problem] = includes.check_umbrella(self.root)
        self.assertIn("galena/base/c.hpp", problem)

    def test_the_cost_is_told_beside_that_of_standard_headers_alone(self) -> None:
        self.write("include/galena/base/a.hpp", "<vector>", "<galena/base/b.hpp>", '"b.hpp"')
        self.write("include/galena/base/b.hpp", "<array>", "<vector>", "<absl/types/span.h>")
        self.assertEqual(includes.standard_headers(self.root), ["array", "vector"])


if __name__ == "__main__":
    unittest.main()
