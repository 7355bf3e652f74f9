"""Lists of persons."""

from __future__ import annotations

from .shapes import Lists, errors, mail, n_dups, phone, phone_form, typo

NICK = dict(
    pair.split(":")
    for pair in (
        "William:Bill Robert:Bob James:Jim Elizabeth:Liz Michael:Mike Richard:Dick Thomas:Tom "
        "Katherine:Kate Jennifer:Jen Joseph:Joe Christopher:Chris Daniel:Dan Matthew:Matt "
        "Anthony:Tony David:Dave Margaret:Peggy Patricia:Pat Susan:Sue Andrew:Andy Edward:Ted"
    ).split()
)
FREE = "gmail.com yahoo.com hotmail.com outlook.com web.de gmx.de orange.fr libero.it".split()


def wrong_date(r, d):
    """Day and month exchanged, another day, or another year."""
    k = r.random()
    if k < 0.4 and d.day <= 12:
        return d.replace(month=d.day, day=d.month)
    if k < 0.7:
        return d.replace(day=r.randrange(1, 28))
    return d.replace(year=d.year + r.choice([-1, 1, -10, 10]), day=min(d.day, 28))


def persons(
    L: Lists,
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
    own_mail=False,
):
    """Persons, of whom the next lives with the former at the chance `household`.

    Two of one name may have one mailbox, unless each has its own (`own_mail`).
    """
    r, f = L.r, L.f
    columns = columns.split()
    prev = None
    for eid in range(n):
        male = r.random() < 0.5
        first = f.first_name_male() if male else f.first_name_female()
        last = f.last_name()
        d = f.date_of_birth(minimum_age=18, maximum_age=90)
        rec = dict(
            first=first,
            last=last,
            street=L.street(),
            city=f.city(),
            zip=f.postcode(),
            phone=phone(r, cc),
            email=mail(r, first, last, r.choice(FREE)),
            dob=d.strftime(dob),
            year=str(d.year),
            sex="M" if male else "F",
        )
        if prev and r.random() < household:
            rec.update({k: prev[k] for k in ("last", "street", "city", "zip", "phone")})
            if r.random() < 0.15:
                rec["dob"], rec["year"] = prev["dob"], prev["year"]
        prev = rec
        rec["d"] = d
        if own_mail:
            rec["email"] = rec["email"].replace("@", f"{eid}@")

        def corrupt(x):
            if r.random() < move:
                x.update(street=L.street(), city=f.city(), zip=f.postcode())
            x["phone"] = phone(r, cc) if r.random() < 0.15 else phone_form(r, x["phone"])
            if r.random() < 0.2:
                x["email"] = mail(r, x["first"], x["last"], r.choice(FREE))
            if r.random() < 0.1 and x["first"] in NICK:
                x["first"] = NICK[x["first"]]
            if r.random() < 0.04:
                x["first"] = x["first"][0] + "."
            if r.random() < 0.05:
                other = wrong_date(r, x["d"])
                x.update(dob=other.strftime(dob), year=str(other.year))
            errors(r, x, columns, per_field, blank, skip=("sex", "dob", "year"))
            if r.random() < blank:
                x["dob"] = ""
            if r.random() < swap:
                x["first"], x["last"] = x["last"], x["first"]
            return x

        L.entity(eid, rec, n_dups(r, share, most), corrupt)


def de_persons():
    L = Lists(1, "de_DE")
    persons(L, 4000, 0.2, "first last street zip city dob email phone", "%d.%m.%Y")
    names = dict(first="Vorname", last="Nachname", street="Straße", zip="PLZ", city="Ort")
    L.save("de_persons", names | dict(dob="Geburtsdatum", email="E-Mail", phone="Telefon"))


def name_year_city():
    L = Lists(2)
    persons(L, 1800, 0.2, "first last city", per_field=0.15, blank=0.02)
    L.full_name()
    L.save("name_year_city", "name year city")


def name_birthyear():
    L = Lists(22, "en_GB")
    persons(L, 1000, 0.2, "first last", per_field=0.15, blank=0.0)
    L.full_name()
    L.save("name_birthyear", dict(name="name", year="birth_year"))


def name_phone():
    L = Lists(3, "en_US")
    persons(L, 2500, 0.2, "first last phone", cc="+1", per_field=0.12, blank=0.03)
    L.full_name()
    L.save("name_phone", "name phone")


def es_twelve():
    L = Lists(4, "es_ES")
    r, f = L.r, L.f
    c = "first last street zip city dob email phone sex company job web"
    persons(L, 8000, 0.15, c, "%d/%m/%Y", "+34")

    def add(rec, company, job, web):
        rec["company"] = company if r.random() > 0.2 else typo(r, company)
        rec["job"] = job if r.random() > 0.3 else f.job()
        rec["web"] = web if r.random() > 0.3 else ""

    L.by_entity(lambda: (f.company(), f.job(), f.domain_name()), add)
    names = (
        "nombre apellidos direccion codigo_postal ciudad fecha_nacimiento correo telefono sexo "
        "empresa cargo sitio_web"
    )
    L.save("es_twelve", dict(zip(c.split(), names.split())))


