"""Finding leaks: every template and style sheet of a folder, read for the words that it prints."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from jinja2 import nodes

from leafletpress.files import read_bytes, read_text, reading
from leafletpress.leaks import markup, style
from leafletpress.leaks.flat_template import FlatTemplate, without_marks
from leafletpress.leaks.leak import PICTURE, Leak, holds_word
from leafletpress.leaks.sayings import IN_SOURCE, TRANSLATORS, sayings
from leafletpress.leaks.scope import BlockAssignment, Macro, Scope, Value
from leafletpress.leaks.template import Writer
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.templates import Templates

TEMPLATES = (".html", ".svg")

IN_TEMPLATE = 'put it into _("…"), run "{update}", and have it translated'
IN_DRAWING = 'put it into _("…") in a template that ends in .html, and hand it over from there'
IN_BOTH = 'say it with _("…") as well, so that a translation stands beside it'
IN_STYLE = 'write it in a template with _("…"); a style sheet may print signs and counters'
AS_PICTURE = "draw it in a template, as templates/figures does; a logo is named in clinic.toml"


def find_leaks(
    templates: Templates, words: Collection[str], for_review: Collection[str] = ()
) -> list[Problem]:
    """Return a problem for every word that a template or a style sheet prints as it is.

    `words` are those of the page, which are translated. `for_review` are the templates that no
    patient gets; what they say in the source language need not be translated.

    Raises:
        LeafletError: a template is malformed, or its parts call one another too often.
    """
    read = _digest(templates, words, for_review)
    if read and read in CLEAN:
        return []
    finder = _Finder(templates, words, for_review)
    with reading(templates.own):
        found = [*finder.of_sheets(), *finder.of_templates()]
    found = sorted(dict.fromkeys(found), key=lambda one: (one.location.path, one.location.line))
    if read and not found:
        CLEAN.add(read)
    return [leak.problem for leak in found]


CLEAN: set[bytes] = set()
"""The digests of what was found without leaks: a preview asks again after each save."""


def _digest(
    templates: Templates, words: Collection[str], for_review: Collection[str]
) -> bytes | None:
    """Return the digest of all that leaks depend on; None where a file cannot be read."""
    digest = hashlib.sha256(repr((sorted(words), sorted(for_review))).encode())
    try:
        for path in _files(templates):
            data = read_bytes(path)
            digest.update(f"{templates.name_of(path)!r} {len(data)} ".encode())
            digest.update(data)
    except LeafletError:
        return None
    return digest.digest()


def _files(templates: Templates) -> Iterator[Path]:
    """Yield every file that a template may be made of, also those that only an include names."""
    for folder in templates.folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


class _Finder:
    """Reads the files of the templates; `printed` are attributes that a style sheet prints."""

    def __init__(
        self, templates: Templates, words: Collection[str], for_review: Collection[str]
    ) -> None:
        self.templates = templates
        self.words = words
        self.reviewed = {templates.find(name) for name in for_review}
        self.printed: set[str] = set()
        self.writer = Writer(templates)
        self.seen: set[int] = set()

    def of_sheets(self) -> Iterator[Leak]:
        for path in self.templates.glob("**/*.css").values():
            with reading(path):
                found = list(self._of_style(style.read_style(read_text(path)), Location(path, 1)))
            yield from found

    def of_templates(self) -> Iterator[Leak]:
        files = self.templates.glob("**/*").values()
        paths = [path for path in files if path.suffix in TEMPLATES]
        flats = []
        for path in paths:
            with reading(path):
                flats.append(self.writer.write_template(path))
        for path, flat in zip(paths, flats, strict=True):
            with reading(path):
                found = list(self._of_flat(flat, in_review=path in self.reviewed))
            yield from found
        yield from self._of_macros()

    def _of_macros(self) -> Iterator[Leak]:
        """Read the macros that no template calls: the page does."""
        macros = list({id(macro.node): macro for macro in self.writer.macros}.values())
        read = set(self.writer.followed)
        for macro in macros:
            self.writer.write_macro(macro)
        self.writer.followed = read
        for macro in sorted(macros, key=lambda macro: id(macro.node) in self.writer.called):
            if id(macro.node) not in self.writer.followed:
                in_review = macro.scope.path in self.reviewed
                yield from self._of_flat(self.writer.write_macro(macro), in_review=in_review)

    def _of_flat(self, flat: FlatTemplate, *, in_review: bool) -> Iterator[Leak]:
        for piece in self._pieces(flat):
            location = flat.location(piece.offset)
            if piece.kind == markup.ADDRESS:
                yield from self._of_address(piece.text, location)
                continue
            values = flat.values_in(piece.text)
            is_text = piece.kind == markup.TEXT
            yield from self._of_values(values, in_review=in_review, with_numbers=is_text)
            text = without_marks(piece.text)
            if piece.kind == markup.STYLE:
                yield from self._of_style(style.read_style(text), location)
            elif piece.kind == markup.DECLARATIONS:
                yield from self._of_style(style.read_declarations(text), location)
            elif holds_word(text):
                begin = next(n for n, character in enumerate(piece.text) if not character.isspace())
                yield Leak(flat.location(piece.offset + begin), text.strip(), _mend(location.path))

    def _pieces(self, flat: FlatTemplate) -> list[markup.Piece]:
        try:
            return list(markup.read_markup(flat.markup, self.printed))
        except AssertionError as error:  # Python's parser says so of a declaration unknown to it
            what = f"the markup of this template cannot be read ({error})"
            location = flat.location(0)
            mend = 'take out what begins with "<!["'
            raise LeafletError([Problem("malformed-template", location, what, mend)]) from None
        except ValueError as error:
            what = f"the markup of this template cannot be read ({error})"
            location = flat.location(0)
            mend = "close each with >"
            raise LeafletError([Problem("malformed-template", location, what, mend)]) from None

    def _of_values(
        self, values: Collection[Value], *, in_review: bool, with_numbers: bool
    ) -> Iterator[Leak]:
        for value in values:
            for part in sayings(value, with_numbers=with_numbers):
                yield from self._of_part(part, in_review=in_review)

    def _of_part(
        self,
        part: tuple[nodes.Const, Scope, str] | BlockAssignment | tuple[nodes.Call, Macro, Scope],
        *,
        in_review: bool,
    ) -> Iterator[Leak]:
        match part:
            case BlockAssignment():
                if id(part) not in self.seen:
                    self.seen.add(id(part))
                    yield from self._of_flat(self.writer.write_body(part), in_review=in_review)
            case nodes.Call() as call, Macro() as macro, scope:
                if id(call) not in self.seen:
                    self.seen.add(id(call))
                    flat = self.writer.write_call(call, macro, scope)
                    yield from self._of_flat(flat, in_review=in_review)
            case nodes.Const(value=value) as constant, Scope() as scope, by:
                text = str(value)
                is_word = by and text in self.words
                if holds_word(text) and not is_word and not (by == IN_SOURCE and in_review):
                    location = Location(scope.path, constant.lineno)
                    yield Leak(location, text.strip(), _mend(scope.path, by))

    def _of_style(self, found: Iterator[style.Found], location: Location) -> Iterator[Leak]:
        for one in found:
            where = Location(location.path, (location.line or 1) + one.line - 1)
            if one.kind == style.ATTRIBUTE:
                self.printed.add(one.text)
            elif one.kind == style.ADDRESS:
                yield from self._of_address(one.text, where)
            elif holds_word(one.text):
                yield Leak(where, one.text.strip(), IN_STYLE)

    def _of_address(self, address: str, location: Location) -> Iterator[Leak]:
        """Look into a picture that an address carries; none is fetched from elsewhere."""
        kind, _, data = address.strip().partition(",")
        if not kind.lower().startswith(("data:image", "data:text", "data:application/xhtml")):
            return
        try:
            picture = _decode(data, is_base64=kind.lower().endswith(";base64"))
        except (UnicodeDecodeError, binascii.Error):
            picture = ""
        if "svg" not in kind.lower() or not picture:
            yield Leak(location, PICTURE, AS_PICTURE)
            return
        for piece in markup.read_markup(picture):
            if piece.kind == markup.TEXT and holds_word(piece.text):
                yield Leak(location, piece.text.strip(), AS_PICTURE)


def _decode(data: str, *, is_base64: bool) -> str:
    raw = unquote_to_bytes(data)
    return (base64.b64decode(raw, validate=True) if is_base64 else raw).decode()


def _mend(path: Path, by: str = "") -> str:
    if by == IN_SOURCE:
        return IN_BOTH
    if path.suffix == ".svg" or by in TRANSLATORS:
        return IN_DRAWING
    return IN_TEMPLATE.format(update=command("update"))
