"""The page for translators in a real browser: what is saved is shown."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leafletpress.project import Project
from tests.preview.conftest import Preview, start_preview
from tests.support.browser import Browser
from tests.support.small_project import append, edit

pytestmark = pytest.mark.slow

SLEEP = "Sleep well."
CALL = "Call {team_phone}, or {emergency_phone} in an emergency."

SHOWN = "document.documentElement.dataset.shown"


@pytest.fixture(scope="module")
def untouched(preview_project: Project) -> dict[Path, bytes]:
    """What the files held before any test."""
    paths = [path for path in preview_project.root.rglob("*") if ".cache" not in path.parts]
    return {path: path.read_bytes() for path in paths if path.is_file()}


@pytest.fixture
def page(browser: Browser, preview: Preview, untouched: dict[Path, bytes]) -> Iterator[Browser]:
    """The page as it is before anything is saved. What a test saves is undone behind it."""
    browser.size(1400, 900)
    browser.open(preview.address)
    browser.wait_for(f"{SHOWN} && {SHOWN} !== 'stale'")
    yield browser
    held = {path: path.read_bytes() for path in untouched if path.exists()}
    changed = [path for path in untouched if held.get(path) != untouched[path]]
    before = browser.run(SHOWN)
    for path in changed:
        path.write_bytes(untouched[path])
    if changed:
        browser.wait_for(f"{SHOWN} !== {json.dumps(before)} && {SHOWN} !== 'stale'")
    assert browser.said == []


@pytest.fixture
def catalog(preview_project: Project) -> Path:
    return preview_project.catalog("tr", "rest")


def spot(text: str) -> str:
    """The selector of a text's place on the page, by its source."""
    return f'.spot[data-name^="{text}"]'


def renewed(page: Browser, save: Callable[[], object]) -> str:
    """Save something; wait for another picture; return which."""
    before = page.run(SHOWN)
    save()
    return str(page.wait_for(f"{SHOWN} !== {json.dumps(before)} && {SHOWN}"))