def it_swapped():
    L = Lists(5, "it_IT")
    persons(L, 2500, 0.2, "first last dob city", "%d/%m/%Y", "+39", swap=0.3)
    L.save("it_swapped", dict(first="Nome", last="Cognome", dob="Data di nascita", city="Comune"))


def pl_nodate():
    L = Lists(6, "pl_PL")
    persons(L, 3000, 0.15, "first last city email")
    L.save("pl_nodate", dict(first="imie", last="nazwisko", city="miasto", email="email"))


def gb_historical():
    L = Lists(7, "en_GB")
    r, f = L.r, L.f
    c = "first last dob zip place job"
    persons(L, 500, 0.9, c, per_field=0.25, blank=0.15, move=0.3, most=12)

    def add(rec, place, job):
        rec["place"] = place if r.random() > 0.25 else ""
        rec["job"] = job if r.random() > 0.4 else f.job()

    L.by_entity(lambda: (f.city(), f.job()), add)
    names = dict(first="first_name", last="surname", dob="dob", place="birth_place")
    L.save("gb_historical", names | dict(zip="postcode", job="occupation"))


FEBRL = dict(
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


def au_heavy():
    L = Lists(8, "en_AU")
    r, f = L.r, L.f
    c = " ".join(FEBRL)
    persons(L, 1200, 0.75, c, "%Y%m%d", per_field=0.2, blank=0.12, move=0, most=5)
    own = ("no", "st", "suburb", "state", "ssn")

    def facts():
        number, street = str(r.randrange(1, 200)), f.street_name()
        return number, street, f.city(), f.state_abbr(), str(r.randrange(10**6, 10**7))

    def add(rec, *values):
        rec.update(zip(own, values))
        for k in own:
            if r.random() < 0.1:
                rec[k] = ""
            elif r.random() < 0.15:
                rec[k] = typo(r, rec[k])

    L.by_entity(facts, add)
    L.save("au_heavy", FEBRL)


def us_voters():
    L = Lists(9, "en_US")
    r, f = L.r, L.f
    c = "first last middle street city zip age sex"
    persons(L, 9000, 0.15, c, per_field=0.12, blank=0.05, household=0.3, cc="+1")

    def add(rec, middle):
        rec["middle"] = "" if r.random() < 0.3 else middle if r.random() < 0.6 else middle[0]
        rec["age"] = str(2020 - int(rec["year"])) if rec["year"] else ""
        rec["state"] = "NC"

    L.by_entity(lambda: (f.first_name(),), add)
    names = dict(first="first_name", middle="middle_name", last="last_name", age="age")
    names |= dict(sex="gender", street="residential_address", city="city", state="state")
    L.save("us_voters", names | dict(zip="zip_code"))


def no_duplicates():
    L = Lists(20, "en_US")
    persons(L, 4000, 0, "first last", household=0.3, cc="+1")
    names = dict(first="first_name", last="last_name", dob="date_of_birth")
    L.save("no_duplicates", names | dict(city="city", zip="zip", phone="phone"))


def gb_households():
    L = Lists(21, "en_GB")
    persons(L, 4000, 0.15, "first last street zip city phone email", household=0.6, cc="+44")
    names = dict(first="first_name", last="last_name", street="street", city="city")
    L.save("gb_households", names | dict(zip="postcode", phone="phone", email="email"))


LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        (
            "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
        ).split(" "),
    )
)


def translit(s):
    def letter(c):
        written = LATIN.get(c.lower(), c)
        return written.capitalize() if c.isupper() and c.lower() in LATIN else written

    return "".join(letter(c) for c in s)


def ru_persons():
    L = Lists(23, "ru_RU")
    r = L.r
    persons(L, 2000, 0.25, "first last dob city phone", "%d.%m.%Y", "+7", per_field=0.08)
    seen = set()
    for eid, rec in L.rows:
        if eid in seen and r.random() < 0.3:
            rec.update({k: translit(rec[k]) for k in ("first", "last", "city")})
        seen.add(eid)
    names = dict(first="Имя", last="Фамилия", dob="Дата рождения", city="Город", phone="Телефон")
    L.save("ru_persons", names)


def ja_persons():
    L = Lists(24, "ja_JP")
    persons(L, 2000, 0.2, "first last city phone dob", "%Y/%m/%d", "+81", per_field=0.05)
    names = dict(last="姓", first="名", dob="生年月日", city="市区町村", phone="電話番号")
    L.full_name(last_first=0)
    L.save("ja_persons", names)


LISTS = (
    de_persons,
    name_year_city,
    name_birthyear,
    name_phone,
    es_twelve,
    it_swapped,
    pl_nodate,
    gb_historical,
    au_heavy,
    us_voters,
    no_duplicates,
    gb_households,
    ru_persons,
    ja_persons,
)
