"""Looks for files that a reader does not bear: ``make fuzz minutes=10 reader=catalog``.

Half of the time hypothesis draws files that look right at first sight; the other half atheris,
where it can be had, makes files, guided by the code that each of them reaches. What is found is
kept among the tests, in the corpus, and told on one line: what happened, where, and how to have it
read again.
"""

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz import drawn
from tests.fuzz.finds import Finds
from tests.fuzz.readers import READERS, set_up

ROOT = Path(__file__).parents[2]

KEPT = ROOT / ".fuzz"
"""What atheris has made so far, and what libFuzzer says of it."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=2, help="how long, in all (2)")
    parser.add_argument("--reader", action="append", choices=READERS, help="which; else all")
    chosen = parser.parse_args()
    names = chosen.reader or list(READERS)
    guided = importlib.util.find_spec("atheris") is not None
    if not guided:
        print("atheris is not to be had for this system and Python: hypothesis alone draws files")
    seconds = chosen.minutes * 60 / len(names) / (2 if guided else 1)
    found = 0
    for name in names:
        found += look_with_hypothesis(name, seconds)
        found += look_with_atheris(name, seconds) if guided else 0
    return 1 if found else 0


def look_with_hypothesis(name: str, seconds: float) -> int:
    """Have a reader read files that hypothesis draws; return how many faults were found."""
    with tempfile.TemporaryDirectory() as folder:
        finds = Finds(name, set_up(Path(folder)))
        count = drawn.fuzz(finds, seconds, lambda found: print(found, flush=True))
    print(f"{name}: {count} files drawn: {len(finds.kinds) or 'nothing'} found", flush=True)
    return len(finds.kinds)


def look_with_atheris(name: str, seconds: float) -> int:
    """Have a reader read files that atheris makes; return how many faults were found."""
    KEPT.mkdir(exist_ok=True)
    log = KEPT / f"{name}.log"
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(round(seconds) or 1), str(KEPT)]
    with log.open("wb") as file:
        run = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=file, encoding="utf-8"
        )
        assert run.stdout
        found = 0
        for line in run.stdout:
            print(line, end="", flush=True)
            found += 1
    said = re.search(r"Done (\d+) runs", log.read_text("utf-8", "replace"))
    if run.wait() or not said:  # it is not kept among the tests: it may bring down other software
        print(f"{name}: the process of atheris ended: see .fuzz/{log.name}, and .fuzz/{name}-…")
        return found + 1
    print(f"{name}: {said[1]} files made by atheris: {found or 'nothing'} found", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
