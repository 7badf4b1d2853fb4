"""What WeasyPrint leaves out of a PDF, with our patches and without."""

import base64
import io
import re

import pytest
from PIL import Image

from leafletpress.language import parse_language, source_language
from leafletpress.problems import LeafletError
from tests.support.inks import colours_of_the_screen
from tests.support.pdf_reader import Reader
from tests.support.printing import faces_problems, page, write
from tests.support.unpatched import ready, without

pytestmark = pytest.mark.slow

ARABIC = "تناول الدواء كل يوم"

NARROW = "@page { size: 90mm 300mm; margin: 10mm } p { width: 9mm }"

HEAD = "@page { @top-left { content: element(head) } } .h { position: running(head) }"


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    faces_problems("ar")
    ready()


def read(body: str, tag: str = "en", style: str = "", *, booklet: bool = False) -> Reader:
    language = parse_language(tag)
    return Reader(write(page(body, language, style), language, booklet=booklet))


def in_ink() -> bytes:
    from weasyprint import HTML

    style = "@page { size: 50mm 50mm; bleed: 3mm; marks: crop cross }"
    return bytes(HTML(string=f"<style>{style}</style>").write_pdf(output_intent="device-cmyk"))


def test_without_the_patch_crop_marks_are_in_the_colours_of_the_screen() -> None:
    from leafletpress.pdf.weasyprint_patches import crop_marks

    assert colours_of_the_screen(in_ink()) == 0
    with without(crop_marks.PATCH):
        assert colours_of_the_screen(in_ink()) > 0


def test_crop_marks_of_a_page_for_the_screen_stay_as_they_are() -> None:
    from weasyprint import HTML

    from leafletpress.pdf.weasyprint_patches import crop_marks

    html = "<style>@page { size: 50mm 50mm; bleed: 3mm; marks: crop cross }</style>"
    patched = HTML(string=html).write_pdf()
    with without(crop_marks.PATCH):
        assert HTML(string=html).write_pdf() == patched


def test_without_the_patch_lines_lose_the_spaces_between_them() -> None:
    from leafletpress.pdf.weasyprint_patches import line_texts

    text = "<p>one two three</p>"
    assert read(text, style=NARROW).tree.said == "one two three"
    with without(line_texts.PATCH):
        assert read(text, style=NARROW).tree.said == "onetwothree"


def test_without_the_patch_the_structure_says_no_words_and_no_language() -> None:
    from weasyprint import HTML

    from leafletpress.pdf.weasyprint_patches import marked_content

    body = f"<p>{ARABIC}</p><p lang='en'>one</p>"
    reader = read(body, "ar")
    assert reader.tree.said == f"{ARABIC}one"
    assert {element.lang for element in reader.tree.walk()} == {None, "en"}
    with without(marked_content.PATCH):
        data = HTML(string=page(body, parse_language("ar"))).write_pdf(pdf_variant="pdf/ua-1")
    plain = Reader(data)
    assert plain.tree.said == ""
    assert {element.lang for element in plain.tree.walk()} == {None}


def test_without_the_patch_running_heads_are_content() -> None:
    from leafletpress.pdf.weasyprint_patches import marked_content

    def artifacts() -> int:
        from weasyprint import HTML

        html = page('<p class="h">Head</p><p>Text</p>', source_language(), HEAD)
        document = HTML(string=html).render()
        marked_content.note_pagination_artifacts(document)
        data = document.write_pdf(pdf_variant="pdf/ua-1")
        return len(re.findall(rb"/Pagination", Reader(data).content(0)))

    assert artifacts() == 1
    with without(marked_content.PATCH):
        assert artifacts() == 0


def test_without_the_patch_a_file_does_not_say_that_it_is_accessible() -> None:
    from leafletpress.pdf.weasyprint_patches import accessible_metadata

    assert {"pdfaid:part", "pdfuaid:part"} <= said_of(read("<p>one"))
    with without(accessible_metadata.PATCH):
        found = said_of(read("<p>one"))
        assert "pdfaid:part" in found
        assert "pdfuaid:part" not in found


def said_of(reader: Reader) -> set[str]:
    data = reader.catalog["/Metadata"].get_data().decode()
    return set(re.findall(r"\w+:part(?==)", data))


def test_a_file_that_is_pdf_ua_alone_says_so_once() -> None:
    from weasyprint import HTML

    html = page("<p>one", source_language())
    data = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True)
    assert data.count(b"pdfuaid:part") == 1


PAGES = "<h1>One</h1><h1>Two</h1><h1>Three</h1>"


def test_without_the_patch_a_booklet_has_no_bookmarks() -> None:
    from leafletpress.pdf.weasyprint_patches import bookmarks

    style = "@page { size: A5 } h1 { break-after: page }"

    def titles() -> list[str]:
        outline = read(PAGES, style=style, booklet=True).pdf.outline
        return [str(entry["/Title"]) for entry in outline]  # type: ignore[call-overload]

    assert titles() == ["One", "Two", "Three"]
    with without(bookmarks.PATCH):
        assert titles() == []


def picture(kind: str, length: float) -> str:
    """A page with the first part of a picture."""
    buffer = io.BytesIO()
    Image.effect_noise((60, 40), 50).convert("RGB").save(buffer, kind)
    data = buffer.getvalue()[: int(length * buffer.tell())]
    address = f"data:image/{kind.lower()};base64,{base64.b64encode(data).decode()}"
    return f'<p>one<img alt="x" src="{address}">'


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_without_the_patch_a_picture_that_is_cut_off_is_filled_in(kind: str) -> None:
    from leafletpress.pdf.weasyprint_patches import truncated_pictures

    read(picture(kind, 1))
    with pytest.raises(LeafletError, match="WeasyPrint says: Failed to load image"):
        read(picture(kind, 0.5))
    with without(truncated_pictures.PATCH), without(truncated_pictures.SETTING):
        read(picture(kind, 0.5))


def test_without_the_setting_a_picture_that_is_cut_off_is_taken_for_whole() -> None:
    from leafletpress.pdf.weasyprint_patches import truncated_pictures

    with without(truncated_pictures.SETTING):
        read(picture("PNG", 0.5))
