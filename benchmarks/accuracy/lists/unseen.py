"""Lists in the manner of public sets that are not among ours, made before what they measure.

No rule or number of the library was chosen while looking at these.
"""

from __future__ import annotations

from .companies import TRADE, WORDS, company_form, company_name
from .persons import FEBRL, NICK, persons, translit, wrong_date
from .shapes import Lists, case, errors, n_dups, phone, phone_form, typo
from .texts import paper, product


def historical_people():
    """As Splink's historical_50k: large clusters, many errors, much left out."""
    L = Lists(101, "en_GB")
    r, f = L.r, L.f
    jobs = [f.job() for _ in range(60)]

    def make():
        male = r.random() < 0.7
        first = f.first_name_male() if male else f.first_name_female()
        middle = f.first_name_male() if male else f.first_name_female()
        d = f.date_of_birth(minimum_age=90, maximum_age=300)
        rec = dict(first_name=first, surname=f.last_name(), dob=d.isoformat())
        rec.update(birth_place=f.city(), postcode_fake=f.postcode(), occupation=r.choice(jobs))
        rec["gender"] = "male" if male else "female"

        def corrupt(x):
            if r.random() < 0.2:
                x["first_name"] = f"{first} {middle}"
            elif r.random() < 0.15:
                x["first_name"] = NICK.get(first, first[:3])
            if r.random() < 0.25:
                x["dob"] = f"{d.year}-01-01" if r.random() < 0.5 else wrong_date(r, d).isoformat()
            if r.random() < 0.35:
                x["postcode_fake"] = x["postcode_fake"][:-3] + f.postcode()[-3:]
            if r.random() < 0.25:
                x["birth_place"] = f.city()
            if r.random() < 0.4:
                x["occupation"] = r.choice(jobs)
            for column, blank in dict(dob=0.2, birth_place=0.15, occupation=0.4, gender=0.2).items():
                if r.random() < blank:
                    x[column] = ""
            return errors(r, x, ["first_name", "surname", "postcode_fake"], 0.25, 0.05)

        return rec, corrupt

    L.entities(1500, 0.88, make, 10)
    columns = "first_name surname dob birth_place postcode_fake gender occupation"
    L.save("historical_people", columns)


def febrl3_like():
    """As FEBRL 3: several duplicates of few originals, up to two errors in a value."""
    L = Lists(102, "en_AU")
    r, f = L.r, L.f
    columns = list(FEBRL)

    def make():
        rec = dict(first=f.first_name(), last=f.last_name(), no=str(r.randrange(1, 300)))
        rec.update(st=f.street_name(), suburb=f.city(), zip=f.postcode(), state=f.state_abbr())
        rec["dob"] = f.date_of_birth(minimum_age=10, maximum_age=100).strftime("%Y%m%d")
        rec["ssn"] = str(r.randrange(10**6, 10**7))
        for c in columns:
            if r.random() < 0.04:
                rec[c] = ""

        def corrupt(x):
            for c in r.choices(columns, k=r.randrange(1, 11)):
                k = r.random()
                if k < 0.15:
                    x[c] = ""
                elif k < 0.3 and c in ("first", "last", "st", "suburb"):
                    x[c] = f.first_name() if c == "first" else f.last_name()
                else:
                    x[c] = typo(r, x[c])
            if r.random() < 0.05:
                x["first"], x["last"] = x["last"], x["first"]
            return x

        return rec, corrupt

    L.entities(2000, 0.6, make, 5)
    L.save("febrl3_like", FEBRL)


