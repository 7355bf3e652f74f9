"""Lists with known truth, made up: persons, companies, free texts, in several languages.

make_lists.py FOLDER writes <list>.csv (first column: record) and <list>.truth.csv (record, entity).
The same lists every time. Needs Faker (requirements.txt).
"""

from __future__ import annotations
import csv, random, sys, unicodedata
from pathlib import Path
from faker import Faker

OUT = Path(sys.argv[1])
OUT.mkdir(parents=True, exist_ok=True)


def plain(s):
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))


KEYS = {
    c: n
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
    for i, c in enumerate(row)
    for n in [row[max(0, i - 1) : i] + row[i + 1 : i + 2]]
}


def typo(r, s):
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


def case(r, s):
    k = r.random()
    return s.upper() if k < 0.1 else s.lower() if k < 0.2 else plain(s) if k < 0.3 else s


NICK = {
    "William": "Bill",
    "Robert": "Bob",
    "James": "Jim",
    "Elizabeth": "Liz",
    "Michael": "Mike",
    "Richard": "Dick",
    "Thomas": "Tom",
    "Katherine": "Kate",
    "Jennifer": "Jen",
    "Joseph": "Joe",
    "Christopher": "Chris",
    "Daniel": "Dan",
    "Matthew": "Matt",
    "Anthony": "Tony",
    "David": "Dave",
    "Margaret": "Peggy",
    "Patricia": "Pat",
    "Susan": "Sue",
    "Andrew": "Andy",
    "Edward": "Ted",
}


class Lists:
    def __init__(self, seed, locale="en_US"):
        self.r = random.Random(seed)
        self.f = Faker(locale)
        self.f.seed_instance(seed)
        self.rows = []

    def entity(self, eid, rec, n_dup, corrupt):
        self.rows.append((eid, rec))
        for _ in range(n_dup):
            self.rows.append((eid, corrupt(dict(rec))))

    def save(self, name, columns):
        self.r.shuffle(self.rows)
        with (
            open(OUT / f"{name}.csv", "w", newline="") as list_file,
            open(OUT / f"{name}.truth.csv", "w", newline="") as truth_file,
        ):
            rows, truth = csv.writer(list_file), csv.writer(truth_file)
            rows.writerow(["record", *columns])
            truth.writerow(["record", "entity"])
            for i, (entity, record) in enumerate(self.rows, 1):
                rows.writerow([i, *[record.get(c, "") for c in columns]])
                truth.writerow([i, entity])


def n_dups(r, share, most=3):
    n = 0
    while n < most and r.random() < share:
        n += 1
    return n


def errors(r, rec, columns, per_field=0.12, blank=0.06, skip=()):
    for c in columns:
        if c in skip or not rec.get(c):
            continue
        if r.random() < blank:
            rec[c] = ""
            continue
        if r.random() < per_field:
            rec[c] = typo(r, rec[c])
        else:
            rec[c] = case(r, rec[c])
    return rec


def phone(r, cc="+49"):
    return f"{cc} {r.randrange(100,999)} {r.randrange(100000,9999999)}"


def phone_form(r, p):
    d = p.split(" ", 1)
    k = r.random()
    if k < 0.3:
        return p.replace(" ", "")
    if k < 0.6:
        return "0" + d[1].replace(" ", "-") if d[0] != "+1" else d[1].replace(" ", "-")
    if k < 0.7:
        return p.replace("+", "00")
    return p


def mail(r, first, last, domain):
    a, b = (plain(x).lower().replace(" ", "").replace("'", "") for x in (first, last))
    a = "".join(c for c in a if c.isascii()) or "a"
    b = "".join(c for c in b if c.isascii()) or "b"
    return (
        r.choice([f"{a}.{b}", f"{a[0]}{b}", f"{a}{r.randrange(1,99)}", f"{a}_{b}", f"{b}.{a}"])
        + "@"
        + domain
    )


FREE = [
    "gmail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "web.de",
    "gmx.de",
    "orange.fr",
    "libero.it",
]


