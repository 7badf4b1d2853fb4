"""What a leaflet costs in each script: the same sentences, as many of them as fill its pages."""

import re
import shutil
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

from leafletpress.clinic import read_clinic
from leafletpress.content import read_template_messages
from leafletpress.language import Language, parse_language
from leafletpress.press import Context, Job
from leafletpress.press.run import print_job
from leafletpress.project import Project
from tests.bench.costs import CostRow, plan_jobs, print_costs
from tests.bench.shaping import print_shaping
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, faces_problems
from tests.support.sentences import SENTENCES
from tests.support.small_project import CLINIC, FRONT, ROOT, a4, fill_catalogs

PAGES = 6

MORE_THAN_ENOUGH = 200
"""So many paragraphs fill the pages, and more, in every script."""

WORDS_ALONE = ("en", "ar", "he")
"""Languages that are measured without numbers as well. From right to left, each quantity is a box
of its own, which costs more than its letters do."""


def print_scripts(folder: Path) -> None:
    """Tell what a leaflet costs in one language of each script, and in Turkish."""
    tags = list(languages())
    rows = [row_of(folder / tag, tag, SENTENCES[tag]) for tag in tags]
    for tag in WORDS_ALONE:
        last = SENTENCES[tag].rpartition(". ")[2]
        rows.append(row_of(folder / f"{tag}-words", tag, " ".join([last] * 3), ", no numbers"))
    print_costs(f"{PAGES} pages of running text, and one about the leaflet", rows)
    print_shaping(tags)


def languages() -> Iterator[str]:
    """Yield the first language of each script, English first of all; and Turkish.

    Those whose fonts are not installed are reported.
    """
    seen = set()
    for tag in SENTENCES:
        language = parse_language(tag)
        if language.script in seen and tag != "tr":
            continue
        seen.add(language.script)
        if problems := faces_problems(tag):
            print(f"{language.english_name} is left out: {problems[0]}")
        else:
            yield tag


def row_of(root: Path, tag: str, text: str, what: str = "") -> CostRow:
    """Return the row of a leaflet of so many paragraphs as fill the pages."""
    language, project = parse_language(tag), set_up(root)
    bench = Context(project, read_clinic(project.clinic), CACHE)
    long = write_leaflet(project, language, dict(texts(tag, text, MORE_THAN_ENOUGH)))
    result = print_job(long, bench)
    assert result.printed, result.problems
    count = texts_on_pages(Reader(result.printed.data))
    job = write_leaflet(project, language, dict(texts(tag, text, count)))
    return CostRow(f"{language.english_name}, {language.script}{what}", [job], bench)


def texts_on_pages(reader: Reader) -> int:
    """Return how many headings and paragraphs of the leaflet begin on its first pages."""
    texts = [e for e in reader.tree.walk() if e.kind in ("H2", "P")]
    begin = next(index for index, e in enumerate(texts) if e.kind == "H2")
    pages = [min(part.page or 0 for part in e.walk() if part.marks) for e in texts[begin:]]
    return sum(page < PAGES for page in pages)


def set_up(root: Path) -> Project:
    """Return an empty project with the templates of ours."""
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "leaflets").mkdir()
    (root / "clinic.toml").write_text(CLINIC, "utf-8")
    return Project(root)


def texts(tag: str, text: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield so many source texts, each with its translation; every tenth is a heading.

    Each source text ends with a word that no other has, so that each is a message of its own.
    """
    source = text if tag == "en" else SENTENCES["en"] if re.search(r"\d", text) else "Do not stop."
    for number in range(count):
        word = "".join(string.ascii_lowercase[int(digit)] for digit in str(number))
        if number % 10:
            yield f"{source} [@smith2020] {word}.", f"{text} [@smith2020]"
        else:
            yield f"## {head(source)} {word}", head(text)


def head(text: str) -> str:
    """Return a few words of a text, or letters of a script without spaces."""
    found = re.search(r"\D{4,16}(?=\s)|[^\dA-Za-z\s]{4}", text)
    assert found
    return found[0]


def stand_ins(texts: Iterable[str], tag: str) -> dict[str, str]:
    """Return for each text of the page some words of the language, with the same placeholders."""
    placeholders = {text: re.findall(r"\{\w+\}", text) for text in texts}
    return {text: " ".join([head(SENTENCES[tag]), *found]) for text, found in placeholders.items()}


def write_leaflet(project: Project, language: Language, words: dict[str, str]) -> Job:
    """Write a leaflet of these texts and its translation; return the job of printing it."""
    path = project.leaflet("text")
    path.write_text(FRONT.format(id="T-1", title="Text") + "\n\n".join(words), "utf-8")
    if not language.is_source:
        messages = {text.removeprefix("## "): words[text] for text in words}
        others = [word.text for word in read_template_messages(project.templates)]
        others += ["Text", "What you can do."]
        fill_catalogs(project, language.folder, messages | stand_ins(others, language.tag))
    return plan_jobs(project, language, a4(project))[0]
