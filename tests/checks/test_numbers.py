"""A right translation raises no finding in any language; a wrong number or unit does in all."""

import unicodedata

import pytest

from leafletpress.checks.numbers import find_numbers, find_numbers_on_seams, find_units
from leafletpress.checks.rule import Pair
from leafletpress.language import parse_language
from leafletpress.quantities import UNITS, read_quantities
from leafletpress.quantities.units import unit_words
from tests.support.findings import errors

DOSE = "Take 20 mg 2 times a day for 6 weeks."
RANGE = "It takes 5 to 15 days."
SHARE = "Of 43 women, 30 (70%) had periods again after 6.8 months."
AMOUNT = "Drink 2.5 litres. Take 1,500 mcg."
FEVER = "Call if it is 38.5 °C for 24 hours."
PAUSE = "Women: 1 year. Men: 6 months."
RISK = "Since 2005, 1 in 330 people died."

RIGHT = {
    "tr": {
        DOSE: "6 hafta boyunca günde 2 kez 20 mg alın.",
        RANGE: "5-15 gün sürer.",
        SHARE: "43 kadından 30'u (%70), 6,8 ay sonra yeniden âdet gördü.",
        AMOUNT: "2,5 litre için. 1.500 mcg alın.",
        FEVER: "Ateşiniz 24 saat boyunca 38,5 °C ise arayın.",
        PAUSE: "Kadınlar: 1 yıl. Erkekler: 6 ay.",
        RISK: "2005'ten beri 330 kişiden 1'i öldü.",
    },
    "de": {
        DOSE: "Nehmen Sie 6 Wochen lang 2-mal täglich 20 mg.",
        RANGE: "Es dauert 5 bis 15 Tage.",
        SHARE: "Von 43 Frauen hatten 30 (70 %) nach 6,8 Monaten wieder ihre Periode.",
        AMOUNT: "Trinken Sie 2,5 Liter. Nehmen Sie 1.500 µg.",
        FEVER: "Rufen Sie an, wenn Sie 24 Stunden lang 38,5 °C haben.",
        PAUSE: "Frauen: 1 Jahr. Männer: 6 Monate.",
        RISK: "Seit 2005 ist 1 von 330 Menschen gestorben.",
    },
    "ar": {
        DOSE: "تناول ٢٠ ملغ ٢ مرات يوميًا لمدة ٦ أسابيع.",
        RANGE: "يستغرق ذلك من ٥ إلى ١٥ يومًا.",
        SHARE: "من بين ٤٣ امرأة، عادت الدورة لدى ٣٠ (٪٧٠) بعد ٦٫٨ أشهر.",
        AMOUNT: "اشرب ٢٫٥ لتر. تناول ١٬٥٠٠ ميكروغرام.",
        FEVER: "اتصل إذا بلغت الحرارة 38.5 درجة مئوية لمدة 24 ساعة.",
        PAUSE: "النساء: 1 سنة. الرجال: 6 أشهر.",
        RISK: "منذ 2005 توفي 1 من كل 330 شخصًا.",
    },
    "fa": {
        DOSE: "۲۰ میلی\u200cگرم، ۲ بار در روز، به مدت ۶ هفته مصرف کنید.",
        RANGE: "۵ تا ۱۵ روز طول می\u200cکشد.",
        SHARE: "از ۴۳ زن، ۳۰ زن (۷۰٪) پس از ۶٫۸ ماه دوباره قاعده شدند.",
        AMOUNT: "۲٫۵ لیتر بنوشید. ۱٬۵۰۰ میکروگرم مصرف کنید.",
        FEVER: "اگر ۲۴ ساعت تب ۳۸٫۵ درجه داشتید تماس بگیرید.",
        PAUSE: "زنان: ۱ سال. مردان: ۶ ماه.",
        RISK: "از سال ۲۰۰۵، ۱ نفر از هر ۳۳۰ نفر درگذشته است.",
    },
    "hi": {
        DOSE: "६ हफ़्ते तक दिन में २ बार २० मिलीग्राम लें।",
        RANGE: "इसमें ५ से १५ दिन लगते हैं।",
        SHARE: "४३ में से ३० महिलाओं (७०%) को ६.८ महीनों बाद फिर मासिक धर्म हुआ।",
        AMOUNT: "2.5 लीटर पिएँ। 1,500 माइक्रोग्राम लें।",
        FEVER: "24 घंटे तक 38.5 डिग्री सेल्सियस रहे तो फ़ोन करें।",
        PAUSE: "महिलाएँ: 1 साल। पुरुष: 6 महीने।",
        RISK: "2005 से 330 में से 1 व्यक्ति की मृत्यु हुई।",
    },
    "bn": {
        DOSE: "৬ সপ্তাহ ধরে দিনে ২ বার ২০ মিলিগ্রাম নিন।",
        RANGE: "এতে ৫ থেকে ১৫ দিন লাগে।",
        SHARE: "৪৩ জন নারীর মধ্যে ৩০ জনের (৭০%) ৬.৮ মাস পরে আবার মাসিক হয়েছে।",
        AMOUNT: "২.৫ লিটার পান করুন। ১,৫০০ মাইক্রোগ্রাম নিন।",
        FEVER: "২৪ ঘণ্টা ৩৮.৫ ডিগ্রি সেলসিয়াস থাকলে ফোন করুন।",
        PAUSE: "নারী: ১ বছর। পুরুষ: ৬ মাস।",
        RISK: "২০০৫ থেকে ৩৩০ জনে ১ জন মারা গেছেন।",
    },
    "zh-Hans": {
        DOSE: "每天2次，每次20毫克，共6个星期。",
        RANGE: "需要5到15天。",
        SHARE: "43名女性中，30名（70%）在6.8个月后恢复月经。",
        AMOUNT: "喝2.5升。服用1,500微克。",
        FEVER: "如果24小时都是38.5°C，请打电话。",
        PAUSE: "女性：1年。男性：6个月。",
        RISK: "自2005年以来，每330人中有1人死亡。",
    },
    "ja": {
        DOSE: "一日2回、20mgを6週間服用します。",
        RANGE: "5～15日かかります。",
        SHARE: "43人の女性のうち30人（70％）に6.8か月後に月経が戻りました。",
        AMOUNT: "2.5リットル飲みます。1,500マイクログラムを服用します。",
        FEVER: "38.5℃が24時間続いたら電話してください。",
        PAUSE: "女性：1年。男性：6ヶ月。",
        RISK: "2005年以降、330人に1人が亡くなりました。",
    },
    "fr": {
        DOSE: "Prenez 20 mg, 2 fois par jour, pendant 6 semaines.",
        RANGE: "Cela dure de 5 à 15 jours.",
        SHARE: "Sur 43 femmes, 30 (70 %) ont eu leurs règles après 6,8 mois.",
        AMOUNT: "Buvez 2,5 litres. Prenez 1 500 microgrammes.",
        FEVER: "Appelez si vous avez 38,5 °C pendant 24 heures.",
        PAUSE: "Femmes : 1 an. Hommes : 6 mois.",
        RISK: "Depuis 2005, 1 personne sur 330 est décédée.",
    },
    "ru": {
        DOSE: "Принимайте 20 мг 2 раза в день в течение 6 недель.",
        RANGE: "Это занимает от 5 до 15 дней.",
        SHARE: "Из 43 женщин у 30 (70 %) менструации вернулись через 6,8 месяца.",
        AMOUNT: "Выпейте 2,5 литра. Примите 1500 мкг.",
        FEVER: "Звоните, если 24 часа держится 38,5 °C.",
        PAUSE: "Женщины: 1 год. Мужчины: 6 месяцев.",
        RISK: "С 2005 г. умер 1 из 330 человек.",
    },
}
CASES = [(tag, source, text) for tag, table in RIGHT.items() for source, text in table.items()]


