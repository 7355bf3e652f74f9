"""Lists as programs write them, with their headers and with the columns that say nothing.

Exports of customer management, customer lists of several countries, partners with branches, two
scripts, and leads of which most is missing.

Made and measured before anything was changed for them.
"""

from __future__ import annotations

from datetime import datetime

from .companies import company_form, company_name
from .persons import FREE, NICK, wrong_date
from .shapes import Lists, case, errors, mail, n_dups, phone, phone_form, plain, typo


KEY_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdef"
SPAN = datetime(2021, 1, 1), datetime(2026, 1, 1)


def some_id(r, prefix: str, size: int = 12) -> str:
    return prefix + "".join(r.choice(KEY_CHARACTERS) for _ in range(size))


def firms(L: Lists, count: int):
    """Companies with their domain, town and switchboard."""
    r, f = L.r, L.f
    made = []
    for _ in range(count):
        name = company_name(r)
        word = "".join(c for c in plain(name).lower() if c.isalnum())
        place = (f.city(), f.state_abbr(), f.postcode())
        made.append((name, word[:18] + ".com", place, phone(r, "+1")))
    return made


def hubspot_contacts():
    """As contacts leave HubSpot: the row's number, names, company, owner, stages, dates."""
    L = Lists(401)
    r, f = L.r, L.f
    companies = firms(L, 900)
    owners = [f"{f.first_name()} {f.last_name()}" for _ in range(6)]
    stages = "Subscriber Lead Customer Opportunity Evangelist".split()

    def internal():
        made = f.date_time_between_dates(*SPAN)
        return {
            "Record ID": str(r.randrange(10**9, 10**10)),
            "Contact owner": r.choice(owners) if r.random() < 0.8 else "",
            "Lifecycle Stage": r.choice(stages),
            "Lead Status": r.choice(["New", "Open", "In Progress", ""]),
            "Create Date": made.strftime("%Y-%m-%d %H:%M"),
            "Last Activity Date": f.date_between_dates(*SPAN).isoformat(),
            "Marketing contact status": r.choice(["Marketing contact", "Non-marketing contact"]),
        }

    def make():
        first, last = f.first_name(), f.last_name()
        company, domain, (city, state, code), desk = r.choice(companies)
        mobile = phone(r, "+1")
        rec = {
            "First Name": first,
            "Last Name": last,
            "Email": mail(r, first, last, domain if r.random() < 0.7 else r.choice(FREE)),
            "Phone Number": desk if r.random() < 0.5 else "",
            "Mobile Phone Number": mobile if r.random() < 0.4 else "",
            "Job Title": f.job() if r.random() < 0.6 else "",
            "Associated Company": company if r.random() < 0.8 else "",
            "Website URL": "https://www." + domain if r.random() < 0.5 else "",
            "City": city if r.random() < 0.6 else "",
            "State/Region": state if r.random() < 0.6 else "",
            "Postal Code": code if r.random() < 0.4 else "",
            "Country/Region": "United States" if r.random() < 0.5 else "",
        }

        def corrupt(x):
            x.update(internal())
            if r.random() < 0.45:
                x["Email"] = mail(r, first, last, r.choice(FREE)) if r.random() < 0.7 else ""
            if r.random() < 0.15:
                x["First Name"] = NICK.get(first, first[:1])
            if r.random() < 0.15:
                company, domain, (city, state, code), desk = r.choice(companies)
                x.update({"Associated Company": company, "City": city, "State/Region": state})
                x.update({"Phone Number": desk, "Postal Code": code, "Website URL": domain})
            for column in ("Phone Number", "Mobile Phone Number"):
                x[column] = phone_form(r, x[column]) if x[column] and r.random() < 0.7 else ""
            if r.random() < 0.4:
                x["Job Title"] = f.job()
            x["Associated Company"] = company_form(r, x["Associated Company"])
            written = ["First Name", "Last Name", "Associated Company", "City"]
            return errors(r, x, written, 0.08, 0.08)

        return internal() | rec, corrupt

    L.entities(4500, 0.15, make)
    L.save("hubspot_contacts", {c: c for c in L.rows[0][1]})


