"""An address, or the sign of a block, that only a translation has is found; nothing else is."""

import pytest

from leafletpress.checks import acknowledgeable, check_translation
from leafletpress.content.bounds import LONGEST_TEXT, MOST_LINKS, MOST_SIGNS
from leafletpress.language import parse_language
from tests.support.findings import PLACE, errors

SOURCE = "Talk to your team before you stop."

ADDED = [
    "https://ornek.example/ms", "http://a.b", "www.ornek.net", "WWW.ORNEK.NET", "mailto:a@b.org",
    "msdernegi.org.tr", "msdernegi.org", "dmsg.de", "ms-gesellschaft.ch", "NHS.UK", "x.com",
    "öğrenci.edu.tr", "klinik.ac.at/ms", "klinik.at/ms", "klinik.gv.at", "ms.gov.it",
    "bilgi@klinik.org", "ayse.kaya+ms@klinik.com.tr", "bilgi@klinik.local", "bilgi (at) klinik.org",
    "bilgi [at] klinik [nokta] org", "bilgi(at)klinik(punkt)de", "ｗｗｗ．ornek．net",
    "ornek\u200b.org", "\u200ewww.orn\u00adek.org", "msdernegi.org'da", "(msdernegi.org)",
    "ЭКЗАМПЛЕ.COM", "пример.com", "مثال.org",
]  # fmt: skip

NO_ADDRESS = [
    "1.5", "1.5.2", "3.2.1", "10.000.000", "vs.", "vb.", "bkz.", "z.B.", "z.B", "d.h.", "u.a.",
    "Dr.Yilmaz", "Prof.Dr.Kaya", "Prof. Dr. med. Kaya", "T.C.", "A.B.D.", "i.v.", "i.v./oral",
    "p.o.", "mg/kg", "120/80", "ve/veya", "hsct-steps.pdf", "adimlar.doc", "clinic.toml", "oku.md",
    "durdu.Sonra", "durdu.De", "geldi.Net", "e.g.so", "vb.ye", "vs.de", "3.de", "12.in", "...",
    "a.", "@", "a @ b", "(at)", "hayvan (at) gibi", "saat 10.30", "§5.1", "10.at", "St.Gallen",
    "50.000 kişi", "kan.(1)", "no.5", "nr.12", "evde.Ağrı", "v1.2.tr",
]  # fmt: skip


@pytest.mark.parametrize("text", ADDED)
def test_an_address_that_the_source_lacks_is_found(text: str) -> None:
    assert "addresses" in errors("tr", SOURCE, f"Bırakmadan önce ekibinizle konuşun: {text} bakın.")


@pytest.mark.parametrize("text", NO_ADDRESS)
def test_what_only_looks_like_an_address_is_let_through(text: str) -> None:
    assert "addresses" not in errors("tr", SOURCE, f"Önce ekibinizle konuşun {text} ve bekleyin.")


@pytest.mark.parametrize("text", ["bilgi@klinik.org", "https://www.ornek.net/a.org", "a.klinik.de"])
def test_an_address_is_told_once(text: str) -> None:
    assert errors("tr", SOURCE, f"Önce konuşun: {text}").count("addresses") == 1


def test_an_address_that_is_a_part_of_one_in_the_source_is_another() -> None:
    source = "See www.example.org, and ask."
    assert "addresses" in errors("tr", source, source.replace("www.example", "ample"))


def test_an_address_of_the_source_and_a_reference_are_let_through() -> None:
    source = "See www.example.org. [@smith2020] [here](#a.org) {team_phone}"
    assert errors("tr", source, source.replace("See", "Bakın:").replace("here", "buraya")) == []


@pytest.mark.parametrize(
    ("translation", "mark"),
    [
        ("# Adımlar", "#"), ("### Adımlar", "###"), ("- Önce konuşun", "-"), ("* Önce", "*"),
        ("+ Önce", "+"), ("> Önce", ">"), (">Önce", ">"), ("/// warning | Önce", "///"),
        ("///", "///"), ("| Önce | Sonra |", "|"), ("```\nÖnce", "```"), ("~~~\nÖnce", "~~~"),
        ("***\nÖnce", "***"), ("Önce\n---", "---"), ("Önce\n- konuşun\n- bekleyin", "-"),
        ("   - Önce", "-"), ("\t# Önce", "#"), ("Önce\n_ _ _", "_ _ _"), ("-   Önce", "-"),
    ],
)  # fmt: skip
def test_the_sign_of_a_block_that_the_source_lacks_is_found(translation: str, mark: str) -> None:
    found = [
        f"[{problem.id}] {problem.what}"
        for problem in check_translation(SOURCE, translation, parse_language("tr"), PLACE)
        if problem.id == "block-marks"
    ]
    assert set(found) == {
        f'[block-marks] "{mark}" would be printed as it is, at the beginning of a line'
    }


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Before step 1, talk to your team.", "1. adımdan önce ekibinizle konuşun."),
        ("Before step 1, talk to your team.", "1) adımdan önce ekibinizle konuşun."),
        ("If it is above 5, call.", "> 5 ise arayın."),
        ("If it is above 5, call.", ">5 ise arayın."),
        ("At -5 degrees", "-5 derecede"),
        ("At -5 degrees", "- 5 derecede"),
        ("“Stop,” she said.", "- Dur, dedi."),
        ("“Stop,” she said.", "– Dur, dedi."),
        ('"Stop," she said.', "- Dur, dedi."),
        ("- Stop", "- Dur"),
        ("Talk to your team.", "– Ekibinizle konuşun."),
        ("Talk to your team.", "-de ve -da"),
        ("Number one", "#bir"),
        ("**Stop** now", "**Dur** hemen"),
        ("***Stop*** now", "***Dur*** hemen"),
        ("*Stop* now", "*Dur* hemen"),
        ("Talk to your team.", "    Ekibinizle konuşun."),
        ("Talk to your team.", "Ekibinizle - ve hemen - konuşun."),
        ("Talk to your team.", "रुकें| और बात करें|"),
        ("24 hours / 7 days", "24 saat / 7 gün"),
        ("One\nTwo", "Bir\nİki"),
        ("Minus", "−"),
    ],
)
def test_what_only_looks_like_the_sign_of_a_block_is_let_through(
    source: str, translation: str
) -> None:
    assert "block-marks" not in errors("tr", source, translation)


@pytest.mark.parametrize(
    "translation",
    ["a " * (LONGEST_TEXT // 2 + 1), "**a** " * MOST_SIGNS, "[" * (MOST_LINKS + 1)],
)
def test_a_text_beyond_the_bounds_is_found_and_read_by_no_other_check(translation: str) -> None:
    assert errors("tr", SOURCE, translation) == ["size"]
    assert acknowledgeable(SOURCE, translation, parse_language("tr")) == ()


def test_a_long_text_is_let_through() -> None:
    text = ("Ekibinizle konuşun ve bekleyin. " * 120).strip()
    assert errors("tr", ("Talk to your team and then wait. " * 120).strip(), text) == []