def findings(tag: str, source: str, text: str) -> list[str]:
    pair = Pair(source, text, parse_language(tag))
    return [finding.what for find in (find_numbers, find_units) for finding in find(pair)]


@pytest.mark.parametrize(("tag", "source", "text"), CASES)
def test_a_right_translation_raises_no_finding(tag: str, source: str, text: str) -> None:
    assert findings(tag, source, text) == []


def other_digit(digit: str) -> str:
    """Another digit of the same numeral system."""
    zero = ord(digit) - unicodedata.decimal(digit)
    return chr(zero + (unicodedata.decimal(digit) + 1) % 10)


@pytest.mark.parametrize(("tag", "source", "text"), CASES)
def test_every_changed_digit_is_found(tag: str, source: str, text: str) -> None:
    for index, digit in enumerate(text):
        if digit.isdecimal():
            changed = text[:index] + other_digit(digit) + text[index + 1 :]
            assert findings(tag, source, changed), changed


@pytest.mark.parametrize(("tag", "source", "text"), CASES)
def test_every_changed_unit_is_found(tag: str, source: str, text: str) -> None:
    language = parse_language(tag)
    measured = {q.value for q in read_quantities(source, parse_language("en")) if q.units}
    for quantity in read_quantities(text, language):
        if quantity.value not in measured or quantity.in_range:
            continue
        number = "".join(c for c in quantity.text if c.isdecimal() or c in ".,٫٬")
        for unit in set(UNITS) - quantity.units:
            word = next(w.word for w in unit_words(language) if w.unit == unit and not w.before)
            changed = text.replace("\u200c", "").replace(quantity.text, f"{number} {word}")
            assert findings(tag, source, changed), changed


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("tr", "20 mg for 6 weeks", "6 mg, 20 hafta"),
        ("tr", "2 days and 2 weeks", "2 gün ve 2 gün"),
        ("tr", "5 mg, 5 mg and 5 g", "5 mg, 5 g ve 5 g"),
        ("tr", "5 days to 2 weeks", "5 ila 2 hafta"),
        ("tr", "Take 2 every 6 hours.", "6 saatte bir 2 mg alın."),
        ("tr", "30 women (70%)", "%30 kadın (%70)"),
        ("tr", "30 women (70%)", "30 kadın (70)"),
        ("tr", "step 3 lasts 3 weeks", "3. adım 3 sürer"),
        ("tr", "1.500 mg", "1.500 mg"),
        ("de", "1,500 mg", "1,500 mg"),
        ("de", "20 mcg", "20 mg"),
        ("de", "38 °C", "38"),
        ("en-GB", "Take 20 mg.", "Take 20 mg, or 40 mg."),
        ("en-GB", "Take 20 mg.", "Take some."),
        ("en-GB", "Take some.", "Take 20 mg."),
        ("ar", "20 mg", "٢٠ غرامًا"),
        ("ru", "5 mg", "5 г."),
        ("zh-Hans", "3 weeks", "3个月"),
        ("en-GB", "2 × 10⁶ cells", "2 × 10⁹ cells"),
        ("tr", "-5 °C", "5 °C"),
        ("tr", "5 cells in a m²", "bir m³ başına 5 hücre"),
        ("tr", "[@smith2019] 20 mg", "[@smith2020] mg"),
    ],
)
def test_a_wrong_number_or_unit_is_found(tag: str, source: str, text: str) -> None:
    assert findings(tag, source, text)


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("tr", "5 to 15 days", "5 gün ila 15 gün"),
        ("tr", "5 days to 15 days", "5-15 gün"),
        ("tr", "step 3 lasts 3 weeks", "3 hafta süren 3. adım"),
        ("tr", "in 4 separate rooms", "4 ayrı odada"),
        ("tr", "1,500 mg and 1.5 mg", "1.500 mg ve 1,5 mg"),
        ("de", "5 years", "5 Jahre"),
        ("ru", "since 2005", "с 2005 г."),
        ("ar", "5 rooms", "5 غرف"),
        ("fr", "1,500 people", "1\u202f500 personnes"),
        ("fr", "In 2019, 110 people", "En 2019 110 personnes"),
        ("hi", "100,000 people", "1,00,000 लोग"),
        ("zh-Hans", "5-15 days", "5～15天"),
        ("en-GB", "2 × 10⁶ cells/kg, 2 L/m²", "2 × 10⁶ cells/kg, 2 l/m²"),
        ("en-GB", "1½ tablets", "1.5 tablets"),
        ("tr", "20 mg [@smith2019] {phone2}", "{phone2} 20 mg [@smith2019]"),
        ("tr", "20\u00a0mg", "\u200e20 mg\u200e"),
    ],
)
def test_what_only_looks_different_is_let_through(tag: str, source: str, text: str) -> None:
    assert findings(tag, source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "said"),
    [
        ("5 to 15 days", "5 ila 51 gün", ['the source has "15 days", the translation "51 gün"']),
        ("5 to 15 days", "5 gün", ['the number "15 days" is missing']),
        ("some days", "15 gün", ['the number "15 gün" is not in the source']),
        ("20 mg", "20 g", ['the source says "20 mg" (mg), the translation "20 g"']),
        ("20 mg", "20", ['the source says "20 mg" (mg), the translation "20" without a unit']),
        ("take 2", "2 mg", ['the source says "2" without a unit, the translation "2 mg"']),
    ],
)
def test_a_finding_says_what_stands_on_both_sides(source: str, text: str, said: list[str]) -> None:
    assert findings("tr", source, text) == said