def salesforce_accounts():
    """As accounts leave Salesforce: two addresses, ids, categories, numbers."""
    L = Lists(402)
    r, f = L.r, L.f

    def make():
        name, town = company_name(r), (f.city(), f.state_abbr(), f.postcode())
        street, number, desk = f.street_address(), some_id(r, "CC-", 6), phone(r, "+1")
        away = (f.street_address(), f.city(), f.state_abbr(), f.postcode())
        domain = "".join(c for c in plain(name).lower() if c.isalnum())[:18] + ".com"
        facts = r.choice(["Retail", "Banking", "Energy", "Media"]), r.randrange(5, 5000)

        def form(k):
            own = (street, *town) if r.random() > 0.12 * k else (f.street_address(), *town)
            ship = away if r.random() < 0.3 else own
            text = company_form(r, name) if r.random() < 0.7 else name
            size = facts[1] if r.random() < 0.5 else int(facts[1] * r.uniform(0.7, 1.4))
            rec = {
                "Account ID": some_id(r, "001", 12),
                "Account Name": typo(r, text) if r.random() < 0.08 * k else case(r, text),
                "Account Number": number if r.random() < 0.4 else "",
                "Type": r.choice(["Prospect", "Customer - Direct", "Customer - Channel", ""]),
                "Parent Account ID": some_id(r, "001", 12) if r.random() < 0.1 else "",
                "Phone": phone_form(r, desk) if r.random() < 0.6 else "",
                "Fax": phone(r, "+1") if r.random() < 0.1 else "",
                "Website": "www." + domain if r.random() < 0.5 else "",
                "Industry": facts[0] if r.random() < 0.7 else "",
                "Annual Revenue": str(r.randrange(10**5, 10**8)) if r.random() < 0.3 else "",
                "Employees": str(size) if r.random() < 0.5 else "",
                "Account Owner": f"Rep {r.randrange(12)}",
                "Created Date": f.date_between_dates(*SPAN).isoformat(),
            }
            for side, place in (("Billing", own), ("Shipping", ship)):
                filled = r.random() < (0.85 if side == "Billing" else 0.5)
                columns = "Street City State/Province Zip/Postal_Code".split()
                for column, value in zip(columns, place, strict=True):
                    rec[f"{side} {column.replace('_', ' ')}"] = value if filled else ""
                rec[f"{side} Country"] = r.choice(["United States", "USA", "US"]) if filled else ""
            return rec

        return form(0), lambda x: form(1)

    L.entities(4000, 0.2, make)
    L.save("salesforce_accounts", {c: c for c in L.rows[0][1]})


UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def de_kunden():
    """A German customer list: double surnames, umlauts written out, street and number apart."""
    L = Lists(403, "de_DE")
    r, f = L.r, L.f

    def make():
        male = r.random() < 0.5
        first = f.first_name_male() if male else f.first_name_female()
        second = f.first_name_male() if male else f.first_name_female()
        last, other = f.last_name(), f.last_name()
        double = r.random() < 0.2
        full = f"{last}-{other}" if double else last
        street, house = f.street_name(), str(r.randrange(1, 180)) + r.choice(["", "", "", "a", "b"])
        code, city, year = f.postcode(), f.city(), r.randrange(1935, 2006)
        line, mobile = phone(r), phone(r, "+49")
        box = mail(r, first, last, r.choice(["web.de", "gmx.de", "t-online.de", "gmail.com"]))

        def form(k):
            name = full
            if double and r.random() < 0.4 * k:
                name = r.choice([last, other, f"{last} {other}", f"{last} - {other}"])
            given = f"{first}-{second}" if r.random() < 0.06 else first
            moved = r.random() < 0.12 * k
            rec = {
                "Kundennr.": str(r.randrange(10**5, 10**6)),
                "Anrede": "Herr" if male else "Frau",
                "Titel": r.choice(["Dr.", "Prof. Dr.", "Dipl.-Ing."]) if r.random() < 0.08 else "",
                "Vorname": given,
                "Nachname": name,
                "Straße": f.street_name() if moved else street,
                "Hausnr.": str(r.randrange(1, 180)) if moved else house,
                "PLZ": f.postcode() if moved else code,
                "Ort": f.city() if moved else city,
                "Telefon": phone_form(r, line) if r.random() < 0.5 else "",
                "Mobil": phone_form(r, mobile) if r.random() < 0.4 else "",
                "E-Mail": box if r.random() < 0.45 else "",
                "Geburtsjahr": str(year + (r.random() < 0.03 * k)) if r.random() < 0.7 else "",
            }
            if r.random() < 0.3 * k:
                for column in ("Vorname", "Nachname", "Straße", "Ort"):
                    rec[column] = rec[column].translate(UMLAUTS)
            if r.random() < 0.3 * k:
                street_line = rec["Straße"].replace("straße", "str.")
                rec["Straße"] = street_line.replace("Straße", "Str.")
            return errors(r, rec, ["Vorname", "Nachname", "Straße", "Ort"], 0.08 * k, 0.03 * k)

        return form(0), lambda x: form(1)

    L.entities(4500, 0.2, make)
    L.save("de_kunden", {c: c for c in L.rows[0][1]})


