"""The description of the rooms says what is there."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_every_file_that_it_names_is_there() -> None:
    names = set(re.findall(r"`((?:\w+/)*\w+\.py|\w+/\w+/)`", TEXT))
    assert len(names) > 40
    assert [name for name in sorted(names) if not there(name)] == []


def there(name: str) -> bool:
    return any((folder / name).exists() for folder in (ROOT / "leafletpress", ROOT))


def test_every_function_of_the_walk_is_in_the_file_beside_it() -> None:
    walk = TEXT.partition("## From a")[2].partition("\n## ")[0]
    found = re.findall(r"`(\w+/\w+\.py)`\s+`(?:\w+\.)?(\w+)`", walk)
    assert len(found) >= 12
    for path, name in found:
        code = (ROOT / "leafletpress" / path).read_text("utf-8")
        assert re.search(rf"^ *def {name}\b", code, re.M), (path, name)


def test_the_picture_shows_the_rooms_in_their_order() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (one["layers"] for one in tool["contracts"] if one["type"] == "layers")
    picture = TEXT.partition("```\n")[2].partition("```")[0]
    drawn = [re.split(r"\s{2,}", line.strip())[0] for line in picture.splitlines()]
    assert drawn == layers