CUT = [
    ("**1** or 5 mg", "**1**5 mg", "15"),
    ("1 or **5** mg", "1**5** mg", "15"),
    ("*1* or 5 mg", "*1*5 mg", "15"),
    ("`1` or 5 mg", "`1`5 mg", "15"),
    ("[1](#a) or 5 mg", "[1](#a)5 mg", "15"),
    ("**1**, 5 mg", "**1**,5 mg", "1,5"),
    ("**1** of 2", "**1**/2", "1/2"),
    ("**5** to 10", "**5**–10", "5–10"),
    ("**1** or 5 mg", "**1**\u200f5 mg", "15"),
    ("**10** or ⁶", "**10**⁶", "10⁶"),
    ("**١** or ٥", "**١**٥", "١٥"),
    ("-5 °C", "-**5** °C", "-5"),
    ("10 mg **2** times", "10 mg**2** kez", "10 mg2"),
    ("5–10 mg/kg **2** times", "5–10 mg/kg**2** kez", "5–10 mg/kg2"),
    ("38.5 °C *-5*", "38.5 °C*-5*", "38.5 °C-5"),
    ("**70%** 5", "**70%**5", "70%5"),
    ("**10**, 70%", "**10**%70", "10%70"),
]


@pytest.mark.parametrize("tag", ["tr", "ar"])
@pytest.mark.parametrize(("source", "translation", "number"), CUT)
def test_two_numbers_that_print_as_one_are_found(
    source: str, translation: str, number: str, tag: str
) -> None:
    """Each is read by itself, and so the numbers would be those of the source."""
    pair = Pair(source, translation, parse_language(tag))
    assert [finding.what for finding in find_numbers_on_seams(pair)] == [
        f'a mark begins or ends within the number "{number}"'
    ]