def person(
    L,
    n,
    share,
    columns,
    dob="%Y-%m-%d",
    cc="+49",
    swap=0.0,
    move=0.1,
    per_field=0.12,
    blank=0.06,
    most=3,
    household=0.0,
):
    r, f = L.r, L.f
    prev = None
    for eid in range(n):
        male = r.random() < 0.5
        first = f.first_name_male() if male else f.first_name_female()
        last = f.last_name()
        d = f.date_of_birth(minimum_age=18, maximum_age=90)
        rec = dict(
            first=first,
            last=last,
            street=f.street_address().replace("\n", ", "),
            city=f.city(),
            zip=f.postcode(),
            phone=phone(r, cc),
            email=mail(r, first, last, r.choice(FREE)),
            dob=d.strftime(dob),
            year=str(d.year),
            sex="M" if male else "F",
        )
        if prev and r.random() < household:
            for k in ("last", "street", "city", "zip", "phone"):
                rec[k] = prev[k]
            if r.random() < 0.15:
                rec["dob"], rec["year"] = prev["dob"], prev["year"]
        prev = rec
        rec["d"] = d

        def corrupt(x):
            if r.random() < move:
                x["street"] = f.street_address().replace("\n", ", ")
                x["city"] = f.city()
                x["zip"] = f.postcode()
            if r.random() < 0.15:
                x["phone"] = phone(r, cc)
            else:
                x["phone"] = phone_form(r, x["phone"])
            if r.random() < 0.2:
                x["email"] = mail(r, x["first"], x["last"], r.choice(FREE))
            if r.random() < 0.1 and x["first"] in NICK:
                x["first"] = NICK[x["first"]]
            if r.random() < 0.04:
                x["first"] = x["first"][0] + "."
            if r.random() < 0.05:
                dd = x["d"]
                k = r.random()
                if k < 0.4 and dd.day <= 12:
                    dd = dd.replace(month=dd.day, day=dd.month)
                elif k < 0.7:
                    dd = dd.replace(day=r.randrange(1, 28))
                else:
                    dd = dd.replace(year=dd.year + r.choice([-1, 1, -10, 10]), day=min(dd.day, 28))
                x["dob"] = dd.strftime(dob)
                x["year"] = str(dd.year)
            errors(r, x, columns, per_field, blank, skip=("sex", "dob", "year"))
            if r.random() < blank:
                x["dob"] = ""
            if r.random() < swap:
                x["first"], x["last"] = x["last"], x["first"]
            return x

        L.entity(eid, rec, n_dups(r, share, most), corrupt)


def rename(L, names):
    for _, rec in L.rows:
        for a, b in names.items():
            rec[b] = rec.pop(a, "")


def full(L, col="name", last_first=0.1):
    for _, rec in L.rows:
        a, b = rec["first"], rec["last"]
        rec[col] = f"{b}, {a}" if a and b and L.r.random() < last_first else f"{a} {b}".strip()


def de_persons():
    L = Lists(1, "de_DE")
    c = ["first", "last", "street", "zip", "city", "dob", "email", "phone"]
    person(L, 4000, 0.2, c, "%d.%m.%Y")
    names = dict(
        first="Vorname",
        last="Nachname",
        street="Straße",
        zip="PLZ",
        city="Ort",
        dob="Geburtsdatum",
        email="E-Mail",
        phone="Telefon",
    )
    rename(L, names)
    L.save("de_persons", names.values())


def name_year():
    L = Lists(2)
    person(L, 1800, 0.2, ["first", "last", "city"], per_field=0.15, blank=0.02)
    full(L)
    L.save("name_year_city", ["name", "year", "city"])


def name_year_only():
    L = Lists(22, "en_GB")
    person(L, 1000, 0.2, ["first", "last"], per_field=0.15, blank=0.0)
    full(L)
    rename(L, dict(year="birth_year"))
    L.save("name_birthyear", ["name", "birth_year"])


def name_phone():
    L = Lists(3, "en_US")
    person(L, 2500, 0.2, ["first", "last", "phone"], cc="+1", per_field=0.12, blank=0.03)
    full(L)
    L.save("name_phone", ["name", "phone"])


def es_twelve():
    L = Lists(4, "es_ES")
    c = [
        "first",
        "last",
        "street",
        "zip",
        "city",
        "dob",
        "email",
        "phone",
        "sex",
        "company",
        "job",
        "web",
    ]
    person(L, 8000, 0.15, c, "%d/%m/%Y", "+34")
    by = {}
    for eid, rec in L.rows:
        if eid not in by:
            by[eid] = (L.f.company(), L.f.job(), L.f.domain_name())
        co, job, web = by[eid]
        rec.update(
            company=co if L.r.random() > 0.2 else typo(L.r, co),
            job=job if L.r.random() > 0.3 else L.f.job(),
            web=web if L.r.random() > 0.3 else "",
        )
    names = dict(
        first="nombre",
        last="apellidos",
        street="direccion",
        zip="codigo_postal",
        city="ciudad",
        dob="fecha_nacimiento",
        email="correo",
        phone="telefono",
        sex="sexo",
        company="empresa",
        job="cargo",
        web="sitio_web",
    )
    rename(L, names)
    L.save("es_twelve", names.values())


