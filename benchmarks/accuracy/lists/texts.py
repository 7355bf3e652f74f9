"""Lists of texts, products, publications and tracks."""

from __future__ import annotations

from .persons import FREE
from .shapes import Lists, case, mail, n_dups, phone, phone_form, typo

BRANDS = "Sony Canon Nikon Samsung LG Panasonic Philips Bosch Makita Dell HP Lenovo Asus Acer Epson Brother Garmin Logitech Netgear Linksys Bose JBL Yamaha Casio Olympus Whirlpool Frigidaire".split()
THINGS = "digital camera,laser printer,lcd tv,wireless router,headphones,microwave oven,vacuum cleaner,cordless drill,notebook,monitor,keyboard,mouse,speaker system,camcorder,projector,scanner,refrigerator,dishwasher,blender,gps navigator,memory card,hard drive".split(
    ","
)
ADJ = "black,white,silver,red,compact,portable,professional,wireless,stainless steel,high speed,ultra slim,refurbished,full hd,energy efficient,dual band,noise canceling".split(
    ","
)


def product(r):
    b, t = r.choice(BRANDS), r.choice(THINGS)
    model = (
        "".join(r.choice("ABCDEFGHKLMNPRSTVWX") for _ in range(r.randrange(1, 4)))
        + "-" * r.randrange(2)
        + str(r.randrange(10, 9999))
        + r.choice(["", "", "B", "S", "W"])
    )
    return b, t, model, r.sample(ADJ, 3), round(r.uniform(10, 2000), 2)


def product_text(r, p):
    b, t, m, adj, _ = p
    parts = [b, t, m] + adj[: r.randrange(0, 3)]
    if r.random() < 0.5:
        parts = [b, m] + adj[: r.randrange(0, 2)] + [t]
    if r.random() < 0.2:
        parts = parts[1:]
    if r.random() < 0.3:
        parts = [x.replace("-", "") for x in parts]
    return " ".join(parts)


def product_titles():
    L = Lists(14)
    r = L.r

    def make():
        p = product(r)
        return dict(title=product_text(r, p)), lambda x: dict(title=case(r, product_text(r, p)))

    L.entities(2000, 0.3, make, 2)
    L.save("product_titles", "title")


def product_fields():
    L = Lists(15)
    r = L.r

    def make():
        p = product(r)

        def form(_=None):
            return dict(
                title=product_text(r, p),
                manufacturer=p[0] if r.random() < 0.6 else "",
                description=" ".join(r.sample(ADJ, 4) + [p[1]]),
                price=f"{p[4] * r.uniform(0.9, 1.1):.2f}" if r.random() < 0.7 else "",
            )

        return form(), form

    L.entities(2000, 0.3, make, 2)
    L.save("product_fields", "title manufacturer description price")


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


def paper_title(r):
    words = [
        r.choice(HOW),
        r.choice(TOPIC),
        "and " + r.choice(TOPIC) if r.random() < 0.4 else "",
        r.choice(ON) if r.random() < 0.6 else "",
    ]
    return " ".join(w for w in words if w).capitalize()


def paper(r, names):
    """A publication, and what writes it: as a list does (0), or as another does (1)."""
    title, authors = paper_title(r), r.sample(names, r.randrange(1, 5))
    venue, year = r.choice(VENUE), r.randrange(1994, 2004)

    def form(k):
        a = ", ".join(
            f"{x} {z}" if k == 0 or r.random() < 0.6 else f"{x[0]}. {z}" for x, z in authors
        )
        t = title if k == 0 or r.random() > 0.25 else typo(r, title)
        named = r.random() > 0.03
        return dict(title=t, authors=a if named else "", venue=venue[k], year=str(year))

    return form


def bibliography():
    L = Lists(16)
    r, f = L.r, L.f
    names = [(f.first_name(), f.last_name()) for _ in range(600)]
    for eid in range(2500):
        form = paper(r, names)
        L.entity(eid, form(0), 1 if r.random() < 0.6 else 0, lambda x: form(1))
    L.save("bibliography", "title authors venue year")


DEPARTMENTS = [
    "Department of Computer Science",
    "Dept. of Computer Science",
    "School of Engineering",
    "Dept. of Mathematics",
    "Faculty of Informatics",
]


def affiliations():
    L = Lists(17)
    r, f = L.r, L.f
    for eid in range(350):
        city, country = f.city(), f.country()
        names = [f"University of {city}", f"{city} University"]
        names += [f"{f.last_name()} Institute of Technology", f"{f.last_name()} Research Labs"]
        uni = r.choice([*names, f"{city} Technical College"])
        short = "".join(w[0] for w in uni.split() if w[0].isupper())

        def form(_=None):
            parts = [uni if r.random() > 0.12 else uni.replace("University", "Univ.")]
            if r.random() < 0.5:
                parts.insert(0, r.choice(DEPARTMENTS))
            if r.random() < 0.6:
                parts.append(city)
            if r.random() < 0.6:
                parts.append(country)
            if r.random() < 0.1:
                parts.append(short)
            t = ", ".join(parts)
            return dict(affil=typo(r, t) if r.random() < 0.1 else t)

        L.entity(eid, form(), r.randrange(1, 9), form)
    L.save("affiliations", "affil")


def contact_text():
    L = Lists(18, "de_DE")
    r, f = L.r, L.f

    def make():
        first, last, company, city = f.first_name(), f.last_name(), f.company(), f.city()
        number = phone(r)
        box = mail(r, first, last, r.choice(FREE))

        def form(k):
            parts = [f"{first} {last}" if r.random() > 0.15 * k else f"{last} {first[0]}."]
            if r.random() < 0.7:
                parts.append(company)
            if r.random() < 0.7:
                parts.append(city)
            if r.random() < 0.6:
                parts.append(phone_form(r, number))
            if r.random() < 0.5:
                parts.append(box)
            t = ", ".join(parts)
            return dict(contact=typo(r, t) if r.random() < 0.2 * k else t)

        return form(0), lambda x: form(1)

    L.entities(1500, 0.25, make)
    L.save("contact_text", "contact")


def music_tracks():
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

    def make():
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

        return form(0), lambda x: form(1)

    L.entities(2500, 0.4, make, 4)
    L.save("music_tracks", "title artist album year length number")


LISTS = (
    product_titles,
    product_fields,
    bibliography,
    affiliations,
    contact_text,
    music_tracks,
)
