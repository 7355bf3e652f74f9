"""What lists are made of: mistakes, forms of telephone numbers and mailboxes, entities and copies."""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from faker import Faker

Record = dict[str, str]


def plain(s: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))


KEYS = {
    c: n
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
    for i, c in enumerate(row)
    for n in [row[max(0, i - 1) : i] + row[i + 1 : i + 2]]
}


def typo(r: random.Random, s: str) -> str:
    if len(s) < 3:
        return s
    i = r.randrange(1, len(s))
    k = r.random()
    if k < 0.3:
        return s[:i] + s[i + 1 :]
    if k < 0.5:
        return s[:i] + s[i - 1] + s[i:]
    if k < 0.7 and i + 1 < len(s):
        return s[:i] + s[i + 1] + s[i] + s[i + 2 :]
    c = s[i].lower()
    return (
        s[:i] + (r.choice(KEYS[c]) if c in KEYS and KEYS[c] else r.choice("aeinrst")) + s[i + 1 :]
    )


def case(r: random.Random, s: str) -> str:
    k = r.random()
    return s.upper() if k < 0.1 else s.lower() if k < 0.2 else plain(s) if k < 0.3 else s


def n_dups(r: random.Random, share: float, most: int = 3) -> int:
    n = 0
    while n < most and r.random() < share:
        n += 1
    return n


def errors(r, rec, columns, per_field=0.12, blank=0.06, skip=()):
    """Blanks, mistypes and writes in other letters some of a record's values."""
    for c in columns:
        if c in skip or not rec.get(c):
            continue
        if r.random() < blank:
            rec[c] = ""
        elif r.random() < per_field:
            rec[c] = typo(r, rec[c])
        else:
            rec[c] = case(r, rec[c])
    return rec


def phone(r: random.Random, code: str = "+49") -> str:
    return f"{code} {r.randrange(100, 999)} {r.randrange(100000, 9999999)}"


def phone_form(r: random.Random, p: str) -> str:
    d = p.split(" ", 1)
    k = r.random()
    if k < 0.3:
        return p.replace(" ", "")
    if k < 0.6:
        return "0" + d[1].replace(" ", "-") if d[0] != "+1" else d[1].replace(" ", "-")
    if k < 0.7:
        return p.replace("+", "00")
    return p


def mail(r: random.Random, first: str, last: str, domain: str) -> str:
    a, b = (plain(x).lower().replace(" ", "").replace("'", "") for x in (first, last))
    a = "".join(c for c in a if c.isascii()) or "a"
    b = "".join(c for c in b if c.isascii()) or "b"
    forms = [f"{a}.{b}", f"{a[0]}{b}", f"{a}{r.randrange(1, 99)}", f"{a}_{b}", f"{b}.{a}"]
    return r.choice(forms) + "@" + domain


class Lists:
    """One list in the making: its chance, its words, its rows with their entities."""

    folder = Path()

    def __init__(self, seed: int, locale: str = "en_US"):
        self.r = random.Random(seed)
        self.f = Faker(locale)
        self.f.seed_instance(seed)
        self.rows: list[tuple[int, Record]] = []

    def entity(self, number: int, rec: Record, copies: int, corrupt: Callable[[Record], Record]):
        self.rows.append((number, rec))
        for _ in range(copies):
            self.rows.append((number, corrupt(dict(rec))))

    def entities(
        self,
        count: int,
        share: float,
        make: Callable[[], tuple[Record, Callable[[Record], Record]]],
        most: int = 3,
    ) -> None:
        """`make` gives a record and what writes it once more."""
        for number in range(count):
            rec, corrupt = make()
            self.entity(number, rec, n_dups(self.r, share, most), corrupt)

    def by_entity(self, facts: Callable[[], tuple], add: Callable[..., None]) -> None:
        """`add` puts an entity's `facts` into each of its records."""
        known: dict[int, tuple] = {}
        for number, rec in self.rows:
            if number not in known:
                known[number] = facts()
            add(rec, *known[number])

    def full_name(self, column: str = "name", last_first: float = 0.1) -> None:
        for _, rec in self.rows:
            a, b = rec["first"], rec["last"]
            turned = a and b and self.r.random() < last_first
            rec[column] = f"{b}, {a}" if turned else f"{a} {b}".strip()

    def street(self) -> str:
        return self.f.street_address().replace("\n", ", ")

    def save(self, name: str, columns: str | dict[str, str]) -> None:
        """Writes the columns, given as words, or as what each one is written under."""
        named = {c: c for c in columns.split()} if isinstance(columns, str) else columns
        self.r.shuffle(self.rows)
        self._write(f"{name}.csv", ["record", *named.values()], self._records(named, 1, self.rows))
        self._write_truth(name, enumerate((entity for entity, _ in self.rows), 1))

    def save_linked(self, name: str, columns: str, left: list[tuple[int, Record]]) -> None:
        """Writes `left` and the rows as two lists; a row's number goes on from one to the other."""
        named = {c: c for c in columns.split()}
        self.r.shuffle(left)
        self.r.shuffle(self.rows)
        header = ["record", *named.values()]
        self._write(f"{name}.csv", header, self._records(named, 1, left))
        self._write(f"{name}.right.csv", header, self._records(named, len(left) + 1, self.rows))
        self._write_truth(name, enumerate((entity for entity, _ in left + self.rows), 1))

    @staticmethod
    def _records(named, first, rows):
        for i, (_, record) in enumerate(rows, first):
            yield [i, *[record.get(c, "") for c in named]]

    def _write_truth(self, name: str, entities: Iterable[tuple[int, int]]) -> None:
        self._write(f"{name}.truth.csv", ["record", "entity"], entities)

    def _write(self, name: str, header: list[str], rows: Iterable) -> None:
        with open(self.folder / name, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(header)
            out.writerows(rows)