def it_swapped():
    L = Lists(5, "it_IT")
    c = ["first", "last", "dob", "city"]
    person(L, 2500, 0.2, c, "%d/%m/%Y", "+39", swap=0.3)
    names = dict(first="Nome", last="Cognome", dob="Data di nascita", city="Comune")
    rename(L, names)
    L.save("it_swapped", names.values())


def pl_mail():
    L = Lists(6, "pl_PL")
    c = ["first", "last", "city", "email"]
    person(L, 3000, 0.15, c)
    names = dict(first="imie", last="nazwisko", city="miasto", email="email")
    rename(L, names)
    L.save("pl_nodate", names.values())


def gb_clusters():
    L = Lists(7, "en_GB")
    c = ["first", "last", "dob", "zip", "place", "job"]
    r, f = L.r, L.f
    person(L, 500, 0.9, c, per_field=0.25, blank=0.15, move=0.3, most=12)
    by = {}
    for eid, rec in L.rows:
        if eid not in by:
            by[eid] = (f.city(), f.job())
        rec["place"] = by[eid][0] if r.random() > 0.25 else ""
        rec["job"] = by[eid][1] if r.random() > 0.4 else f.job()
    rename(
        L,
        dict(
            first="first_name",
            last="surname",
            zip="postcode",
            place="birth_place",
            job="occupation",
        ),
    )
    L.save(
        "gb_historical", ["first_name", "surname", "dob", "birth_place", "postcode", "occupation"]
    )


def febrl3_like():
    L = Lists(8, "en_AU")
    c = ["first", "last", "no", "st", "suburb", "zip", "state", "dob", "ssn"]
    r, f = L.r, L.f
    person(L, 1200, 0.75, c, "%Y%m%d", per_field=0.2, blank=0.12, move=0, most=5)
    by = {}
    for eid, rec in L.rows:
        if eid not in by:
            by[eid] = (
                str(r.randrange(1, 200)),
                f.street_name(),
                f.city(),
                f.state_abbr(),
                str(r.randrange(10**6, 10**7)),
            )
        rec.update(dict(zip(("no", "st", "suburb", "state", "ssn"), by[eid])))
        for k in ("no", "st", "suburb", "state", "ssn"):
            if r.random() < 0.1:
                rec[k] = ""
            elif r.random() < 0.15:
                rec[k] = typo(r, rec[k])
    names = dict(
        first="given_name",
        last="surname",
        no="street_number",
        st="address_1",
        suburb="suburb",
        zip="postcode",
        state="state",
        dob="date_of_birth",
        ssn="soc_sec_id",
    )
    rename(L, {k: v for k, v in names.items() if k != v})
    L.save("au_heavy", names.values())


def ncvr():
    L = Lists(9, "en_US")
    c = ["first", "last", "middle", "street", "city", "zip", "age", "sex"]
    r, f = L.r, L.f
    person(L, 9000, 0.15, c, per_field=0.12, blank=0.05, household=0.3, cc="+1")
    by = {}
    for eid, rec in L.rows:
        if eid not in by:
            by[eid] = f.first_name()
        m = by[eid]
        rec["middle"] = "" if r.random() < 0.3 else m if r.random() < 0.6 else m[0]
        rec["age"] = str(2020 - int(rec["year"])) if rec["year"] else ""
        rec["state"] = "NC"
    rename(
        L,
        dict(
            first="first_name",
            last="last_name",
            middle="middle_name",
            street="residential_address",
            zip="zip_code",
            sex="gender",
        ),
    )
    L.save(
        "us_voters",
        [
            "first_name",
            "middle_name",
            "last_name",
            "age",
            "gender",
            "residential_address",
            "city",
            "state",
            "zip_code",
        ],
    )


