"""What CLDR says of a language is what the press goes by."""

from decimal import Decimal

import pytest

from leafletpress.language import Language, parse_language, source_language
from leafletpress.quantities import read_quantities


@pytest.mark.parametrize(
    ("typed", "tag", "folder"),
    [
        ("tr", "tr", "tr"),
        ("TR", "tr", "tr"),
        ("pt-BR", "pt-BR", "pt_BR"),
        ("pt_BR", "pt-BR", "pt_BR"),
        ("zh-Hans", "zh-Hans", "zh_Hans"),
        ("zh-hant-tw", "zh-Hant-TW", "zh_Hant_TW"),
        ("en", "en", "en"),
    ],
)
def test_a_language_is_known_by_what_people_type(typed: str, tag: str, folder: str) -> None:
    language = parse_language(typed)
    assert (language.tag, language.folder) == (tag, folder)
    assert parse_language(language.folder) == parse_language(language.tag) == language


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "xx", "turkish", "tr-XYZ", "t", "../tr", "tr/..", "123", "tr-TR-TR", "root", "und",
        "tr@x", "tr.utf8", "tr ", "C", "en_US_POSIX",
    ],
)  # fmt: skip
def test_what_is_no_language_is_named(typed: str) -> None:
    with pytest.raises(ValueError, match="is no language tag") as caught:
        parse_language(typed)
    assert f'"{typed}"' in str(caught.value)


def test_no_language_is_taken_for_itself_in_another_script() -> None:
    assert parse_language("tr-Latn-TR").tag == "tr-TR"
    with pytest.raises(ValueError, match='"tg-Arab" is no language that CLDR knows in this script'):
        parse_language("tg-Arab")


@pytest.mark.parametrize(
    ("tag", "own", "english", "direction", "script", "family"),
    [
        ("en", "English", "English", "ltr", "Latn", "Noto Sans"),
        ("tr", "Türkçe", "Turkish", "ltr", "Latn", "Noto Sans"),
        ("ru", "Русский", "Russian", "ltr", "Cyrl", "Noto Sans"),
        ("ar", "العربية", "Arabic", "rtl", "Arab", "Noto Sans Arabic"),
        ("fa", "فارسی", "Persian", "rtl", "Arab", "Noto Sans Arabic"),
        ("ur", "اردو", "Urdu", "rtl", "Arab", "Noto Nastaliq Urdu"),
        ("he", "עברית", "Hebrew", "rtl", "Hebr", "Noto Sans Hebrew"),
        ("hi", "हिन्दी", "Hindi", "ltr", "Deva", "Noto Sans Devanagari"),
        ("bn", "বাংলা", "Bangla", "ltr", "Beng", "Noto Sans Bengali"),
        ("zh-Hans", "中文 (简体)", "Chinese (Simplified)", "ltr", "Hans", "Noto Sans SC"),
        ("zh-Hant", "中文 (繁體)", "Chinese (Traditional)", "ltr", "Hant", "Noto Sans TC"),
        ("ja", "日本語", "Japanese", "ltr", "Jpan", "Noto Sans JP"),
        ("pt-BR", "Português (Brasil)", "Portuguese (Brazil)", "ltr", "Latn", "Noto Sans"),
        ("sr-Latn", "Srpski (latinica)", "Serbian (Latin)", "ltr", "Latn", "Noto Sans"),
    ],
)
def test_a_language_knows_its_names_its_direction_and_its_fonts(
    tag: str, own: str, english: str, direction: str, script: str, family: str
) -> None:
    language = parse_language(tag)
    assert (language.own_name, language.english_name) == (own, english)
    assert (language.direction, language.script) == (direction, script)
    assert language.families[0] == family
    assert language.families[-1] == "Noto Sans Symbols 2"
    assert len(set(language.families)) == len(language.families)


@pytest.mark.parametrize(
    ("tag", "decimal", "group"),
    [
        ("en", ".", ","),
        ("tr", ",", "."),
        ("de", ",", "."),
        ("de-CH", ".", "’"),
        ("de-CH", ".", "'"),
        ("gl", ",", "\u00a0"),
        ("gl", ",", "."),  # named by CLDR until its version 47
        ("rm", ",", "’"),
        ("fr-CH", ",", "'"),
        ("fr-CH", ",", "\u202f"),
        ("fr-CH", ",", " "),
        ("fr", ",", "\u202f"),
        ("ru", ",", "\u00a0"),
        ("ar", "٫", "٬"),
        ("fa", "٫", "٬"),
        ("hi", ".", ","),
        ("bn", ".", ","),
    ],
)
def test_a_language_knows_the_signs_of_its_numbers(tag: str, decimal: str, group: str) -> None:
    language = parse_language(tag)
    assert decimal in language.decimal_signs
    assert group in language.grouping_signs
    assert not set(language.decimal_signs) & set(language.grouping_signs)


def test_only_the_source_language_is_the_source() -> None:
    assert source_language().is_source
    assert not parse_language("en-GB").is_source
    assert str(source_language().date_locale) == "en_GB"
    assert str(parse_language("tr").date_locale) == "tr"


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("tr", "nplurals=2; plural=(n != 1);"),
        ("de", "nplurals=2; plural=(n != 1);"),
        ("ja", "nplurals=1; plural=0;"),
    ],
)
def test_a_language_knows_the_plurals_that_gettext_writes(tag: str, forms: str) -> None:
    assert parse_language(tag).plural_forms == forms


def test_languages_are_equal_by_what_they_are() -> None:
    assert (
        len(
            {
                parse_language("pt-BR"),
                parse_language("pt_BR"),
                Language(parse_language("pt-BR").locale),
            }
        )
        == 1
    )


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("gl", "1.500 mg", "1500"),
        ("gl", "1 500 mg", "1500"),
        ("gl", "1,5 mg", "1.5"),
        ("de-CH", "1’500 mg", "1500"),
        ("de-CH", "1'500 mg", "1500"),
        ("de-CH", "1.500 mg", "1.5"),
        ("fr-CH", "1'500 mg", "1500"),
        ("fr-CH", "1 500 mg", "1500"),
    ],
)
def test_a_number_is_read_with_the_sign_of_each_cldr(tag: str, text: str, value: str) -> None:
    [quantity] = read_quantities(text, parse_language(tag))
    assert quantity.value == Decimal(value)
