"""The rules about exports, tried on small texts."""

from __future__ import annotations

import unittest

import exports

HEADER = """
/* galena_not_me(void) is only talked about */
typedef int32_t (*galena_progress)(void *user_data);
typedef struct galena_table galena_table;
GALENA_API const char *galena_version_string(void) GALENA_NOEXCEPT;
GALENA_API int32_t galena_table_read(const char *data, size_t size,
                                     galena_table **table) GALENA_NOEXCEPT;
"""


class Exports(unittest.TestCase):
    def test_functions_are_read_from_the_header(self) -> None:
        self.assertEqual(exports.declared_functions(HEADER),
                         {"galena_version_string", "galena_table_read"})
        self.assertEqual(exports.undeclared_prototypes(HEADER), set())

    def test_a_function_without_the_export_mark_is_found(self) -> None:
        self.assertEqual(exports.undeclared_prototypes(HEADER + "int galena_lost(void);\n"),
                         {"galena_lost"})

    def test_symbols_are_read_without_their_version(self) -> None:
        nm = "0000000000000000 A GALENA_1\n0000000000007980 T galena_version@@GALENA_1\n"
        self.assertEqual(exports.exported_symbols(nm), {"galena_version"})

    def test_needed_libraries_are_read(self) -> None:
        line = " 0x0000000000000001 (NEEDED)             Shared library: [libz.so.1]\n"
        self.assertEqual(exports.needed_libraries(line), ["libz.so.1"])


if __name__ == "__main__":
    unittest.main()
