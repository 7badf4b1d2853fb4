"""The text layer is the text: what a screen reader says and a copy holds is what was written."""

import re

import pytest
from pypdf.generic import NullObject

from leafletpress.languages import parse_language
from tests.printing import faces_problems, page, write
from tests.reading import Element, Reader

SENTENCES = {
    "en": "Take one tablet of 500 mg with water in the morning. If you have a fever of 38 °C or "
    "more, call your clinic straight away. Do not stop your medicine without asking your doctor.",
    "tr": "Sabahları bir adet 500 mg tableti suyla alın. Ateşiniz 38 °C veya üzerindeyse hemen "
    "kliniğinizi arayın. Doktorunuza sormadan ilacınızı bırakmayın.",
    "de": "Nehmen Sie morgens eine Tablette zu 500 mg mit Wasser ein. Rufen Sie bei Fieber ab "
    "38 °C sofort Ihre Klinik an. Setzen Sie Ihr Arzneimittel nicht ab, ohne ärztlichen Rat zu "
    "holen.",
    "fr": "Prenez le matin un comprimé de 500 mg avec de l'eau. Si vous avez une fièvre de 38 °C "
    "ou plus, appelez tout de suite votre clinique. N'arrêtez pas votre médicament sans demander "
    "à votre médecin.",
    "es": "Tome por la mañana un comprimido de 500 mg con agua. Si tiene fiebre de 38 °C o más, "
    "llame enseguida a su clínica. No deje su medicamento sin preguntar a su médico.",
    "pl": "Rano proszę przyjąć jedną tabletkę 500 mg i popić ją wodą. Przy gorączce 38 °C lub "
    "wyższej proszę od razu zadzwonić do swojej kliniki. Proszę nie odstawiać leku bez rozmowy "
    "z lekarzem.",
    "ru": "Принимайте утром одну таблетку 500 мг, запивая водой. При температуре 38 °C и выше "
    "сразу позвоните в свою клинику. Не прекращайте приём лекарства, не посоветовавшись с врачом.",
    "uk": "Приймайте вранці одну таблетку 500 мг, запиваючи водою. Якщо температура 38 °C або "
    "вища, одразу зателефонуйте до своєї клініки. Не припиняйте приймати ліки, не порадившись "
    "із лікарем.",
    "el": "Πάρτε το πρωί ένα δισκίο των 500 mg με νερό. Αν έχετε πυρετό 38 °C ή περισσότερο, "
    "καλέστε αμέσως την κλινική σας. Μη σταματήσετε το φάρμακό σας χωρίς να ρωτήσετε τον γιατρό "
    "σας.",
    "ar": "تناول قرصًا واحدًا من 500 mg صباحًا مع الماء. إذا بلغت حرارتك 38 °C أو أكثر، فاتصل "
    "بعيادتك فورًا. لا توقف دواءك دون أن تسأل طبيبك.",
    "fa": "صبح‌ها یک قرص ۵۰۰ میلی‌گرمی را با آب بخورید. اگر تب شما ۳۸ درجه یا بیشتر بود، فوراً با "
    "درمانگاه خود تماس بگیرید. بدون پرسیدن از پزشک، داروی خود را قطع نکنید.",
    "ur": "صبح 500 mg کی ایک گولی پانی کے ساتھ لیں۔ اگر بخار 38 °C یا اس سے زیادہ ہو تو فوراً اپنے "
    "کلینک کو فون کریں۔ ڈاکٹر سے پوچھے بغیر اپنی دوا بند نہ کریں۔",
    "he": "קחו בבוקר טבליה אחת של 500 mg עם מים. אם יש לכם חום של 38 °C או יותר, התקשרו מיד "
    "למרפאה שלכם. אל תפסיקו את התרופה בלי לשאול את הרופא.",
    "hi": "सुबह 500 mg की एक गोली पानी के साथ लें। बुखार 38 °C या उससे ज़्यादा हो तो तुरंत अपने "
    "क्लिनिक को फ़ोन करें। डॉक्टर से पूछे बिना अपनी दवा बंद न करें।",
    "bn": "সকালে পানি দিয়ে 500 mg-এর একটি ট্যাবলেট খান। জ্বর 38 °C বা তার বেশি হলে সঙ্গে সঙ্গে আপনার "
    "ক্লিনিকে ফোন করুন। ডাক্তারকে জিজ্ঞাসা না করে আপনার ওষুধ বন্ধ করবেন না।",
    "ta": "காலையில் 500 mg மாத்திரை ஒன்றைத் தண்ணீருடன் எடுத்துக்கொள்ளுங்கள். காய்ச்சல் 38 °C அல்லது அதற்கு "
    "மேல் இருந்தால் உடனே உங்கள் மருத்துவமனையை அழைக்கவும். மருத்துவரிடம் கேட்காமல் மருந்தை நிறுத்த "
    "வேண்டாம்.",
    "th": "รับประทานยาเม็ด 500 mg หนึ่งเม็ดพร้อมน้ำในตอนเช้า หากมีไข้ 38 °C ขึ้นไป ให้โทรหาคลินิกของคุณทันที "
    "อย่าหยุดยาเองโดยไม่ถามแพทย์",
    "am": "ጠዋት አንድ የ500 mg ክኒን በውሃ ይውሰዱ። ትኩሳትዎ 38 °C ወይም ከዚያ በላይ ከሆነ ወዲያውኑ ወደ ክሊኒክዎ "
    "ይደውሉ። ሐኪምዎን ሳይጠይቁ መድኃኒትዎን አያቁሙ።",
    "zh-Hans": "请在早上用水送服一片500毫克的药片。如果发烧到38 °C或更高，请立即给诊所打电话。"
    "没有问过医生，请不要停药。",
    "ja": "朝に500 mgの錠剤を1錠、水で飲んでください。38 °C以上の熱が出たら、すぐにクリニックに"
    "電話してください。医師に相談せずに薬をやめないでください。",
    "ko": "아침에 500 mg 알약 한 알을 물과 함께 드십시오. 열이 38 °C 이상이면 바로 병원에 "
    "전화하십시오. 의사에게 묻지 않고 약을 끊지 마십시오.",
    "vi": "Buổi sáng, uống một viên 500 mg với nước. Nếu sốt từ 38 °C trở lên, hãy gọi ngay cho "
    "phòng khám của bạn. Đừng tự ý ngừng thuốc khi chưa hỏi bác sĩ.",
}
"""The same three sentences in each language, in words that a leaflet would use."""

