"""What holds for every merge, whatever the catalog and the pot."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leafletpress.catalog import Catalog, Message, format_catalog, merge, parse_catalog
from leafletpress.language import parse_language
from tests.support.any_catalog import PATH, make_catalog

TURKISH = parse_language("tr")

# Few words, so that texts come back, move, change a little, and are like one another.
words = st.sampled_from(["take", "20", "40", "mg", "not", "every", "day", "water"])
texts = st.lists(words, min_size=1, max_size=7).map(" ".join)
contexts = st.sampled_from([None, None, "x", "y"])
untranslated = st.builds(Message, msgid=texts, context=contexts)
translated = st.builds(
    Message,
    msgid=texts,
    msgstrs=st.tuples(st.sampled_from(["", " ", "Ö", "Ü", "Ş", "Ğ"])),
    context=contexts,
    flags=st.sampled_from([(), (), ("fuzzy",), ("c-format",)]),
    comments=st.sampled_from([(), ("mine",)]),
    previous_msgid=st.none() | texts,
    obsolete=st.booleans(),
)
olds = st.lists(translated, max_size=8).map(make_catalog)
pots = st.lists(untranslated, max_size=6).map(make_catalog)


@given(olds, pots)
def test_merging_again_with_the_same_pot_changes_nothing(old: Catalog, pot: Catalog) -> None:
    once = merge(old, pot, TURKISH, PATH)
    assert merge(once, pot, TURKISH, PATH) == once
    written = format_catalog(once)
    assert format_catalog(merge(parse_catalog(written, PATH), pot, TURKISH, PATH)) == written


@given(olds, pots)
def test_a_merged_catalog_holds_the_texts_of_the_pot_in_its_order(
    old: Catalog, pot: Catalog
) -> None:
    assert [m.key for m in merge(old, pot, TURKISH, PATH).active] == [m.key for m in pot.messages]


@given(olds, pots)
def test_a_merge_loses_no_translation(old: Catalog, pot: Catalog) -> None:
    kept = {m.msgstr for m in merge(old, pot, TURKISH, PATH).messages}
    assert {m.msgstr for m in old.active if m.msgstr.strip()} <= kept


@given(olds, pots)
def test_a_merge_frees_no_text_of_a_doubt_and_offers_none_for_another_without(
    old: Catalog, pot: Catalog
) -> None:
    sure = {(m.msgid, m.msgstr) for m in old.active if not m.is_fuzzy}
    for message in merge(old, pot, TURKISH, PATH).active:
        assert (
            message.is_fuzzy
            or (message.msgid, message.msgstr) in sure
            or not message.msgstr.strip()
        )


@given(olds)
def test_a_catalog_merged_with_its_own_texts_keeps_every_translation(old: Catalog) -> None:
    pot = make_catalog([replace(Message(m.msgid), context=m.context) for m in old.active])
    merged = merge(old, pot, TURKISH, PATH)
    assert [m.msgstrs for m in merged.active] == [m.msgstrs for m in old.active]