def br_clientes():
    """A Brazilian customer list: two family names, tax number, quarter, state."""
    L = Lists(404, "pt_BR")
    r, f = L.r, L.f

    def make():
        male = r.random() < 0.5
        first = f.first_name_male() if male else f.first_name_female()
        mother, father = f.last_name(), f.last_name()
        particle = r.choice(["", "", "da ", "dos ", "de "])
        number = f.cpf()
        born = f.date_of_birth(minimum_age=18, maximum_age=85)
        street, house, quarter = f.street_name(), str(r.randrange(1, 2500)), f.bairro()
        city, state, code = f.city(), f.estado_sigla(), f.postcode()
        cell, box = phone(r, "+55"), mail(r, first, father, r.choice(["gmail.com", "uol.com.br"]))

        def form(k):
            how = r.random()
            name = f"{first} {mother} {particle}{father}"
            if how < 0.2 * k:
                name = f"{first} {father}"
            elif how < 0.3 * k:
                name = f"{first} {mother[0]}. {father}"
            elif how < 0.36 * k:
                name = f"{first} {father} {mother}"
            moved = r.random() < 0.15 * k
            day = wrong_date(r, born) if r.random() < 0.04 * k else born
            own = number if r.random() < 0.5 else number.replace(".", "").replace("-", "")
            rec = {
                "codigo": str(r.randrange(10**6, 10**7)),
                "nome_completo": name,
                "cpf": (typo(r, own) if r.random() < 0.05 * k else own) if r.random() < 0.4 else "",
                "data_nascimento": day.strftime("%d/%m/%Y") if r.random() < 0.55 else "",
                "logradouro": f.street_name() if moved else street,
                "numero": str(r.randrange(1, 2500)) if moved else house,
                "complemento": f"apto {r.randrange(1, 200)}" if r.random() < 0.2 else "",
                "bairro": f.bairro() if moved else quarter,
                "cidade": city,
                "uf": state,
                "cep": f.postcode() if moved else code,
                "celular": phone_form(r, cell) if r.random() < 0.5 else "",
                "e_mail": box if r.random() < 0.4 else "",
            }
            written = ["nome_completo", "logradouro", "bairro", "cidade"]
            return errors(r, rec, written, 0.1 * k, 0.04)

        return form(0), lambda x: form(1)

    L.entities(4500, 0.2, make)
    L.save("br_clientes", {c: c for c in L.rows[0][1]})


# Revised Romanization, syllable by syllable, and what families write instead.
INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "_").split()
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
FAMILIES = dict(zip("김이박최정강조", "Kim Lee Park Choi Jung Kang Cho".split(), strict=True))