def voters_with_suffixes():
    """As North Carolina's voters: middle names, suffixes, fathers and sons at one address."""
    L = Lists(103)
    r, f = L.r, L.f

    def make():
        male = r.random() < 0.5
        rec = dict(
            last_name=f.last_name(),
            first_name=f.first_name_male() if male else f.first_name_female(),
            middle_name=f.first_name() if r.random() < 0.8 else "",
            name_suffix="",
            birth_year=str(r.randrange(1925, 2003)),
            sex="M" if male else "F",
            street_address=L.street(),
            city=f.city(),
            zip=f.postcode(),
            phone=phone(r, "+1") if r.random() < 0.6 else "",
        )

        def corrupt(x):
            if r.random() < 0.25:
                x.update(street_address=L.street(), city=f.city(), zip=f.postcode())
            if r.random() < 0.12 and x["sex"] == "F":
                x["last_name"] = f.last_name()
            if r.random() < 0.4:
                x["middle_name"] = x["middle_name"][:1]
            if r.random() < 0.3:
                x["name_suffix"] = ""
            if r.random() < 0.4:
                x["phone"] = phone(r, "+1") if r.random() < 0.5 else ""
            return errors(r, x, ["last_name", "first_name", "middle_name", "street_address"], 0.1)

        return rec, corrupt

    eid = 0
    for _ in range(7000):
        rec, corrupt = make()
        junior = rec["sex"] == "M" and r.random() < 0.08
        if junior:
            rec["name_suffix"] = r.choice(["SR", ""])
        L.entity(eid, rec, n_dups(r, 0.18), corrupt)
        eid += 1
        if junior:
            year = str(int(rec["birth_year"]) + r.randrange(20, 40))
            L.entity(eid, rec | dict(name_suffix="JR", birth_year=year), n_dups(r, 0.18), corrupt)
            eid += 1
    columns = "last_name first_name middle_name name_suffix birth_year sex street_address city zip"
    L.save("voters_with_suffixes", columns + " phone")


def listed_persons():
    """As lists of sanctions: names in one column, in two scripts, dates in part."""
    L = Lists(104, "ru_RU")
    r = L.r
    others = [Lists(s, locale).f for s, locale in ((1, "en_US"), (2, "es_ES"), (3, "fr_FR"))]

    def make():
        russian = r.random() < 0.4
        f = L.f if russian else r.choice(others)
        male = r.random() < 0.8
        first = f.first_name_male() if male else f.first_name_female()
        middle = ""
        if russian:
            middle = L.f.middle_name_male() if male else L.f.middle_name_female()
        elif r.random() < 0.4:
            middle = f.first_name()
        last = f.last_name()
        d = f.date_of_birth(minimum_age=25, maximum_age=85)
        country = "ru" if russian else r.choice(["us", "es", "fr", "mx", "ve", "ml", ""])

        def form(_=None):
            name = [first, middle if r.random() < 0.7 else "", last]
            if r.random() < 0.25:
                name = [last.upper() + ",", *name[:2]]
            text = " ".join(part for part in name if part)
            if russian and r.random() < 0.6:
                text = translit(text)
            day = r.random()
            born = d.isoformat() if day < 0.6 else str(d.year) if day < 0.8 else ""
            return dict(
                name=typo(r, text) if r.random() < 0.1 else text,
                birth_date=born,
                country=country if r.random() < 0.7 else "",
                gender=("male" if male else "female") if r.random() < 0.5 else "",
            )

        return form(), form

    L.entities(3500, 0.35, make, 5)
    L.save("listed_persons", "name birth_date country gender")


def registered_companies():
    """Companies of several countries; a registration number in some of the records."""
    countries = dict(de_DE="DE", fr_FR="FR", it_IT="IT", en_GB="GB", nl_NL="NL", ru_RU="RU")
    fakers = [(Lists(s, locale).f, code) for s, (locale, code) in enumerate(countries.items(), 200)]
    L = Lists(105)
    r = L.r

    def make():
        f, code = r.choice(fakers)
        name, city, number = f.company(), f.city(), f"{code}{r.randrange(10**7, 10**8)}"
        street = f.street_address().replace("\n", ", ")

        def form(_=None):
            text = company_form(r, name, [" Ltd", " GmbH", " S.A.", " LLC", " B.V."])
            text, place = (translit(text), translit(city)) if r.random() < 0.4 else (text, city)
            return dict(
                name=typo(r, text) if r.random() < 0.08 else case(r, text),
                jurisdiction=code if r.random() < 0.9 else "",
                registration_number=number if r.random() < 0.45 else "",
                address=street if r.random() < 0.5 else "",
                city=place if r.random() < 0.6 else "",
            )

        return form(), form

    L.entities(6000, 0.25, make)
    L.save("registered_companies", "name jurisdiction registration_number address city")


