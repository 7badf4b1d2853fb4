"""Negations are found where a table knows them, and are "not known" elsewhere."""

from pathlib import Path

import pytest

from leafletpress.catalog import read_catalog
from leafletpress.language import find_negations, parse_language, source_language
from leafletpress.language.negations import TABLES

ROOT = Path(__file__).parents[2]
CATALOGS = sorted((ROOT / "locales" / "tr" / "LC_MESSAGES").glob("*.po"))


def found(text: str, tag: str) -> list[str]:
    spans = find_negations(text, parse_language(tag))
    assert spans is not None
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tedavi ekibiniz güvenli olduğunu söyleyene kadar emzirmeyin.", "emzirmeyin"),
        (
            "Tedavi ekibinizle konuşmadan hiçbir MS ilacını bırakmayın, değiştirmeyin.",
            "konuşmadan hiçbir bırakmayın değiştirmeyin",
        ),
        ("Karar vermeden önce lütfen riskler hakkındaki broşürü de okuyun.", ""),
        ("HSCT'nin sizin için doğru olup olmadığını söylemez.", "söylemez"),
        ("Bu bir ameliyat değildir.", "değildir"),
        ("HSCT'nin standart bir planı yoktur.", "yoktur"),
        ("Bu tedavi, bağışıklık sisteminizi tamamen veya kısmen yok eder.", ""),
        ("kusmanız veya ishaliniz durmazsa", "durmazsa"),
        ("durmayan bir kanamanız olursa", "durmayan"),
        ("Eve dönmeniz, iyileşmenin bittiği anlamına gelmez.", "gelmez"),
        ("MS'in kesin nedenini kimse bilmiyor.", "kimse bilmiyor"),
        ("1-3. adımlar: kök hücrelerinizin toplanması", ""),
        ("Bu süre içinde sağdığınız sütü bebeğinize vermeyin.", "vermeyin"),
        ("Böyle olursa çocuk sahibi olamayabilirsiniz.", "olamayabilirsiniz"),
        ("Emzirme", ""),
        ("İLACI KESMEYİN", "KESMEYİN"),
        ("Bebek emiyor, umuyoruz ki tamamen biraz meme kanseri", ""),
    ],
)
def test_turkish_negates_in_its_verbs(text: str, words: str) -> None:
    assert found(text, "tr") == words.split()


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "Do not stop. You don’t need it, and cannot.", "not|don’t|cannot"),
        ("en", "A notable note on a knot", ""),
        ("de", "Stillen Sie nicht ohne Rat. Es gibt keine Heilung.", "nicht|ohne|keine"),
        ("de", "Die Nieren arbeiten noch.", ""),
        ("fr", "N’arrêtez pas seul. On ne sait pas.", "N’arrêtez pas|ne sait pas"),
        ("fr", "n'importe quand, sans douleur", "sans"),
        ("es", "No deje de tomarlo sin avisar. Nadie sabe.", "No|sin|Nadie"),
        ("pt-BR", "Não pare sem falar com a equipe.", "Não|sem"),
        ("it", "Non smetta mai senza chiedere.", "Non|mai|senza"),
        ("nl", "Stop niet zonder advies.", "niet|zonder"),
        ("pl", "Nie przerywaj leczenia bez zgody lekarza.", "Nie|bez"),
        ("pl", "niech pani zadzwoni", ""),
        ("ru", "Никто не знает. Прошло несколько недель.", "Никто|не"),
        ("uk", "Не годуйте грудьми без поради.", "Не|без"),
        ("ar", "لا تتوقفي بدون استشارة. غير معروف.", "لا|بدون|غير"),
        ("ar", "لَا تُرضِعي طفلك", "لَا"),
        ("ar", "الأم والطفل", ""),
        ("fa", "دارو را قطع نکنید. نمی‌دانیم.", "نکنید|نمی‌دانیم"),
        ("fa", "به پزشک مراجعه نمایید؛ نیاز به بی‌حسی", ""),
        ("he", "אל תפסיקו ללא ייעוץ", "אל|ללא"),
        ("he", "פנו אל הרופא", ""),
    ],
)
def test_each_language_negates_in_its_own_way(tag: str, text: str, words: str) -> None:
    assert found(text, tag) == [word for word in words.split("|") if word]


def test_a_language_without_a_table_is_not_known() -> None:
    assert find_negations("Usiache kutumia dawa", parse_language("sw")) is None


def test_a_table_that_finds_nothing_says_so() -> None:
    assert find_negations("Nimm die Tablette.", parse_language("de")) == ()


@pytest.mark.parametrize("tag", sorted(TABLES))
def test_every_table_is_read_and_finds_nothing_in_numbers(tag: str) -> None:
    assert find_negations("20 mg, 5–15, 70 %", parse_language(tag)) == ()


def test_what_is_negated_in_the_source_is_negated_in_the_shipped_turkish() -> None:
    english, turkish = source_language(), parse_language("tr")
    messages = [message for path in CATALOGS for message in read_catalog(path).messages]
    negated = [m for m in messages if find_negations(m.msgid, english)]
    assert len(negated) > 40
    assert [m.msgstr for m in negated if not find_negations(m.msgstr, turkish)] == []
