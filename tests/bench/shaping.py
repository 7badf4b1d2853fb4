"""What HarfBuzz alone needs to shape a letter of each script, without WeasyPrint or Pango."""

import statistics
import time
from collections.abc import Iterable

import uharfbuzz

from leafletpress.fonts import family_faces
from leafletpress.language import parse_language
from tests.bench.report import line
from tests.support.printing import CACHE
from tests.support.sentences import SENTENCES

ROUNDS = 9
TIMES = 200


def print_shaping(tags: Iterable[str]) -> None:
    """Tell how many times as long as a letter of the first language one of the others takes."""
    found = {tag: _font(tag) for tag in tags}
    runs = [{tag: shape(tag, font) for tag, font in found.items()} for _ in range(ROUNDS)]
    seconds = {tag: statistics.median(run[tag] for run in runs) for tag in found}
    first = next(iter(found))
    print("A letter shaped by HarfBuzz alone, times as long as a Latin one")
    for tag in found:
        line(parse_language(tag).english_name, f"{seconds[tag] / seconds[first]:.1f}")


def shape(tag: str, font: uharfbuzz.Font) -> float:
    """Return the seconds that a letter takes."""
    begin = time.process_time()
    for _ in range(TIMES):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(SENTENCES[tag])
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
    return (time.process_time() - begin) / TIMES / len(SENTENCES[tag])


def _font(tag: str) -> uharfbuzz.Font:
    regular, *_ = family_faces(parse_language(tag).families[0], CACHE)
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(regular.path.read_bytes())))