def two_bibliographies():
    """As DBLP and ACM: two lists, each publication once in either."""
    L = Lists(106)
    r, f = L.r, L.f
    names = [(f.first_name(), f.last_name()) for _ in range(900)]
    left = []
    for eid in range(3000):
        form = paper(r, names)
        if r.random() < 0.87:
            left.append((eid, form(0)))
        if r.random() < 0.8:
            L.rows.append((eid, form(1)))
    L.save_linked("two_bibliographies", "title authors venue year", left)


def two_shops():
    """As Abt and Buy: name, description and price of two shops' goods."""
    L = Lists(107)
    r = L.r
    left = []
    for eid in range(1300):
        brand, thing, model, words, price = product(r)

        def form(side):
            name = [brand, *words[: r.randrange(0, 3)], thing]
            code = model if r.random() < 0.6 else model.replace("-", "")
            if side == 0:
                name += ["-", code]
            elif r.random() < 0.75:
                name.insert(1, code)
            text = [*r.sample(words, 2), thing, code if r.random() < 0.5 else ""]
            asked = price * r.uniform(0.8, 1.2)
            return dict(
                name=" ".join(name),
                description=" ".join(text) if r.random() < 0.6 else "",
                price=f"${asked:.2f}" if r.random() < 0.6 else "",
            )

        if r.random() < 0.85:
            left.append((eid, form(0)))
        if r.random() < 0.85:
            L.rows.append((eid, form(1)))
    L.save_linked("two_shops", "name description price", left)


def citations():
    """As Cora: one column, large clusters, each author's own way to cite."""
    L = Lists(108)
    r, f = L.r, L.f
    names = [(f.first_name(), f.last_name()) for _ in range(250)]
    eid = 0
    while len(L.rows) < 1900:
        base = paper(r, names)(0)
        pages = r.randrange(1, 600)
        authors = [a.rsplit(" ", 1) for a in base["authors"].split(", ") if " " in a]

        def form(_=None):
            short = r.random() < 0.6
            written = [f"{a[0]}. {b}" if short else f"{a} {b}" for a, b in authors]
            if r.random() < 0.3:
                written = [f"{b}, {a[0]}." for a, b in authors]
            parts = [" and ".join(written) + ".", base["title"] + "."]
            if r.random() < 0.8:
                parts.append("In " + base["venue"] + ",")
            if r.random() < 0.5:
                parts.append(f"pages {pages}-{pages + 12},")
            if r.random() < 0.85:
                parts.insert(1 if r.random() < 0.3 else len(parts), f"({base['year']})")
            text = " ".join(parts)
            return dict(citation=typo(r, text) if r.random() < 0.3 else text)

        L.entity(eid, form(), min(60, int(r.paretovariate(0.9)) - 1), form)
        eid += 1
    L.save("citations", "citation")


FORMS = dict(
    DE=[("GmbH", "Gesellschaft mit beschränkter Haftung"), ("AG", "Aktiengesellschaft")],
    US=[("Inc.", "Incorporated"), ("LLC", "Limited Liability Company"), ("Corp.", "Corporation")],
    GB=[("Ltd", "Limited"), ("PLC", "Public Limited Company")],
    NL=[("B.V.", "Besloten Vennootschap")],
)


def legal_entities():
    """As GLEIF's: 25,000 companies, legal forms, cities; few of them twice."""
    locales = dict(DE="de_DE", US="en_US", GB="en_GB", NL="nl_NL")
    fakers = {code: Lists(s, locale).f for s, (code, locale) in enumerate(locales.items(), 300)}
    L = Lists(109)
    r = L.r

    def make():
        code = r.choice(list(fakers))
        f = fakers[code]
        name = company_name(r) if r.random() < 0.6 else f.last_name() + " " + r.choice(TRADE).title()
        if r.random() < 0.3:
            name += " " + r.choice([r.choice(WORDS).title(), "Holding", "International", f.city()])
        short, long = r.choice(FORMS[code])
        city, street, zip_code = f.city(), f.street_address().replace("\n", ", "), f.postcode()

        def form(k):
            ending = short if r.random() > 0.3 * k else long if r.random() < 0.5 else ""
            text = f"{name} {ending}".strip()
            moved = r.random() < 0.15 * k
            return dict(
                legal_name=typo(r, text) if r.random() < 0.1 * k else case(r, text),
                legal_form=short if r.random() < 0.8 else "",
                address=f.street_address().replace("\n", ", ") if moved else street,
                city=city,
                postal_code=f.postcode() if moved else zip_code,
                country=code,
            )

        return form(0), lambda x: form(1)

    L.entities(23000, 0.07, make, 2)
    L.save("legal_entities", "legal_name legal_form city country")


