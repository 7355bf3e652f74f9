"""Lists of companies, and of people at companies."""

from __future__ import annotations

from faker import Faker

from .persons import FREE
from .shapes import Lists, case, errors, mail, n_dups, phone, phone_form, plain, typo

WORDS = "global united advanced premier pacific northern digital green first national precision summit atlas nova alpha blue river stone bright urban prime royal star eagle oak maple golden silver inter euro trans micro macro omni apex vertex zenith orion delta sigma omega quantum fusion vector matrix pioneer liberty heritage frontier horizon cascade evergreen harbor lakeside meadow canyon ridge valley".split()
TRADE = "logistics software consulting plumbing bakery motors foods textiles pharma energy media capital insurance dental legal design printing security cleaning construction roofing electric steel plastics chemicals robotics travel catering fitness education analytics hosting telecom aviation marine packaging furniture glass ceramics instruments optics".split()


def family_names():
    f = Faker("en_US")
    f.seed_instance(5)
    return [f.last_name() for _ in range(700)]


FAMILIES = family_names()


def company_name(r):
    k = r.random()
    if k < 0.35:
        return f"{r.choice(WORDS).title()} {r.choice(TRADE).title()}"
    if k < 0.6:
        return f"{r.choice(FAMILIES)} {r.choice(TRADE).title()}"
    if k < 0.8:
        return f"{r.choice(FAMILIES)} & {r.choice(FAMILIES)} {r.choice(TRADE).title()}"
    if k < 0.9:
        return f"{r.choice(WORDS).title()} {r.choice(WORDS).title()} {r.choice(TRADE).title()}"
    word = "".join(r.choice("bcdfglmnprstvz") + r.choice("aeiou") for _ in range(3)).title()
    return word + " " + r.choice(TRADE).title()


def company_form(r, name, forms=(" Inc", " LLC", " Ltd", " Corp.", " Group", " Inc.", ", Inc.")):
    k = r.random()
    if k < 0.35:
        name = name + r.choice(list(forms))
    elif k < 0.45 and len(name.split()) > 2:
        name = " ".join(name.split()[:-1])
    elif k < 0.5:
        name = "The " + name
    elif k < 0.55:
        name = name.replace("&", "and")
    return name


def fr_companies():
    L = Lists(10, "fr_FR")
    r, f = L.r, L.f

    def make():
        rec = dict(name=f.company(), street=L.street(), zip=f.postcode(), city=f.city())
        rec["phone"] = phone(r, "+33")

        def corrupt(x):
            x["name"] = company_form(r, x["name"], [" SARL", " SAS", " S.A.", " et Cie"])
            if r.random() < 0.2:
                x["street"] = f.street_address()
            x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.2 else phone(r, "+33")
            return errors(r, x, ["name", "street", "zip", "city"], 0.1, 0.05)

        return rec, corrupt

    L.entities(3500, 0.2, make)
    names = dict(name="raison_sociale", street="adresse", zip="code_postal", city="ville")
    L.save("fr_companies", names | dict(phone="telephone"))


def us_company_city():
    L = Lists(11)
    r, f = L.r, L.f

    def make():
        name = company_name(r) + r.choice(["", " Inc", " LLC"])

        def corrupt(x):
            x["company"] = company_form(r, x["company"].replace(" Inc", "").replace(" LLC", ""))
            return errors(r, x, ["company", "city", "state"], 0.1, 0.08, skip=("state",))

        return dict(company=name, city=f.city(), state=f.state_abbr()), corrupt

    L.entities(4000, 0.2, make)
    L.save("us_company_city", "company city state")


def company_names_only():
    L = Lists(12)
    r = L.r

    def corrupt(x):
        name = x["company"]
        wrong = r.random() < 0.15
        name = company_form(r, name)
        return dict(company=case(r, typo(r, name) if wrong else name))

    def make():
        more = lambda: " " + r.choice(WORDS).title() if r.random() < 0.4 else ""
        return dict(company=company_name(r) + more()), corrupt

    L.entities(2500, 0.2, make)
    L.save("company_names_only", "company")


def chain_branches():
    L = Lists(13)
    r, f = L.r, L.f
    brands = [company_name(r) for _ in range(60)]
    eid = 0

    def corrupt(x):
        if r.random() < 0.3:
            x["name"] += r.choice([" Store", " #" + str(r.randrange(1, 999)), " Inc"])
        x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.2 else ""
        return errors(r, x, ["name", "address", "city"], 0.12, 0.05)

    for brand in brands:
        for _ in range(r.randrange(5, 60)):
            place = dict(address=f.street_address(), city=f.city(), phone=phone(r, "+1"))
            L.entity(eid, dict(name=brand) | place, n_dups(r, 0.15), corrupt)
            eid += 1
    L.save("chain_branches", "name address city phone")


def b2b(name, n, share, locale, seed):
    """People at companies, a quarter as many companies as people."""
    L = Lists(seed, locale)
    r, f = L.r, L.f
    companies = []
    for _ in range(n // 4):
        c = f.company()
        word = "".join(letter for letter in plain(c).lower() if letter not in " .,&")
        companies.append((c, word[:20] + r.choice([".com", ".nl", ".se"]), f.city()))
    columns = "first last company title email phone web city".split()

    def make():
        first, last = f.first_name(), f.last_name()
        c, domain, city = r.choice(companies)
        rec = dict(first=first, last=last, company=c, title=f.job())
        rec.update(email=mail(r, first, last, domain), phone=phone(r, "+31"), web="www." + domain)
        rec.update(city=city, country=r.choice(["Netherlands", "NL", "Sweden"]))

        def corrupt(x):
            if r.random() < 0.1:
                c2, d2, city2 = r.choice(companies)
                x.update(company=c2, web="www." + d2, city=city2)
                x["email"] = mail(r, x["first"], x["last"], d2)
            elif r.random() < 0.2:
                x["email"] = mail(r, x["first"], x["last"], r.choice(FREE))
            if r.random() < 0.3:
                x["title"] = f.job()
            x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.3 else ""
            x["company"] = company_form(r, x["company"], [" B.V.", " AB", " BV"])
            return errors(r, x, columns, 0.08, 0.1)

        return rec, corrupt

    L.entities(n, share, make)
    L.save(name, "first last company title email phone web city country")


def nl_b2b():
    b2b("nl_b2b", 6000, 0.05, "nl_NL", 30)


def sv_b2b_rare():
    b2b("sv_b2b_rare", 8000, 0.01, "sv_SE", 31)


LISTS = (
    fr_companies,
    us_company_city,
    company_names_only,
    chain_branches,
    nl_b2b,
    sv_b2b_rare,
)