def fr_companies():
    L = Lists(10, "fr_FR")
    r, f = L.r, L.f
    for eid in range(3500):
        name = f.company()
        rec = dict(
            name=name,
            street=f.street_address().replace("\n", ", "),
            zip=f.postcode(),
            city=f.city(),
            phone=phone(r, "+33"),
        )

        def corrupt(x):
            x["name"] = company_form(r, x["name"], [" SARL", " SAS", " S.A.", " et Cie"])
            if r.random() < 0.2:
                x["street"] = f.street_address()
            x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.2 else phone(r, "+33")
            return errors(r, x, ["name", "street", "zip", "city"], 0.1, 0.05)

        L.entity(eid, rec, n_dups(r, 0.2), corrupt)
    rename(
        L,
        dict(
            name="raison_sociale",
            street="adresse",
            zip="code_postal",
            city="ville",
            phone="telephone",
        ),
    )
    L.save("fr_companies", ["raison_sociale", "adresse", "code_postal", "ville", "telephone"])


WORDS = "global united advanced premier pacific northern digital green first national precision summit atlas nova alpha blue river stone bright urban prime royal star eagle oak maple golden silver inter euro trans micro macro omni apex vertex zenith orion delta sigma omega quantum fusion vector matrix pioneer liberty heritage frontier horizon cascade evergreen harbor lakeside meadow canyon ridge valley".split()
TRADE = "logistics software consulting plumbing bakery motors foods textiles pharma energy media capital insurance dental legal design printing security cleaning construction roofing electric steel plastics chemicals robotics travel catering fitness education analytics hosting telecom aviation marine packaging furniture glass ceramics instruments optics".split()


def company_name(r):
    k = r.random()
    if k < 0.35:
        return f"{r.choice(WORDS).title()} {r.choice(TRADE).title()}"
    if k < 0.6:
        return f"{Faker_last(r)} {r.choice(TRADE).title()}"
    if k < 0.8:
        return f"{Faker_last(r)} & {Faker_last(r)} {r.choice(TRADE).title()}"
    if k < 0.9:
        return f"{r.choice(WORDS).title()} {r.choice(WORDS).title()} {r.choice(TRADE).title()}"
    return (
        "".join(r.choice("bcdfglmnprstvz") + r.choice("aeiou") for _ in range(3)).title()
        + " "
        + r.choice(TRADE).title()
    )


_lasts = None


def Faker_last(r):
    global _lasts
    if _lasts is None:
        f = Faker("en_US")
        f.seed_instance(5)
        _lasts = [f.last_name() for _ in range(700)]
    return r.choice(_lasts)


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


def us_company_city():
    L = Lists(11)
    r, f = L.r, L.f
    for eid in range(4000):
        rec = dict(
            company=company_name(r) + r.choice(["", " Inc", " LLC"]),
            city=f.city(),
            state=f.state_abbr(),
        )

        def corrupt(x):
            x["company"] = company_form(r, x["company"].replace(" Inc", "").replace(" LLC", ""))
            return errors(r, x, ["company", "city", "state"], 0.1, 0.08, skip=("state",))

        L.entity(eid, rec, n_dups(r, 0.2), corrupt)
    L.save("us_company_city", ["company", "city", "state"])


def company_only():
    L = Lists(12)
    r = L.r
    for eid in range(2500):
        rec = dict(
            company=company_name(r) + (" " + r.choice(WORDS).title() if r.random() < 0.4 else "")
        )
        L.entity(
            eid,
            rec,
            n_dups(r, 0.2),
            lambda x: dict(
                company=case(
                    r,
                    (
                        typo(r, company_form(r, x["company"]))
                        if r.random() < 0.15
                        else company_form(r, x["company"])
                    ),
                )
            ),
        )
    L.save("company_names_only", ["company"])


def chains():
    L = Lists(13)
    r, f = L.r, L.f
    brands = [company_name(r) for _ in range(60)]
    eid = 0
    for b in brands:
        for _ in range(r.randrange(5, 60)):
            rec = dict(name=b, address=f.street_address(), city=f.city(), phone=phone(r, "+1"))

            def corrupt(x):
                if r.random() < 0.3:
                    x["name"] = x["name"] + r.choice(
                        [" Store", " #" + str(r.randrange(1, 999)), " Inc"]
                    )
                x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.2 else ""
                return errors(r, x, ["name", "address", "city"], 0.12, 0.05)

            L.entity(eid, rec, n_dups(r, 0.15), corrupt)
            eid += 1
    L.save("chain_branches", ["name", "address", "city", "phone"])