NARROW = "@page { size: 90mm 500mm; margin: 10mm }"
"""A page on which every sentence takes several lines."""


def read(body: str, tag: str, style: str = NARROW) -> Reader:
    language = parse_language(tag)
    return Reader(write(page(body, language, style), language))


def paragraphs(reader: Reader) -> list[Element]:
    return [element for element in reader.tree.walk() if element.kind in ("P", "H1", "LI")]


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("tag", SENTENCES)
def test_the_structure_says_every_word_of_the_page(tag: str) -> None:
    if problems := faces_problems(tag):
        pytest.skip(f"{tag}: {problems[0]}")
    text = SENTENCES[tag]
    first, space, rest = text.partition(" ")
    bold, *last = re.split("(?= )", rest, maxsplit=1)
    mixed = f"<p>{first}{space}<b>{bold}</b>{''.join(last)}</p>"
    reader = read(f"<h1>{text}</h1><p>{text}</p>{mixed}", tag)
    found = paragraphs(reader)
    assert [words(element.said) for element in found] == [words(text)] * 3
    # Nothing is printed that the structure does not stand for, and no line is without glyphs.
    described = {(e.page, mark) for e in reader.tree.walk() for mark in e.marks if e.text}
    assert {(glyph.page, glyph.mark) for glyph in reader.glyphs} == described


@pytest.mark.parametrize("tag", SENTENCES)
def test_the_set_holds_enough_words_to_lose_some(tag: str) -> None:
    assert len(SENTENCES[tag]) >= 50


def test_a_line_that_breaks_at_a_space_keeps_it() -> None:
    reader = read("<p>one <b>two</b> three <i>four </i>five</p>", "en", "p { width: 9mm }")
    assert paragraphs(reader)[0].said == "one two three four five"


def test_a_line_that_breaks_without_a_space_gets_none() -> None:
    reader = read("<p>haematopoietic/haematopoietic-haematopoietic</p>", "en", "p { width: 9mm }")
    (paragraph,) = paragraphs(reader)
    assert len(paragraph.kids) > 1
    assert paragraph.said == "haematopoietic/haematopoietic-haematopoietic"


def test_what_only_keeps_a_line_whole_is_no_part_of_the_words() -> None:
    reader = read("<p>5–\u206010\u00a0mg/kg, hae\u00admato</p>", "en")
    assert paragraphs(reader)[0].said == "5–10 mg/kg, haemato"


def test_a_link_says_its_words_once_whatever_is_in_it() -> None:
    link = '<a href="https://www.example.org/">Read <b>all</b> of it</a>'
    reader = read(f"<p>See. {link} Please.</p>", "en")
    (found,) = (element for element in reader.tree.walk() if element.kind == "Link")
    assert found.said == "Read all of it"
    assert paragraphs(reader)[0].said == "See. Read all of it Please."
    assert all(element.text for element in found.walk() if element.marks)


def test_a_link_with_bold_words_in_it_is_one_link() -> None:
    link = '<a href="https://www.example.org/">Read <b>all <i>of</i></b> it</a>'
    reader = read(f"<p>{link}</p><p>{link}</p>", "en")
    annotations = [entry.get_object() for entry in reader.pdf.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert len(annotations) == 2
    numbers = reader.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    kinds = [owners[entry["/StructParent"]].get_object()["/S"] for entry in annotations]
    assert kinds == ["/Link", "/Link"]


def test_the_language_is_written_where_it_changes_and_nowhere_else() -> None:
    reader = read(
        '<h1>Tedavi</h1><p lang="en">The treatment of MS</p>'
        '<p>Bu ilaç <i lang="la">natalizumab</i> adlıdır, <a lang="de" href="https://a.org">hier'
        "</a>.</p>",
        "tr",
    )
    assert reader.catalog["/Lang"] == "tr"
    langs = {element.text: element.lang for element in reader.tree.walk() if element.text}
    assert langs == {
        "Tedavi": None,
        "The treatment of MS": "en",
        "Bu ilaç ": None,
        "natalizumab": "la",
        " adlıdır, ": None,
        "hier": "de",
        ".": None,
    }


def test_what_stands_on_every_page_is_no_part_of_the_structure() -> None:
    style = NARROW + "@page { @top-left { content: element(head) } } .h { position: running(head) }"
    reader = read('<p class="h">Running head</p><p>Text</p>', "en", style)
    assert reader.tree.said == "Text"
    assert "".join(glyph.text for glyph in reader.furniture(0)) == "Runninghead"
    assert b"/Artifact" in reader.pdf.pages[0].get_contents().get_data()  # type: ignore[union-attr]
    owners = reader.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    assert [isinstance(owner.get_object(), NullObject) for owner in owners] == [False, True]