@pytest.mark.parametrize(
    ("translation", "touched"),
    [
        ("{phone}5 kez", "…5"),
        ("5{phone} kez", "5…"),
        ("{events}{people} kişi", "……"),
        ("{phone}**5** kez", "…5"),
        ("5 mg{phone} kez", "5 mg…"),
        ("{phone}\u20605 kez", "…5"),
        ("٥{phone}", "٥…"),
    ],
)
def test_a_number_that_touches_what_the_page_fills_in_is_found(
    translation: str, touched: str
) -> None:
    pair = Pair("5 times {phone}", translation, parse_language("tr"))
    assert [finding.what for finding in find_numbers_on_seams(pair)] == [
        f'a value that the page fills in touches a number: "{touched}"'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**15** mg, *5–10 gün*, `1`, [1,5 ml](#a)",
        "**1** 5, **1** – 5, **1**, 5, (**1**) 5",
        "**30**'u, **%70**, %**70**, **5** mg/kg, B**12**, **1.** adım",
        "10 mg **2** kez, 10 mg, **2** kez, **10** mg, 10 *mg*, B**12**, 5 *mg/kg* 2",
        "1\n5, **1**\n**5**",
        "15[@a2019] mg, **15**[@a2019] [@b]",
        "{phone}, 5 kez; {phone} 5; ({phone}) 5; {events}/{people}",
        "**Adım 4** – 3 hafta, **2** - 5",
    ],
)
def test_numbers_in_marks_and_beside_values_are_let_through(text: str) -> None:
    assert list(find_numbers_on_seams(Pair("", text, parse_language("tr")))) == []


@pytest.mark.parametrize(
    ("tag", "text"), [("zh-Hans", "每**5天**2次"), ("ja", "**5 mg**を2回"), ("ar", "**5 أيام**2")]
)
def test_a_unit_that_parts_two_numbers_is_let_through(tag: str, text: str) -> None:
    assert list(find_numbers_on_seams(Pair("", text, parse_language(tag)))) == []


def test_a_number_behind_backslashes_is_read_as_it_prints() -> None:
    assert errors("tr", "1 or 5 times", "1\\.5 kez") == ["numbers"]
    assert errors("tr", "1.5 mg", "1\\,5 mg") != []  # Markdown prints the backslash
    assert errors("tr", "1.5 mg and {a_1} [@b2]", "1\\.5 mg ve {a_1} [@b2]") == []