BRANDS = "Sony Canon Nikon Samsung LG Panasonic Philips Bosch Makita Dell HP Lenovo Asus Acer Epson Brother Garmin Logitech Netgear Linksys Bose JBL Yamaha Casio Olympus Whirlpool Frigidaire".split()
THINGS = "digital camera,laser printer,lcd tv,wireless router,headphones,microwave oven,vacuum cleaner,cordless drill,notebook,monitor,keyboard,mouse,speaker system,camcorder,projector,scanner,refrigerator,dishwasher,blender,gps navigator,memory card,hard drive".split(
    ","
)
ADJ = "black,white,silver,red,compact,portable,professional,wireless,stainless steel,high speed,ultra slim,refurbished,full hd,energy efficient,dual band,noise canceling".split(
    ","
)


def product_rec(r):
    b, t = r.choice(BRANDS), r.choice(THINGS)
    model = (
        "".join(r.choice("ABCDEFGHKLMNPRSTVWX") for _ in range(r.randrange(1, 4)))
        + "-" * r.randrange(2)
        + str(r.randrange(10, 9999))
        + r.choice(["", "", "B", "S", "W"])
    )
    return b, t, model, r.sample(ADJ, 3), round(r.uniform(10, 2000), 2)


def product_text(r, p):
    b, t, m, adj, price = p
    parts = [b, t, m] + adj[: r.randrange(0, 3)]
    if r.random() < 0.5:
        parts = [b, m] + adj[: r.randrange(0, 2)] + [t]
    if r.random() < 0.2:
        parts = parts[1:]
    if r.random() < 0.3:
        parts = [x.replace("-", "") for x in parts]
    return " ".join(parts)


def products():
    L = Lists(14)
    r = L.r
    for eid in range(2000):
        p = product_rec(r)
        rec = dict(title=product_text(r, p))
        L.entity(eid, rec, n_dups(r, 0.3, 2), lambda x: dict(title=case(r, product_text(r, p))))
    L.save("product_titles", ["title"])


def products_price():
    L = Lists(15)
    r = L.r
    for eid in range(2000):
        p = product_rec(r)

        def rec_of():
            return dict(
                title=product_text(r, p),
                manufacturer=p[0] if r.random() < 0.6 else "",
                description=" ".join(r.sample(ADJ, 4) + [p[1]]),
                price=f"{p[4] * r.uniform(.9, 1.1):.2f}" if r.random() < 0.7 else "",
            )

        L.entity(eid, rec_of(), n_dups(r, 0.3, 2), lambda x: rec_of())
    L.save("product_fields", ["title", "manufacturer", "description", "price"])


TOPIC = "query optimization,data integration,schema matching,record linkage,stream processing,index structures,concurrency control,view maintenance,data mining,association rules,spatial databases,xml retrieval,semantic web,sensor networks,approximate answers,transaction processing,parallel joins,web caching,workflow management,temporal data,graph search,clustering,classification,privacy,data warehouses,skyline queries,top-k ranking,similarity search".split(
    ","
)
HOW = "efficient,scalable,adaptive,incremental,distributed,a framework for,towards,on the complexity of,an evaluation of,optimizing,a survey of,robust,learning,dynamic,automatic,practical,rethinking".split(
    ","
)
ON = "in relational systems,over data streams,using wavelets,with user feedback,for the web,in peer-to-peer networks,for decision support,under constraints,on modern hardware,with histograms,in mobile environments,for large databases,by sampling".split(
    ","
)
VENUE = [
    ("SIGMOD Conference", "ACM SIGMOD International Conference on Management of Data"),
    ("VLDB", "Very Large Data Bases"),
    ("ICDE", "International Conference on Data Engineering"),
    ("SIGMOD Record", "ACM SIGMOD Record"),
    ("TODS", "ACM Transactions on Database Systems (TODS)"),
    ("VLDB J.", "The VLDB Journal"),
]


