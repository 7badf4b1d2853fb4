#!/usr/bin/env bash
# The numeric dates of CLDR for Arabic hold a RIGHT-TO-LEFT MARK behind the day and behind the month:
# Babel writes 1 March 2026 as "1<RLM>/3<RLM>/2026", and so do other programs that take CLDR's
# pattern as it is. In a paragraph from right to left that stands as it should, 2026/3/1.
#
# The usual care for numbers in Arabic text is an element with dir="ltr", so that they keep their own
# order; a spreadsheet's cell or a form field from left to right does the same. There the marks do the
# contrary: the year is joined to the day, and "12026/3/" stands on paper (the Unicode bidirectional
# algorithm, UAX 9; here python-bidi's). Whoever checks the text with the marks taken out reads a
# right date. Hebrew, Persian, Urdu, Pashto and Sorani have no mark in theirs, and Arabic's own long
# dates have none either, so that a page may be right with one style and wrong with the other.
#
# Seen on 2026-11-30: Babel 2.18.0, python-bidi 0.6.6, Python 3.11. Exits 1 when that changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check babel==2.18.0 python-bidi==0.6.6

cat > dates.py <<'PY'
import datetime

from babel.dates import format_date
from bidi import get_display

DAY = datetime.date(2026, 3, 1)
MARK = "\u200f"
for tag in ("ar", "ar_EG", "ar_SA", "he", "fa", "ur", "ps", "ckb"):
    text = format_date(DAY, "short", locale=tag)
    shown = (get_display(text, base_dir=base).replace(MARK, "") for base in "RL")
    print(tag, text.replace(MARK, "<RLM>"), *shown)
print("ar long", format_date(DAY, "long", locale="ar").count(MARK))
PY

env/bin/python dates.py > seen
cat > expected <<'END'
ar 1<RLM>/3<RLM>/2026 2026/3/1 12026/3/
ar_EG 1<RLM>/3<RLM>/2026 2026/3/1 12026/3/
ar_SA 1<RLM>/3<RLM>/2026 2026/3/1 12026/3/
he 1.3.2026 1.3.2026 1.3.2026
fa 2026/3/1 2026/3/1 2026/3/1
ur 1/3/26 1/3/26 1/3/26
ps 2026/3/1 2026/3/1 2026/3/1
ckb 2026-03-01 2026-03-01 2026-03-01
ar long 0
END
echo "language, text, as shown from right to left, as shown from left to right:"
cat seen
diff expected seen && echo "as stated"
