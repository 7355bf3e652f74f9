"""The same two lists, persons and companies, in every language that Faker has names and places of.

Not among the lists that are made when none are asked for: `make_lists.py FOLDER locales`.
"""

from __future__ import annotations

import datetime
import random

from .shapes import Lists, Record

LOCALES = (
    "ar_SA az_AZ bg_BG bn_BD cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IN es_ES es_MX et_EE fa_IR fi_FI fil_PH fr_CH "
    "fr_FR he_IL hi_IN hr_HR hu_HU hy_AM id_ID it_IT ja_JP ka_GE ko_KR lt_LT lv_LV ne_NP nl_BE nl_NL no_NO pl_PL pt_BR "
    "pt_PT ro_RO ru_RU sk_SK sl_SI sq_AL sv_SE th_TH tr_TR uk_UA vi_VN zh_CN zh_TW"
).split()


def slip(r: random.Random, s: str) -> str:
    """A letter left out, doubled, swapped or replaced by another of the text's own."""
    if len(s) < 3:
        return s
    i = r.randrange(1, len(s))
    k = r.random()
    if k < 0.35:
        return s[:i] + s[i + 1 :]
    if k < 0.55:
        return s[:i] + s[i - 1] + s[i:]
    if k < 0.8 and i + 1 < len(s):
        return s[:i] + s[i + 1] + s[i] + s[i + 2 :]
    return s[:i] + r.choice(s) + s[i + 1 :]


class LocaleLists(Lists):
    """Some locales have no postcodes, or no suffixes of companies."""

    def __init__(self, seed: int, locale: str):
        super().__init__(seed, locale)
        self.cities = [(self.word("city"), self.word("postcode")) for _ in range(300)]
        self.common = [(i + 1) ** -0.5 for i in range(len(self.cities))]

    def word(self, provider: str) -> str:
        try:
            return str(getattr(self.f, provider)()).replace("\n", ", ")
        except AttributeError:
            return ""

    def words(self, provider: str) -> list[str]:
        return sorted({self.word(provider) for _ in range(80)} - {""}, key=len, reverse=True)

    def place(self) -> dict[str, str]:
        city, postcode = self.r.choices(self.cities, self.common)[0]
        return {"street": self.word("street_address"), "city": city, "postcode": postcode}

    def often(self, share: float, value: str) -> str:
        return value if self.r.random() < share else ""

    def slips(self, x: Record, **shares: float) -> None:
        for column, share in shares.items():
            if self.r.random() < share:
                x[column] = slip(self.r, x[column])

    def blanks(self, x: Record, share: float, *columns: str) -> None:
        for column in columns:
            if self.r.random() < share:
                x[column] = ""

    def renew(self, x: Record, column: str, provider: str, share: float) -> None:
        """Another value, or none."""
        if self.r.random() < share:
            x[column] = self.often(0.5, self.word(provider))


def persons(locale: str, seed: int) -> None:
    L = LocaleLists(seed, locale)
    r = L.r

    def make():
        born = datetime.date(1930, 1, 1) + datetime.timedelta(days=r.randrange(75 * 365))
        rec = dict(first_name=L.word("first_name"), last_name=L.word("last_name"))
        rec.update(email=L.often(0.6, L.word("ascii_free_email")), phone=L.often(0.6, L.word("phone_number")))
        rec.update(L.place(), birth_date=L.often(0.7, born.isoformat()))

        def corrupt(x: Record) -> Record:
            L.slips(x, first_name=0.15, last_name=0.12, street=0.2, city=0.1, email=0.06)
            if r.random() < 0.1:
                x["first_name"], x["last_name"] = x["last_name"], x["first_name"]
            if r.random() < 0.15:
                x.update(L.place())
            L.renew(x, "email", "ascii_free_email", 0.2)
            L.renew(x, "phone", "phone_number", 0.2)
            if x["birth_date"] and r.random() < 0.1:
                other = born + datetime.timedelta(days=r.choice([1, -1, 10, 30, 365]))
                x["birth_date"] = L.often(0.5, other.isoformat())
            L.blanks(x, 0.07, "street", "city", "postcode")
            return x

        return rec, corrupt

    L.entities(2500, 0.2, make)
    L.save(f"persons_{locale}", "first_name last_name email phone street city postcode birth_date")


def companies(locale: str, seed: int) -> None:
    L = LocaleLists(seed, locale)
    r = L.r
    suffixes, prefixes = L.words("company_suffix"), L.words("company_prefix")

    def bare(name: str) -> str:
        """Without the legal form."""
        for form in suffixes:
            if name.endswith(form) and len(name) > len(form) + 1:
                return name[: -len(form)].strip(" ,-")
        for form in prefixes:
            if name.startswith(form) and len(name) > len(form) + 1:
                return name[len(form) :].strip()
        return name

    def make():
        name, site = L.word("company"), L.word("domain_name")
        rec = dict(company=name, **L.place(), phone=L.often(0.6, L.word("phone_number")))
        rec["street"] = L.often(0.85, rec["street"])
        rec["website"] = L.often(0.5, r.choice(["www.", "https://"]) + site)

        def corrupt(x: Record) -> Record:
            if r.random() < 0.35:
                x["company"] = bare(name)
            if r.random() < 0.08:
                x["company"] = x["company"].upper()
            L.slips(x, company=0.15, street=0.2, city=0.1)
            if r.random() < 0.15:
                x["street"] = L.word("street_address")
            L.renew(x, "phone", "phone_number", 0.3)
            if r.random() < 0.3:
                x["website"] = L.often(0.5, site)
            L.blanks(x, 0.1, "street", "city", "postcode")
            return x

        return rec, corrupt

    L.entities(2500, 0.2, make)
    L.save(f"companies_{locale}", "company street city postcode phone website")


def locales() -> None:
    for number, locale in enumerate(LOCALES):
        persons(locale, 1000 + number)
        companies(locale, 2000 + number)