def biblio():
    L = Lists(16)
    r, f = L.r, L.f
    names = [(f.first_name(), f.last_name()) for _ in range(600)]
    for eid in range(2500):
        title = " ".join(
            w
            for w in [
                r.choice(HOW),
                r.choice(TOPIC),
                "and " + r.choice(TOPIC) if r.random() < 0.4 else "",
                r.choice(ON) if r.random() < 0.6 else "",
            ]
            if w
        ).capitalize()
        au = r.sample(names, r.randrange(1, 5))
        v = r.choice(VENUE)
        y = r.randrange(1994, 2004)

        def rec_of(k):
            a = ", ".join(
                f"{x} {z}" if k == 0 or r.random() < 0.6 else f"{x[0]}. {z}" for x, z in au
            )
            t = title if k == 0 or r.random() > 0.25 else typo(r, title)
            return dict(title=t, authors=a if r.random() > 0.03 else "", venue=v[k], year=str(y))

        L.entity(eid, rec_of(0), 1 if r.random() < 0.6 else 0, lambda x: rec_of(1))
    L.save("bibliography", ["title", "authors", "venue", "year"])


def affiliations():
    L = Lists(17)
    r, f = L.r, L.f
    eid = 0
    for u in range(350):
        city, country = f.city(), f.country()
        uni = r.choice(
            [
                f"University of {city}",
                f"{city} University",
                f"{f.last_name()} Institute of Technology",
                f"{f.last_name()} Research Labs",
                f"{city} Technical College",
            ]
        )
        short = "".join(w[0] for w in uni.split() if w[0].isupper())

        def form():
            parts = [uni if r.random() > 0.12 else uni.replace("University", "Univ.")]
            if r.random() < 0.5:
                parts.insert(
                    0,
                    r.choice(
                        [
                            "Department of Computer Science",
                            "Dept. of Computer Science",
                            "School of Engineering",
                            "Dept. of Mathematics",
                            "Faculty of Informatics",
                        ]
                    ),
                )
            if r.random() < 0.6:
                parts.append(city)
            if r.random() < 0.6:
                parts.append(country)
            if r.random() < 0.1:
                parts.append(short)
            t = ", ".join(parts)
            return typo(r, t) if r.random() < 0.1 else t

        L.entity(eid, dict(affil=form()), r.randrange(1, 9), lambda x: dict(affil=form()))
        eid += 1
    L.save("affiliations", ["affil"])


def contact_text():
    L = Lists(18, "de_DE")
    r, f = L.r, L.f
    for eid in range(1500):
        first, last, co, city, ph = f.first_name(), f.last_name(), f.company(), f.city(), phone(r)
        em = mail(r, first, last, r.choice(FREE))

        def form(k=1):
            parts = [f"{first} {last}" if r.random() > 0.15 * k else f"{last} {first[0]}."]
            if r.random() < 0.7:
                parts.append(co)
            if r.random() < 0.7:
                parts.append(city)
            if r.random() < 0.6:
                parts.append(phone_form(r, ph))
            if r.random() < 0.5:
                parts.append(em)
            t = ", ".join(parts)
            return typo(r, t) if r.random() < 0.2 * k else t

        L.entity(eid, dict(contact=form(0)), n_dups(r, 0.25), lambda x: dict(contact=form()))
    L.save("contact_text", ["contact"])


def b2b(name, n, share, locale, seed):
    L = Lists(seed, locale)
    r, f = L.r, L.f
    companies = []
    for _ in range(n // 4):
        c = f.company()
        companies.append(
            (
                c,
                plain(c)
                .lower()
                .replace(" ", "")
                .replace(".", "")
                .replace(",", "")
                .replace("&", "")[:20]
                + r.choice([".com", ".nl", ".se"]),
                f.city(),
            )
        )
    for eid in range(n):
        first, last = f.first_name(), f.last_name()
        c, d, city = r.choice(companies)
        rec = dict(
            first=first,
            last=last,
            company=c,
            title=f.job(),
            email=mail(r, first, last, d),
            phone=phone(r, "+31"),
            web="www." + d,
            city=city,
            country=r.choice(["Netherlands", "NL", "Sweden"]),
        )

        def corrupt(x):
            if r.random() < 0.1:
                c2, d2, city2 = r.choice(companies)
                x.update(
                    company=c2,
                    web="www." + d2,
                    city=city2,
                    email=mail(r, x["first"], x["last"], d2),
                )
            elif r.random() < 0.2:
                x["email"] = mail(r, x["first"], x["last"], r.choice(FREE))
            if r.random() < 0.3:
                x["title"] = f.job()
            x["phone"] = phone_form(r, x["phone"]) if r.random() > 0.3 else ""
            x["company"] = company_form(r, x["company"], [" B.V.", " AB", " BV"])
            return errors(
                r,
                x,
                ["first", "last", "company", "title", "email", "phone", "web", "city"],
                0.08,
                0.1,
            )

        L.entity(eid, rec, n_dups(r, share), corrupt)
    L.save(name, ["first", "last", "company", "title", "email", "phone", "web", "city", "country"])


def no_dups():
    L = Lists(20, "en_US")
    person(L, 4000, 0, ["first", "last"], household=0.3, cc="+1")
    rename(L, dict(first="first_name", last="last_name", dob="date_of_birth"))
    L.save("no_duplicates", ["first_name", "last_name", "date_of_birth", "city", "zip", "phone"])


def households():
    L = Lists(21, "en_GB")
    c = ["first", "last", "street", "zip", "city", "phone", "email"]
    person(L, 4000, 0.15, c, household=0.6, cc="+44")
    rename(L, dict(first="first_name", last="last_name", zip="postcode"))
    L.save(
        "gb_households", ["first_name", "last_name", "street", "city", "postcode", "phone", "email"]
    )


TR = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
    )
)


