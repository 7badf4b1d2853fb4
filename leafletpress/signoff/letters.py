"""Letters that one name may be written with in several ways, each folded to one.

What becomes of letters without a decomposition, and of two letters for one (ue for ü), follows the
transliteration of passports: ICAO Doc 9303 part 3, section 6. The letters that look alike are those
of names in confusables.txt of UTS #39 (https://www.unicode.org/reports/tr39/).
"""

from __future__ import annotations

APOSTROPHES = "'`´’‘‛ʼʻʽʾʿʹˈ′＇׳״\"“”"
"""Signs within a name that some leave out: O'Brien, Sa‘d, ד״ר."""

IGNORED_LETTERS = "\u0640\u0621\u115f\u1160\u3164\uffa0"
"""Letters that are drawn as nothing, stretch a word, or are often left out: tatweel, the hamza
alone, the fillers of Hangul."""

LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
    "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "q", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
    # Arabic, Persian, Urdu, Kurdish
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ێ": "ي", "ک": "ك", "ڪ": "ك", "ٱ": "ا",
    "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ۆ": "و", "ۇ": "و", "ڕ": "ر", "ڵ": "ل",
    # Hebrew: the forms at the end of a word
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    "ς": "σ", "ё": "е", "ґ": "г",
})  # fmt: skip
"""Small letters, without their accents, to the letter that stands for them."""

DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("dj", "d"))
"""Two letters that stand for one with an accent or a stroke: ä å, ö ø, ü, å, đ."""

SMALL_LOOKALIKES = str.maketrans({
    # Cyrillic
    "а": "a", "в": "b", "ь": "b", "с": "c", "ԁ": "d", "е": "e", "н": "h", "һ": "h", "і": "i",
    "ј": "j", "к": "k", "ӏ": "l", "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t",
    "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "ү": "y",
    # Greek
    "α": "a", "β": "b", "ϲ": "c", "ε": "e", "ι": "i", "ϳ": "j", "κ": "k", "ο": "o", "ρ": "p",
    "τ": "t", "υ": "u", "ν": "v", "χ": "x", "γ": "y", "ζ": "z",
    # Armenian
    "ց": "g", "հ": "h", "ո": "n", "ռ": "n", "օ": "o", "զ": "q", "ս": "u",
    # Latin letters that keyboards do not have
    "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʏ": "y", "ɪ": "i", "ᴏ": "o",
})  # fmt: skip
"""Small letters to the Latin ones that they look like."""

CAPITAL_LOOKALIKES = {
    **SMALL_LOOKALIKES,
    **str.maketrans({"η": "h", "μ": "m", "ν": "n", "υ": "y"}),
}
"""The same for letters that were capitals: Greek Ν looks like N, and ν like v."""

TITLES = """
dr dra drs med prof profesör professor professorin doç doçent doktor uzm uzman op opr yrd öğr gör
arş dt dds ecz eczacı hemşire hemş hem ebe fzt psk bey hanım sayın av tıp
mr mrs ms miss mx sir madam nurse sister doctor phd md rn msc bsc mbbs frcp mrcp do facp
frau herr fr hr priv doz pd univ dipl ing habil oberarzt oberärztin schwester pfleger pflegerin mag
me mme mlle monsieur madame docteur infirmier infirmière pr sr sra srta señor señora don doña lic
dott dottssa dottore dottoressa sig signor signora lek pan pani mgr inż
др доктор проф профессор врач гн госпожа господин медсестра сестра
δρ κος κα καθ καθηγητής ιατρός
د أد دكتور الدكتور دكتورة الدكتورة استاذ الأستاذ الأستاذة أستاذة بروفيسور السيد السيدة سيد سيدة
ممرض ممرضة الممرض الممرضة طبيب طبيبة الطبيب الطبيبة حكيم
دکتر آقای اقای خانم پروفسور مهندس پرستار پزشک
دکتۆر پرۆفیسۆر بەڕێز
ڈاکٹر پروفیسر جناب محترمہ مسٹر نرس
דר פרופ פרופסור מר גב גברת דוקטור אח אחות
डॉ डा डॉक्टर डाक्टर श्री श्रीमती प्रो
"""
"""What stands before or behind a name and is none."""

ATTACHED_TITLES = "医生 醫生 医师 醫師 医師 看護師 护士 護士 博士 教授 先生 女士"
"""Titles that are written behind a name without a space."""

CREDENTIALS = r"\b(?:m\.\s?d|ph\.\s?d|b\.\s?sc|m\.\s?sc|r\.\s?n|h\.\s?c|d\.\s?o|д-р|г-н|г-жа)\b\.?"
"""Titles whose parts would count as initials."""
