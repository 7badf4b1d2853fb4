"""A logo is opened and measured before a page is made of it."""

import base64
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from leafletpress.pictures import NoPictureError, check_picture
from leafletpress.pictures.picture import MOST_PIXELS
from leafletpress.pictures.svg import DEEPEST, MOST_ELEMENTS
from tests.support.drawings import LOGO, nested, svg

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def picture(kind: str, size: tuple[int, int] = (30, 20), mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 50).convert(mode).save(buffer, kind)
    return buffer.getvalue()


PNG = picture("PNG")
DATA = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


def told(data: bytes, kind: str) -> str:
    with pytest.raises(NoPictureError) as caught:
        check_picture(data, kind)
    assert caught.value.fault.mend
    return caught.value.fault.what


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_whole_png_is_let_through(mode: str) -> None:
    check_picture(picture("PNG", mode=mode), "png")


DAMAGED = "it is no PNG that can be opened: it is cut off or damaged"
OTHER = "it is no PNG that can be opened: it is something else by this name"


@pytest.mark.parametrize("length", [8, 20, 33, 40, 60, len(PNG) // 2, len(PNG) - 30])
def test_a_png_that_is_cut_off_is_told(length: int) -> None:
    assert told(PNG[:length], "png") == DAMAGED


@pytest.mark.parametrize("length", [60, len(PNG) // 2, len(PNG) - 30])
def test_it_is_told_where_another_library_lets_it_pass(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint tells Pillow, for the whole process, to fill in what is missing of a picture."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    check_picture.cache_clear()
    assert told(PNG[:length], "png") == DAMAGED
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("place", [12, 17, 30, 45, 100])
def test_a_png_with_a_wrong_byte_is_told(place: int) -> None:
    wrong = bytes([PNG[place] ^ 0x55])
    assert told(PNG[:place] + wrong + PNG[place + 1 :], "png") == DAMAGED


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", LOGO, picture("JPEG"), picture("GIF", mode="P"), b"version ht"]
)
def test_what_is_something_else_is_told(data: bytes) -> None:
    assert told(data, "png") == OTHER


def test_a_picture_may_have_as_many_pixels_as_a_page() -> None:
    buffer = io.BytesIO()
    Image.new("1", (MOST_PIXELS // 1000, 1000)).save(buffer, "PNG")
    check_picture(buffer.getvalue(), "png")
    buffer = io.BytesIO()
    Image.new("1", (MOST_PIXELS // 1000 + 1, 1000)).save(buffer, "PNG")
    assert told(buffer.getvalue(), "png").startswith("it has 10001 × 1000 pixels, more than 10 m")


@given(place=st.integers(0, len(PNG) - 1), byte=st.integers(0, 255))
def test_whatever_is_wrong_in_a_png_is_told_in_one_way(place: int, byte: int) -> None:
    with suppress(NoPictureError):
        check_picture(PNG[:place] + bytes([byte]) + PNG[place + 1 :], "png")


@pytest.mark.parametrize(
    "data",
    [
        LOGO,
        LOGO.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + LOGO,
        svg("<title>x</title><text>x</text><a href='https://a.example'><path d='M0 0'/></a>"),
        svg("<defs><linearGradient id='g'/></defs><path fill='url(#g)' d='M0 0'/>" * 100),
        svg("<style>.a{fill:url(#g)} @media print{.b{clip-path:url(#c)}}</style>"
            "<linearGradient id='g'/><clipPath id='c'><use href='#r'/></clipPath>"
            "<rect id='r' class='a'/><path class='a b'/>"),
        svg(f"<image {XLINK} xlink:href='{DATA}'/>"),
        svg(f"<image href='data:image/jpg;base64,{base64.b64encode(picture('JPEG')).decode()}'/>"),
        svg("<metadata><?xpacket begin='' id='W5M0'?><x/><?xpacket end='w'?></metadata>"),
        svg("", size="viewBox='0 0 841.8897637795277 595.2755905511812'"),
        svg("<use href='#a'/><use href='#b'/><g id='b'><use href='#a'/></g><path id='a'/>"),
        svg("<use href='#nothing'/>"),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + LOGO.partition(b"?>")[2],
        nested(DEEPEST - 1),
        svg("<g/>" * (MOST_ELEMENTS - 1)),
    ],
)  # fmt: skip
def test_a_drawing_as_programs_save_it_is_let_through(data: bytes) -> None:
    check_picture(data, "svg")


OUTSIDE = "it refers to something that it does not hold"
ENDLESS = "it repeats itself without an end"
MANY = f"more than {MOST_ELEMENTS} shapes are drawn in it"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "its line 1 is no XML (no element found)"),
        (PNG, "its line 1 is no XML (not well-formed (invalid token))"),
        (LOGO[:-20], "its line 4 is no XML (unclosed token)"),
        (b"<!doctype html><html><p>x</html>", "its line 1 is no XML"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "it is no SVG: it begins with <html>"),
        (b"<svg width='9' height='9'/>", "it is no SVG: it begins with <svg>"),
        (LOGO.replace(b"svg", b"g"), "it is no SVG: it begins with <g>"),
        (svg("", size=""), "it does not say its size"),
        (svg("", size="viewBox='0 0 0 0'"), "it does not say its size"),
        (svg("", size="viewBox='0 0 nan 9'"), "it does not say its size"),
        (svg("", size="width='100%' height='9'"), "it does not say its size"),
        (svg("", size=f"width='{'9' * 5000}' height='9'"), "it does not say its size"),
        (svg("<script>x</script>"), "it holds a program (<script>)"),
        (svg("<g onclick='x'/>"), "it holds a program (onclick)"),
        (svg("<foreignObject/>"), "it holds a piece of another page (<foreignObject>)"),
        (svg("<animate/>"), "it holds something that moves (<animate>)"),
        (svg("<image href='x.png'/>"), f'{OUTSIDE} ("x.png")'),
        (svg("<image href='https://a.example/x.png'/>"), f'{OUTSIDE} ("https://a.example/x.png")'),
        (svg("<image href='file:///etc/hostname'/>"), f'{OUTSIDE} ("file:///etc/hostname")'),
        (svg(f"<use {XLINK} xlink:href='other.svg#a'/>"), f'{OUTSIDE} ("other.svg#a")'),
        (svg("<image href='data:image/svg+xml,x'/>"), f'{OUTSIDE} ("data:image/svg+xml,x")'),
        (svg("<image href='data:image/png;base64,iVBORw0KGgo='/>"), OUTSIDE),
        (svg("<path fill='url(http://a.example/#g)'/>"), f'{OUTSIDE} ("http://a.example/#g")'),
        (svg("<path style='fill: url( &quot;a.svg#g&quot; )'/>"), f'{OUTSIDE} ("a.svg#g")'),
        (svg("<style>.a { fill: url(a.svg#g) }</style>"), f'{OUTSIDE} ("a.svg#g")'),
        (svg("<style>@import 'x.css';</style>"), "it loads a style sheet from elsewhere"),
        (b"<?xml-stylesheet href='x.css'?>" + svg(""), "it loads a style sheet from elsewhere"),
        (svg("<style>@font-face{src:url(data:font/woff2;base64,AA)}</style>"), "it brings a font"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "it declares entities"),
        (b"<!DOCTYPE svg SYSTEM 'x.dtd'>" + svg("&a;"), "it uses an entity that it does n"),
        (svg("&a;"), "its line 1 is no XML (undefined entity)"),
        (b"<?xml version='1.0' encoding='klingon'?>" + svg(""), "its encoding is unknown"),
        (nested(DEEPEST), f"more than {DEEPEST} of its elements stand one in the other"),
        (svg("<g/>" * MOST_ELEMENTS), MANY),
        (svg("<g id='a'><use href='#a'/></g>"), ENDLESS),
        (svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"), ENDLESS),
    ],
)  # fmt: skip
def test_a_drawing_that_paper_cannot_hold_is_told(data: bytes, what: str) -> None:
    found = told(data, "svg")
    assert found.startswith(what)


MANY_PARTS = "<g/>" * 99
USES = "<use href='#{}'/>"


@pytest.mark.parametrize(
    "content",
    [
        f"<g id='a'>{MANY_PARTS}</g>{USES.format('a') * 200}",
        f"<g id='a'>{MANY_PARTS}</g><g id='b'>{USES.format('a') * 15}</g>{USES.format('b') * 15}",
        f"<pattern id='p'>{MANY_PARTS}</pattern><g fill='url(#p)'>{MANY_PARTS}</g>",
        f"<style>.a{{fill:url(#p)}}</style><pattern id='p'>{MANY_PARTS}</pattern>"
        + "<g class='a'/>" * 200,
        f"<style>path{{mask:url(#p)}}</style><mask id='p'>{MANY_PARTS}</mask>" + "<path/>" * 200,
        f"<marker id='m'>{MANY_PARTS}</marker><path marker-mid='url(#m)' d='M0 0{'l1 1' * 99}'/>",
    ],
)
def test_what_is_drawn_again_and_again_counts_each_time(content: str) -> None:
    assert content.count("<") < MOST_ELEMENTS / 10
    assert told(svg(content), "svg") == MANY


def test_a_drawing_holds_few_pictures_of_pixels() -> None:
    image = f"<image href='{DATA}'/>"
    check_picture(svg(image * 3), "svg")
    assert told(svg(image * 4), "svg") == "more than 3 pictures of pixels stand in it"


LARGE = {
    "a long line": svg("<path d='M0 0" + " 1" * 50_000 + "'/>"),
    "a style without a rule": svg("<style>" + "a" * 100_000 + "</style>"),
    "addresses without an end": svg("<style>" + "url(" * 25_000 + "</style>"),
    "a blank box": svg("", size=f"viewBox='{' ' * 100_000}'"),
    "a blank size": svg("", size=f"width='{' ' * 100_000}' height='9'"),
    "many classes": svg(
        f"<g class='{'a ' * 20_000}'/><style>{'.a{fill:url(#b)}' * 4_000}</style><g id='b'/>"
    ),
    "many uses": svg(
        "<g id='a'>" + "<g>" * 40 + "<use href='#b'/>" * 6_000 + "</g>" * 41 + "<g id='b'/>"
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_hundred_kilobytes_of_anything_are_soon_read(name: str) -> None:
    """Nothing here is timed: what is not linear would take minutes."""
    assert len(LARGE[name]) >= 90_000
    with suppress(NoPictureError):
        check_picture(LARGE[name], "svg")