def translit(s):
    return "".join(
        (TR[c.lower()].capitalize() if c.isupper() else TR[c]) if c.lower() in TR else c for c in s
    )


def ru():
    L = Lists(23, "ru_RU")
    c = ["first", "last", "dob", "city", "phone"]
    r = L.r
    person(L, 2000, 0.25, c, "%d.%m.%Y", "+7", per_field=0.08)
    seen = set()
    for eid, rec in L.rows:
        if eid in seen and r.random() < 0.3:
            for k in ("first", "last", "city"):
                rec[k] = translit(rec[k])
        seen.add(eid)
    names = dict(first="Имя", last="Фамилия", dob="Дата рождения", city="Город", phone="Телефон")
    rename(L, names)
    L.save("ru_persons", names.values())


def ja():
    L = Lists(24, "ja_JP")
    c = ["first", "last", "city", "phone", "dob"]
    person(L, 2000, 0.2, c, "%Y/%m/%d", "+81", per_field=0.05)
    full(L, last_first=0)
    rename(L, dict(first="名", last="姓", city="市区町村", phone="電話番号", dob="生年月日"))
    L.save("ja_persons", ["姓", "名", "生年月日", "市区町村", "電話番号"])


def music():
    L = Lists(25)
    r, f = L.r, L.f
    w = [f.word() for _ in range(900)]
    artists = [
        r.choice(
            [
                f.name(),
                "The " + r.choice(w).title() + "s",
                r.choice(w).title() + " " + r.choice(w).title(),
            ]
        )
        for _ in range(400)
    ]
    for eid in range(2500):
        title = " ".join(r.choice(w) for _ in range(r.randrange(1, 5))).title()
        artist = r.choice(artists)
        album = " ".join(r.choice(w) for _ in range(r.randrange(1, 4))).title()
        no, y, ln = r.randrange(1, 18), r.randrange(1960, 2015), r.randrange(120, 420)

        def form(k):
            t = title if r.random() > 0.15 * k else f"{artist} - {title}"
            if r.random() < 0.15 * k:
                t = f"{no:03d}-{t}"
            return dict(
                title=typo(r, t) if r.random() < 0.15 * k else t,
                artist=artist if r.random() > 0.1 * k else "",
                album=(
                    album if r.random() > 0.3 * k else f"{album} ({y})" if r.random() < 0.5 else ""
                ),
                year=(
                    str(y)
                    if r.random() > 0.3 * k
                    else f"'{y % 100:02d}" if r.random() < 0.5 else ""
                ),
                length=f"{ln // 60}:{ln % 60:02d}" if r.random() < 0.5 else str(ln * 1000),
                number=str(no) if r.random() > 0.2 * k else "",
            )

        L.entity(eid, form(0), n_dups(r, 0.4, 4), lambda x: form(1))
    L.save("music_tracks", ["title", "artist", "album", "year", "length", "number"])


for make in (
    de_persons,
    name_year,
    name_year_only,
    name_phone,
    es_twelve,
    it_swapped,
    pl_mail,
    gb_clusters,
    febrl3_like,
    ncvr,
    fr_companies,
    us_company_city,
    company_only,
    chains,
    products,
    products_price,
    biblio,
    affiliations,
    contact_text,
    no_dups,
    households,
    ru,
    ja,
    music,
):
    make()
b2b("nl_b2b", 6000, 0.05, "nl_NL", 30)
b2b("sv_b2b_rare", 8000, 0.01, "sv_SE", 31)