def in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def by_another_file(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the place of the old one."""
    new = path.with_name("4913~")
    new.write_text(text, "utf-8")
    new.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    """Save as others do: the old file becomes the backup."""
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [in_place, by_another_file, with_a_backup])
def test_a_catalog_is_shown_as_soon_as_it_is_saved(
    page: Browser, catalog: Path, save: Callable[[Path, str], None]
) -> None:
    text = catalog.read_text("utf-8").replace("İyi uyuyun.", f"{save.__name__} uyuyun.")
    picture = renewed(page, lambda: save(catalog, text))
    assert page.run(f"document.querySelector('.leaf img').currentSrc.includes('{picture}')")
    assert page.run("document.querySelector('.leaf img').naturalWidth") > 500
    assert f"{save.__name__} uyuyun." in page.text(spot(SLEEP))
    assert "The pages are renewed." in page.text("[role=status]")


def test_a_leaflet_a_template_and_the_clinic_are_shown_too(
    page: Browser, preview_project: Project
) -> None:
    renewed(page, lambda: edit(preview_project.clinic, '"112"', '"999"'))
    style = preview_project.templates.own / "styles/2-text.css"
    renewed(page, lambda: append(style, "\nh1 { padding-top: 5mm; }\n"))
    renewed(page, lambda: edit(preview_project.leaflet("rest"), SLEEP, "Sleep very well."))
    assert "untranslated" in page.text("#said")
    page.wait_for(f"!document.querySelector('{spot(SLEEP)}')")


def test_other_editions_do_not_disturb(
    page: Browser, preview_project: Project, catalog: Path
) -> None:
    before = page.run("performance.getEntriesByType('resource').length")
    edit(preview_project.catalog("tr", "walk"), "3 hafta", "3  hafta")
    edit(preview_project.catalog("he", "rest"), 'msgid "Sleep well."', 'msgid "Sleep well."')
    renewed(page, lambda: edit(catalog, "İyi uyuyun.", "Uyuyun."))
    assert page.run("performance.getEntriesByType('resource').length") == before + 1


def test_a_half_saved_file_is_told_and_the_last_page_stays(page: Browser, catalog: Path) -> None:
    good = page.run(SHOWN)
    text = catalog.read_text("utf-8")
    line = edit(catalog, '"İyi uyuyun."', '"İyi uyu')
    page.wait_for(f"{SHOWN} === 'stale'")
    said = page.text("#problems")
    assert f"locales/tr/LC_MESSAGES/rest.po:{line}: " in said
    assert "These pages are not the newest." in said
    assert page.run(f"document.querySelector('.leaf img').currentSrc.includes('{good}')")
    assert page.run("document.querySelector('#paper').matches('.stale')")
    catalog.write_text(text, "utf-8")
    page.wait_for(f"{SHOWN} === '{good}'")
    assert page.text("#problems") == ""
    assert not page.run("document.querySelector('#paper').matches('.stale')")


def test_pointing_at_a_text_shows_what_there_is_to_know(page: Browser, catalog: Path) -> None:
    line = catalog.read_text("utf-8").split("\n").index('msgstr "İyi uyuyun."') + 1
    page.point(spot(SLEEP))
    page.wait_for("document.querySelector('#card').innerText.includes('Sleep well.')")
    card = page.text("#card")
    assert "İyi uyuyun." in card
    assert "✓" in card
    assert f"locales/tr/LC_MESSAGES/rest.po:{line}" in card
    assert re.search(r"leaflets/rest\.md:\d+", card)
    assert page.run(f"document.querySelector('{spot(SLEEP)}').matches('.pointed')")
    page.point("#paper-title")
    page.wait_for("!document.querySelector('.pointed')")


def test_a_click_keeps_a_text(page: Browser) -> None:
    page.point(spot(SLEEP), click=True)
    page.point("#paper-title")
    page.wait_for(f"document.querySelector('{spot(SLEEP)}').matches('.chosen:not(.pointed)')")
    assert "Sleep well." in page.text("#card")
    assert page.run(f"document.querySelector('{spot(SLEEP)}').ariaCurrent") == "true"


def test_a_text_stays_chosen_and_in_focus_while_it_is_mended(page: Browser, catalog: Path) -> None:
    page.point(spot(SLEEP), click=True)
    renewed(page, lambda: edit(catalog, "İyi uyuyun.", "Uyuyun."))
    assert page.run("document.activeElement.dataset.name").startswith(SLEEP)
    assert "Uyuyun." in page.text("#card")


def spoil(catalog: Path) -> None:
    """Leave something to do: the last of the texts is critical."""
    edit(catalog, "İyi uyuyun.", "")
    edit(catalog, "15 gün", "51 gün")
    edit(catalog, 'msgid "When to call"', '#, fuzzy\nmsgid "When to call"')


def test_the_list_shows_what_is_left_critical_ones_first(page: Browser, catalog: Path) -> None:
    renewed(page, lambda: spoil(catalog))
    items = page.run("[...document.querySelectorAll('#left-list button')].map(b => b.innerText)")
    assert ["fuzzy" in items[0], "fails a check" in items[1], "not translated" in items[2]] == [
        True,
        True,
        True,
    ]
    assert "critical" in items[0]
    assert len(items) == 3
    said = page.text("#said")
    for part in ("1 untranslated", "1 fuzzy", "1 failing a check", "the edition is incomplete"):
        assert part in said


def test_an_entry_of_the_list_leads_to_its_place(page: Browser, catalog: Path) -> None:
    renewed(page, lambda: spoil(catalog))
    page.size(1400, 400)
    page.point("#left-list li:nth-child(2) button", click=True)
    page.wait_for("document.activeElement.dataset.name?.startsWith('Rest for 15 days')")
    card = page.text("#card")
    assert 'the source has "15 days", the translation "51 gün"' in card
    assert 'write "15 days"' in card
    page.wait_for(
        "(r => r.top >= 0 && r.bottom <= innerHeight)"
        "(document.activeElement.getBoundingClientRect())"
    )


def test_a_word_that_is_not_seen_on_these_pages_shows_its_card(
    page: Browser, preview_project: Project
) -> None:
    words = preview_project.catalog("tr", "page")
    text = words.read_text("utf-8")
    start = text.index('msgid "OUT OF DATE"')
    end = text.index("\n\n", start)
    entry = text[start:end].split("\n")[0] + '\nmsgstr ""'
    renewed(page, lambda: words.write_text(text[:start] + entry + text[end:], "utf-8"))
    page.point("#left-list button", click=True)
    page.wait_for("document.activeElement.id === 'card'")
    assert "not seen on these pages" in page.text("#card")
    assert "templates/parts/marks.html:" in page.text("#card")


def test_everything_can_be_reached_by_keyboard(page: Browser, catalog: Path) -> None:
    renewed(page, lambda: spoil(catalog))
    page.run("document.activeElement.blur()")
    reached = []
    for _ in range(10):
        page.press("Tab")
        reached.append(
            page.run("(e => e.name || e.className || e.closest('[id]').id)(document.activeElement)")
        )
        outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", reached
    assert reached[:5] == ["skip", "skip", "lang", "leaflet", "format"]
    assert reached[5].startswith("spot")  # one stop for all texts
    assert reached[6] == "card"
    assert reached[7:] == ["left-list"] * 3
    page.press("Enter")  # the third of the list
    page.wait_for(f"document.activeElement.dataset.name?.startsWith('{SLEEP}')")
    page.press("ArrowDown")
    assert page.run("document.activeElement.dataset.name").startswith("When to call")
    assert "When to call" in page.text("#card")
    page.press("ArrowUp")
    page.press("Home")
    first = page.run("document.activeElement.dataset.name")
    assert first == page.run("document.querySelector('.spot').dataset.name")
    page.press("End")
    assert page.run("document.activeElement === [...document.querySelectorAll('.spot')].at(-1)")


def test_a_screen_reader_finds_landmarks_headings_and_every_text(
    page: Browser, catalog: Path
) -> None:
    renewed(page, lambda: spoil(catalog))
    tree = page.accessibility_tree()
    for part in (
        ("navigation", "Skip to"), ("banner", ""), ("main", ""), ("complementary", "Translation"),
        ("form", "What is shown"), ("combobox", "Language"), ("combobox", "Leaflet"),
        ("combobox", "Format"), ("region", "Pages"), ("region", "Left to do"), ("status", ""),
        ("heading", "Pages"), ("heading", "Page 1 of 1"), ("heading", "This text"),
        ("image", "Page 1 as it prints. Its texts follow as buttons."),
    ):  # fmt: skip
        assert part in tree, part
    names = [name for role, name in tree if role == "button"]
    assert "Su için. (" not in names
    assert "Neler yapabilirsiniz." in names
    assert any(name.startswith("Sleep well. (not translated") for name in names)
    assert any(name.startswith("When to call (critical, fuzzy") for name in names)
    unnamed = [role for role, name in tree if role in ("button", "link", "image") and not name]
    assert unnamed == []


def test_each_text_is_in_its_own_language_and_direction(page: Browser, preview: Preview) -> None:
    assert page.run("document.documentElement.lang") == "en"
    page.open(preview.address.replace("lang=tr", "lang=he"))
    page.wait_for(f"{SHOWN} && document.querySelector('[lang=he]')")
    heading = spot("What to do")
    page.point(heading)
    page.wait_for("document.querySelector('#card [lang=he]')")
    assert page.run("document.querySelector('#card [lang=he]').dir") == "rtl"
    assert page.run("document.querySelector('#card [lang=en]').dir") == "ltr"
    assert page.run(f"document.querySelector('{heading} span').dir") == "rtl"
    right = page.run(
        f"(([s, l]) => l.right - s.right)(['{heading}', '.leaf']"
        ".map(e => document.querySelector(e).getBoundingClientRect()))"
    )
    assert 0 < right < 150  # it begins at the right margin


def test_language_leaflet_and_format_can_be_switched(page: Browser, preview: Preview) -> None:
    def choose(field: str, value: str) -> str:
        script = (
            f"(s => {{ s.value = '{value}'; s.dispatchEvent(new Event('change', {{bubbles: true}}))"
            f" }})(document.querySelector('[name={field}]'))"
        )
        return renewed(page, lambda: page.run(script))

    shown = [page.run(SHOWN), choose("format", "large-print"), choose("leaflet", "walk")]
    assert page.text("#title") == "Her gün yürüyün"
    shown.append(choose("lang", "en"))
    assert page.text("#title") == "Walk every day"
    assert page.run("location.search") == "?lang=en&leaflet=walk&format=large-print"
    assert len(set(shown)) == 4
    choose("format", "bilingual")
    assert "this format needs a translation" in page.text("#problems")
    page.open(preview.address.replace("leaflet=rest", "leaflet=gone"))
    page.wait_for("document.querySelector('#connection').innerText.includes('no leaflet')")
    page.said.clear()  # the browser says 404 there


@pytest.mark.parametrize(("width", "scale"), [(1280, 1), (640, 2), (320, 1)])
def test_it_fits_narrow_windows_and_large_letters(page: Browser, width: int, scale: int) -> None:
    page.size(width, 800, scale)
    assert page.run("document.documentElement.scrollWidth") <= width
    page.point(spot(SLEEP), click=True)
    page.wait_for("document.querySelector('#card').innerText.includes('Sleep well.')")
    edges = "document.querySelector('#card').getBoundingClientRect()"
    assert page.run(f"(r => r.top < innerHeight && r.bottom > 0)({edges})")


def test_nothing_is_asked_of_another_machine(page: Browser, preview: Preview) -> None:
    page.open(preview.address)
    page.wait_for(SHOWN)
    hosts = {address.split("/")[2] for address in page.requests}
    assert hosts == {f"127.0.0.1:{preview.port}"}


def test_a_page_recovers_when_the_preview_is_started_again(
    browser: Browser, small: Project
) -> None:
    first = start_preview(small, "--lang=tr")
    browser.open(first.address)
    browser.wait_for(SHOWN)
    first.end()
    browser.wait_for("document.querySelector('#connection').innerText.includes('not answer')")
    edit(small.catalog("tr", "rest"), "İyi uyuyun.", "Uyuyun.")
    second = start_preview(small, "--lang=tr", port=first.port)
    browser.wait_for(f"document.querySelector('{spot(SLEEP)}').innerText.includes('Uyuyun.')")
    assert browser.text("#connection") == ""
    second.end()


def test_catalogs_are_never_written(preview_project: Project, untouched: dict[Path, bytes]) -> None:
    """The last test: everything is as it was before the first, the files of editors aside."""
    paths = [path for path in preview_project.root.rglob("*") if ".cache" not in path.parts]
    held = {path: path.read_bytes() for path in paths if path.is_file()}
    assert {path for path in held if not path.name.endswith("~")} == set(untouched)
    digests = [hashlib.sha256(b).hexdigest() for b in (held[path] for path in untouched)]
    assert digests == [hashlib.sha256(b).hexdigest() for b in untouched.values()]
