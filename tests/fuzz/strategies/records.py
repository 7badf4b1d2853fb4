"""The files of a project that are TOML, each by its shape."""

import base64

from hypothesis import strategies as st

from leafletpress.clinic.clinic import WRITE_IN_FIELDS
from leafletpress.format import Imposition
from leafletpress.format.format import PAPERS
from leafletpress.signoff import Method, Role
from tests.fuzz.strategies.toml import Shape, quoted, toml_files, word_of

names = word_of("Ayşe Kaya", "Ada Hill", "Dr. med. A. O’Neil", "علي حسن", "a", "Ada  Hill")
dates = st.sampled_from(["2026-11-22", "2020-02-29", "2099-01-01", "0001-01-01"])
leaflets = word_of("any", "page", "hsct-steps", "gone")
digests = word_of("0" * 64, "ab" * 32, "0")
shorts = word_of("", "01234567", "01234567 89abcdef", "01234567\n89abcdef")
ids = word_of("", "TR 12345", "tr-12345", "ada@example.org", "*")
signatures = word_of("", "U1NIU0lH", "====", "U1NIU0lH\nAAAA")
PUBLIC_KEY = "ssh-ed25519 " + base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + bytes(32)).decode()
"""The form of a public key; nobody has its other half."""

booleans = st.sampled_from(["true", "false"])


def lists_of(words: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[str]:
    """Right values: a list of words that are in quotes already."""
    return st.lists(words, min_size=least, max_size=3).map(lambda some: f"[{', '.join(some)}]")


def tables_of(
    keys: st.SearchStrategy[str], values: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    """Right values: a table on one line. Its keys are in quotes."""
    some = st.dictionaries(keys, values, max_size=3)
    return some.map(lambda d: "{" + ", ".join(f"{key} = {d[key]}" for key in d) + "}")


CLINIC: Shape = (
    ("", {
        "name": word_of("", "Clinic of the example"),
        "logo": word_of("", "logo.svg", "gone.png", "../logo.svg", "logo.txt"),
        "feedback": word_of("", "leaflets@example.org"),
        "write_in": lists_of(word_of(*WRITE_IN_FIELDS), 0),
    }),
    ("[phones]", {
        "team_phone": word_of("by hand", "By Hand", "0212 555 00 00", "TODO ask"),
        "emergency_phone": word_of("112", "911", "by hand"),
    }),
)  # fmt: skip

SIGNOFF: Shape = (
    ("[[signoff]]", {
        "leaflet": leaflets, "role": word_of(*Role), "name": names, "date": dates,
        "digest": digests, "method": word_of(*Method), "sentences": shorts, "ticked": shorts,
        "facts": shorts, "structure": shorts, "phones": lists_of(word_of("112"), 0), "person": ids,
        "version": word_of("1"), "updated": dates, "review_by": dates,
        "parts": tables_of(word_of("texts", "facts"), digests), "signature": signatures,
    }),
    ("[[acknowledged]]", {
        "leaflet": leaflets, "numbers": lists_of(word_of("2 days", "1")),
        "words": lists_of(word_of("يومان", "one")), "name": names, "date": dates,
        "digest": digests, "person": ids, "signature": signatures,
    }),
)  # fmt: skip

PEOPLE: Shape = (
    ("", {"keys_required": booleans}),
    ("[[person]]", {
        "name": names, "roles": lists_of(word_of(*Role)), "qualification": word_of("nurse", "MD"),
        "register": ids, "email": word_of("", "ada@example.org", "@"),
        "other_names": lists_of(names, 0),
    }),
    ("[[key]]", {
        "person": ids, "key": word_of(PUBLIC_KEY, f"{PUBLIC_KEY} ada", "ssh-rsa AAAA", "ssh-"),
        "since": dates, "until": dates,
    }),
    ("[[two_people]]", {
        "people": lists_of(ids), "said_by": names, "date": dates,
    }),
)  # fmt: skip

stems = word_of("dose", "dosis", "a.", "ab cd", "İ", "دواء", "10 mg")

GLOSSARY: Shape = (
    ("", {"drugs": tables_of(stems, lists_of(stems)), "forbidden": tables_of(stems, stems)}),
    ("[[term]]", {
        "source": lists_of(stems), "accept": lists_of(stems), "strict": booleans,
        "unless": lists_of(stems, 0), "forbid": tables_of(stems, stems), "note": stems,
    }),
)  # fmt: skip

EDITORIAL: Shape = (
    ("[[edit]]", {
        "leaflet": leaflets, "name": names, "reason": word_of("a reader saw it"), "date": dates,
        "before": word_of("teh dose", "a\nb"), "after": word_of("the dose", "a b"),
    }),
)  # fmt: skip

FORMAT: Shape = (
    ("", {
        "page": word_of(*PAPERS, "A4 landscape", "210mm 297mm", "0mm"),
        "margin": word_of("18mm", "18mm 17mm 15mm", "0", "-1mm"),
        "body": st.sampled_from(["12", "11.5", "6", "72", "1e1", "nan"]),
        "template": word_of("leaflet.html", "gone.html"),
        "impose": word_of(*Imposition),
        "bleed": word_of("3mm", "0mm"),
        "marks": booleans,
        "style": word_of("", "narrow.css", "gone.css", "../narrow.css"),
        "icc": word_of("", "press.icc"),
        "bilingual": booleans,
        "for_review": booleans,
    }),
)  # fmt: skip

SHAPES = {
    "clinic": CLINIC,
    "signoff": SIGNOFF,
    "people": PEOPLE,
    "glossary": GLOSSARY,
    "editorial": EDITORIAL,
    "format": FORMAT,
}
"""The shape of each file, by the name of its reader."""

SKELETONS = {name: toml_files(shape) for name, shape in SHAPES.items()}
FIELDS = [name for shape in SHAPES.values() for _, fields in shape for name in fields]
WORDS = [*FIELDS, *(quoted(role) for role in Role)]
