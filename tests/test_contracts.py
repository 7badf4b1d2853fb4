"""Work flows one way through the rooms."""

import subprocess
import sys
from pathlib import Path


def test_the_rooms_keep_their_order() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    command = [sys.executable, lint, "--no-cache", "--no-logo"]
    root = Path(__file__).parent.parent
    ran = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 0, ran.stdout
