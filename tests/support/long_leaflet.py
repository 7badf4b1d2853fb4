"""A leaflet of so many parts that each kind of block comes to stand at the foot of some page."""

import random
from collections.abc import Iterator

from tests.support.small_project import FRONT

SECTIONS = 90

KINDS = [
    "",
    "/// key\n\n{text}\n///\n",
    "/// warning | Stop {name}\n\n{text}\n\n{text}\n///\n",
    "/// call | Call {name}\n\n{name}: {team_phone}\n\n- {text}\n- {text}\n///\n",
    "/// steps | Steps {name}\n    duration: About 3 weeks {name}\n\n1. {text}\n2. {text}\n///\n",
    "/// checklist | Check {name}\n\n- {text}\n- {text}\n///\n",
    "- {text}\n- {text}\n",
    "1. {text}\n2. {text}\n",
    "| What {name} | Why {name} |\n|---|---|\n| {text} | {text} |\n| {text} | {text} |\n",
]
"""Each is given other words wherever it stands, so that it can be found on paper."""


def long_leaflet() -> str:
    names = (f"{first}{second}{third}" for first in "BDFGKLMNPRSTVZ" for second in "aeiou"
             for third in ("bba", "ddo", "kke", "lli", "mmu", "nna", "rro"))  # fmt: skip
    chance = random.Random(7)
    body = []
    for index in range(SECTIONS):
        level = "##" if index % 3 else "###"
        level = "##" if index == 0 else level
        filler = " ".join(_sentences(next(names), chance.randint(1, 4)))
        block = chance.choice(KINDS)
        while "{text}" in block:
            name = next(names)
            text = " ".join(_sentences(name, chance.randint(1, 2)))
            block = block.replace("{text}", text, 1).replace("{name}", name)
        body.append(f"{level} Heading {next(names)} {{: #part-{index} }}\n\n{filler}\n\n{block}")
    return FRONT.format(id="T-3", title="A long leaflet") + "\n".join(body)


def _sentences(name: str, count: int) -> Iterator[str]:
    for number in range(count):
        yield f"{name} takes **15** days, or **{number + 2} weeks** in all. [@smith2020]"
