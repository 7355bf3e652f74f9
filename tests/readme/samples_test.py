"""How samples are read from Markdown, and that a wrong one is found."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import samples

PAGE = """# Title

```cpp
int main() {}
```

prints

```text
one
two
```

```sh
scripts/test
```

```python
print("yes")
```
```text
yes
```

```python
part = "not run"
```
## Next
```text
belongs to nothing
```
"""


class Samples(unittest.TestCase):
    def test_a_block_with_its_output_is_a_sample(self) -> None:
        [sample] = samples.samples(PAGE, "cpp")
        self.assertEqual(sample, samples.Sample(3, "cpp", "int main() {}\n", "one\ntwo\n"))

    def test_a_block_without_output_is_none(self) -> None:
        [sample] = samples.samples(PAGE, "python")
        self.assertEqual(sample.code, 'print("yes")\n')

    def test_files_are_numbered_from_one(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(samples.write(PAGE, "cpp", Path(folder)), ["1"])
            self.assertEqual((Path(folder) / "1.expected").read_text(), "one\ntwo\n")

    def test_a_right_sample_passes_and_a_wrong_one_is_reported_with_its_line(self) -> None:
        self.assertEqual(samples.run_python(PAGE, "page"), [])
        [problem] = samples.run_python(PAGE.replace('"yes"', '"no"'), "page")
        self.assertTrue(problem.startswith("page:18: prints something else"), problem)
        [problem] = samples.run_python(PAGE.replace('print("yes")', "1 / 0"), "page")
        self.assertIn("ZeroDivisionError", problem)

    def test_an_open_block_is_an_error(self) -> None:
        with self.assertRaises(ValueError):
            samples.blocks("```cpp\nint x;\n")


if __name__ == "__main__":
    unittest.main()
