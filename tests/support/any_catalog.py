"""Any texts, messages and catalogs, for laws that must hold for all of them."""

from pathlib import Path

from hypothesis import strategies as st

from leafletpress.catalog import Catalog, Message, with_fields

PATH = Path("any.po")
HEADER = with_fields(
    Message(""),
    {
        "Project-Id-Version": "any",
        "POT-Creation-Date": "2026-11-22 06:51+0000",
        "Language": "tr",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Somebody": "was here",
    },
)

PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"])
ESCAPED = st.sampled_from("\t\n")
AWKWARD = st.sampled_from('"\\\n\u00a0\u2028\u2029\u200f\ufeff#~|= msgidstr')

texts = st.text(AWKWARD | PRINTABLE | ESCAPED, max_size=30)
filled = texts.filter(str.strip)

# A comment is one line. gettext takes the spaces around it for layout, some first characters for
# kinds of comments, and (a bug) a backslash at its end for a line that goes on.
comments = st.text(PRINTABLE, max_size=20).filter(
    lambda text: text == text.strip(" ").rstrip("\\") and not text.startswith(tuple(".:,|=~"))
)
references = st.from_regex(r"[a-z]{1,30}/[a-z-]{1,12}\.md(:[1-9][0-9]{0,3})?", fullmatch=True)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """Any message that gettext's own tools would write: a doubt needs a text to be about."""
    msgstr = draw(texts)
    fuzzy = bool(msgstr) and draw(st.booleans())
    previous = draw(st.none() | filled) if fuzzy else None
    return Message(
        msgid=draw(texts.filter(bool)),
        msgstrs=(msgstr,),
        context=draw(st.none() | filled),
        flags=("fuzzy",) if fuzzy else (),
        comments=tuple(draw(st.lists(comments, max_size=2))),
        extracted=tuple(draw(st.lists(comments, max_size=2))),
        references=tuple(draw(st.lists(references, max_size=9, unique=True))),
        previous_context=draw(st.none() | filled) if previous else None,
        previous_msgid=previous,
        obsolete=bool(msgstr) and draw(st.booleans()),
    )


def make_catalog(found: list[Message], path: Path = PATH) -> Catalog:
    """The catalog of these messages, each once, the obsolete ones last."""
    kept = {message.key: message for message in found}.values()
    return Catalog(HEADER, tuple(sorted(kept, key=lambda message: message.obsolete)), path)


catalogs = st.lists(messages(), max_size=4).map(make_catalog)
