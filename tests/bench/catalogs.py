"""How long ``update`` takes on a leaflet as long as a book, a tenth of it changed."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Collection

import polib

from leafletpress.catalog import read_catalog
from leafletpress.project import Project
from tests.bench.report import line
from tests.support.small_project import ROOT
from tests.support.tiny_leaflet import CITED, FRONT

MESSAGES = 1500
CHANGED = 150
WORDS = ("before", "not", "when", "your", "team", "says", "that", "it", "is", "safe", "blood")


def print_update(project: Project) -> None:
    """Tell what it costs to bring one long catalog in line, and to find that it is in line."""
    chance = random.Random(1)
    sentences = [f"Take {n} mg {' '.join(chance.choices(WORDS, k=15))}." for n in range(MESSAGES)]
    path = project.catalog("tr", "long")
    _write(project, sentences)
    _time_update(project)
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = entry.msgid
    catalog.save()
    _write(project, sentences, set(chance.sample(range(MESSAGES), CHANGED)))
    wall, processor = _time_update(project)
    fuzzy = sum(message.is_fuzzy for message in read_catalog(path).messages)
    print(f"An update, {MESSAGES} messages in one leaflet, {CHANGED} of them changed")
    line("wall", f"{wall:.2f} s, {processor:.2f} s of a processor")
    line("kept as fuzzy", f"{fuzzy} of {CHANGED}")
    wall, processor = _time_update(project)
    line("once more, with nothing to do", f"{wall:.2f} s, {processor:.2f} s of a processor")


def _write(project: Project, sentences: list[str], changed: Collection[int] = ()) -> None:
    texts = (s.replace(" mg ", " mcg ") if n in changed else s for n, s in enumerate(sentences))
    body = "\n\n".join(texts)
    project.leaflet("long").write_text(f"{FRONT}\n{body}{CITED}", "utf-8")


def _time_update(project: Project) -> tuple[float, float]:
    """Return the seconds that went by, and those that the command worked."""
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project.root), "update"]
    before, begin = os.times(), time.perf_counter()
    subprocess.run([*command, "--lang", "tr"], check=True, capture_output=True)
    wall, after = time.perf_counter() - begin, os.times()
    worked = after.children_user + after.children_system
    return wall, worked - before.children_user - before.children_system