def romanised(hangul: str) -> str:
    text = ""
    for letter in hangul:
        number = ord(letter) - 0xAC00
        if not 0 <= number < 11172:
            return hangul
        parts = INITIALS[number // 588], VOWELS[number % 588 // 28], FINALS[number % 28]
        text += "".join(part for part in parts if part != "_")
    return text.capitalize()


def kr_romanised():
    """Two lists of the same people: one in Korean script, the other in Latin letters."""
    L = Lists(405, "ko_KR")
    r, f = L.r, L.f
    left = []
    for eid in range(3500):
        family, given, city = f.last_name(), f.first_name(), f.city()
        born = f.date_of_birth(minimum_age=18, maximum_age=80)
        latin, latin_family = romanised(given), FAMILIES.get(family, romanised(family))
        mobile = f"+82 10 {r.randrange(1000, 9999)} {r.randrange(1000, 9999)}"
        box = mail(r, latin, latin_family, r.choice(["naver.com", "daum.net", "gmail.com"]))
        if r.random() < 0.75:
            korean = {
                "name": family + given,
                "birth_date": born.isoformat() if r.random() < 0.8 else "",
                "phone": mobile.replace("+82 ", "0").replace(" ", "-") if r.random() < 0.7 else "",
                "email": box if r.random() < 0.5 else "",
                "city": city,
            }
            left.append((eid, korean))
        if r.random() < 0.65:
            written = f"{latin} {latin_family}"
            if r.random() < 0.3:
                written = f"{latin_family} {latin}"
            day = wrong_date(r, born) if r.random() < 0.04 else born
            rec = {
                "name": typo(r, written) if r.random() < 0.05 else written,
                "birth_date": day.isoformat() if r.random() < 0.8 else "",
                "phone": mobile if r.random() < 0.7 else "",
                "email": box if r.random() < 0.5 else "",
                "city": romanised(city),
            }
            L.rows.append((eid, rec))
    L.save_linked("kr_romanised", "name birth_date phone email city", left)


def partners_vat():
    """Partners with their branches, each a record of its own, all with the firm's VAT number."""
    locales = dict(DE="de_DE", AT="de_AT", FR="fr_FR", IT="it_IT", NL="nl_NL", ES="es_ES")
    fakers = {code: Lists(s, locale).f for s, (code, locale) in enumerate(locales.items(), 410)}
    L = Lists(406)
    r = L.r
    eid = 0
    tiers = "Gold Silver Bronze Registered".split()
    for _ in range(1800):
        code = r.choice(list(fakers))
        f = fakers[code]
        name, tier = f.company(), r.choice(tiers)
        number = f"{code}{r.randrange(10**8, 10**9)}"
        domain = "".join(c for c in plain(name).lower() if c.isalnum())[:16] + "." + code.lower()
        for _ in range(1 if r.random() < 0.7 else r.randrange(2, 7)):
            city, street, zip_code = f.city(), f.street_address().replace("\n", ", "), f.postcode()
            desk = phone(r, "+49")
            manager = f"{f.first_name()} {f.last_name()}"

            def form(k, *, city=city, street=street, zip_code=zip_code, desk=desk, manager=manager):
                text = company_form(r, name, [" GmbH", " SARL", " S.r.l.", " B.V.", " S.L."])
                if r.random() < 0.15:
                    text += " " + city
                parted = f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:]}"
                vat = number if r.random() < 0.6 else parted
                if r.random() < 0.04 * k:
                    vat = typo(r, vat)
                return {
                    "Partner": typo(r, text) if r.random() < 0.06 * k else case(r, text),
                    "VAT No.": vat if r.random() < 0.6 else "",
                    "Branch": city if r.random() < 0.5 else "",
                    "Street": street if r.random() < 0.8 else "",
                    "Postal code": zip_code if r.random() < 0.75 else "",
                    "Town": typo(r, city) if r.random() < 0.06 * k else city,
                    "Country": code,
                    "Contact person": manager if r.random() < 0.5 else "",
                    "Telephone": phone_form(r, desk) if r.random() < 0.6 else "",
                    "Web": "www." + domain if r.random() < 0.5 else "",
                    "Tier": tier if r.random() > 0.2 * k else r.choice(tiers),
                }

            L.entity(eid, form(0), n_dups(r, 0.2), lambda x, form=form: form(1))
            eid += 1
    L.save("partners_vat", {c: c for c in L.rows[0][1]})


def sparse_leads():
    """Leads of forms and fairs: three values of five are missing, but never all."""
    L = Lists(407)
    r, f = L.r, L.f
    companies = firms(L, 1200)

    def make():
        first, last = f.first_name(), f.last_name()
        company, domain, (city, state, code), desk = r.choice(companies)
        mobile, box = phone(r, "+1"), mail(r, first, last, domain)

        def form(k):
            rec = dict(
                lead_first_name=NICK.get(first, first) if r.random() < 0.15 * k else first,
                lead_last_name=typo(r, last) if r.random() < 0.06 * k else last,
                lead_email=box if r.random() > 0.2 * k else mail(r, first, last, r.choice(FREE)),
                lead_phone=phone_form(r, desk),
                lead_mobile=phone_form(r, mobile),
                lead_company=company_form(r, company),
                lead_title=f.job(),
                lead_city=city,
                lead_state=state,
                lead_zip=code,
            )
            for column in rec:
                if column != "lead_last_name" and r.random() < 0.6:
                    rec[column] = ""
            if r.random() < 0.15:
                rec["lead_last_name"] = ""
            return rec

        return form(0), lambda x: form(1)

    L.entities(4500, 0.2, make)
    L.save("sparse_leads", {c: c for c in L.rows[0][1]})


LISTS = (
    hubspot_contacts,
    salesforce_accounts,
    de_kunden,
    br_clientes,
    kr_romanised,
    partners_vat,
    sparse_leads,
)
