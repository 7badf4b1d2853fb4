"""Catalogs as text, from messages of every kind."""

from hypothesis import strategies as st

from leafletpress.catalog import format_catalog
from tests.support.any_catalog import catalogs

FRAGMENTS = (
    'msgid ""\n', 'msgstr ""\n', 'msgid "a"\n', 'msgstr "b"\n', 'msgctxt "c"\n', "msgid", "msgstr",
    'msgid_plural "d"\n', 'msgstr[0] "e"\n', 'msgstr[1] "f"\n', "msgstr[", 'msgstr[99999] "x"\n',
    "#~ ", "#| ", "#, fuzzy\n", "#=", "#: a.md:1\n", "#. note: x\n", "# ", "#", "<<<<<<< x\n",
    "=======\n", ">>>>>>> y\n", '"', '"\n', "\\", "\\n", "\\a", "\\0", "\\777", "\\x41", "\\x",
    '"Language: de\\n"\n', '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', '"nplurals=',
    '"Content-Type: text/plain; charset=latin-1\\n"\n', "charset=",
    '"X-Translation-Method: x\\n"\n',
    "domain x\n", "\n", "\t", "\x00", "\x0b", "\u2028",
)  # fmt: skip

HEADS = st.sampled_from([
    "",
    'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n',
    f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals={"9" * 5000}; plural=0;\\n"\n\n',
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n',
])  # fmt: skip
PLURALS = st.sampled_from(["", 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'])

skeletons = catalogs.map(format_catalog) | st.builds(lambda *two: "".join(two), HEADS, PLURALS)