def patients():
    """Few fields: family name, initial, sex, date of birth, postal code."""
    L = Lists(110, "en_GB")
    persons(L, 7000, 0.15, "last zip", per_field=0.12, blank=0.03, move=0.15)
    r = L.r
    for _, rec in L.rows:
        rec["initial"] = rec["first"][:1] if r.random() > 0.03 else ""
    names = dict(last="surname", initial="initial", sex="sex", dob="dob", zip="postcode")
    L.save("patients", names)


def members_100k():
    """100,000 persons with names, date of birth, city, mailbox and telephone."""
    L = Lists(111, "en_US")
    wrong = dict(per_field=0.15, blank=0.1)
    persons(L, 88000, 0.12, "first last city email phone", cc="+1", **wrong, own_mail=True)
    names = dict(first="first_name", last="last_name", dob="date_of_birth", city="city")
    L.save("members_100k", names | dict(email="email", phone="phone"))


def names_alone():
    """Names of persons in one column."""
    L = Lists(112, "en_US")
    r, f = L.r, L.f
    persons(L, 2500, 0.2, "first last", per_field=0.15, blank=0.0)
    L.by_entity(lambda: (f.first_name(),), lambda rec, middle: rec.update(middle=middle))
    for _, rec in L.rows:
        k = r.random()
        middle = rec["middle"] if k < 0.3 else rec["middle"][0] + "." if k < 0.6 else ""
        rec["first"] = f"{rec['first']} {middle}".strip()
    L.full_name(last_first=0.2)
    L.save("names_alone", "name")


def addresses():
    """Postal addresses in one column."""
    L = Lists(113, "en_US")
    r, f = L.r, L.f

    def make():
        street, city, state, code = f.street_address(), f.city(), f.state_abbr(), f.postcode()

        def form(_=None):
            s = street.replace("Street", "St") if r.random() < 0.5 else street
            s = s.replace("Avenue", "Ave.") if r.random() < 0.5 else s
            parts = [s, city if r.random() < 0.85 else ""]
            parts.append(" ".join(x for x in (state, code if r.random() < 0.8 else "") if x))
            text = ", ".join(x for x in parts if x)
            return dict(address=typo(r, text) if r.random() < 0.15 else case(r, text))

        return form(), form

    L.entities(2500, 0.25, make)
    L.save("addresses", "address")


def hotels():
    """Hotels of a few brands with street, city, country and telephone, from two sources."""
    L = Lists(114, "de_DE")
    r, f = L.r, L.f
    brands = "Grand Ibis Mercure Hilton Central Park Astoria Bristol Royal Novotel Europa".split()
    cities = [f.city() for _ in range(80)]

    def make():
        city, street, number = r.choice(cities), f.street_address(), phone(r)
        name = " ".join([r.choice(brands), r.choice(["Hotel", "Inn", "Residence", f.last_name()])])

        def form(k):
            text = name
            if r.random() < 0.5 * k:
                text += " " + r.choice([city, "Hotel", "am Bahnhof", "& Spa"])
            return dict(
                name=typo(r, text) if r.random() < 0.1 * k else text,
                address=street if r.random() > 0.1 * k else "",
                city=city,
                phone=phone_form(r, number) if r.random() > 0.3 * k else "",
                stars=str(r.choice([3, 4])) if r.random() < 0.5 else "",
            )

        return form(0), lambda x: form(1)

    L.entities(2500, 0.35, make, 2)
    L.save("hotels", "name address city phone stars")


LISTS = (
    historical_people,
    febrl3_like,
    voters_with_suffixes,
    listed_persons,
    registered_companies,
    two_bibliographies,
    two_shops,
    citations,
    legal_entities,
    patients,
    members_100k,
    names_alone,
    addresses,
    hotels,
)
