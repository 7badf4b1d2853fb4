#!/usr/bin/env bash
# Since CLDR 48 the sign between groups of digits in Switzerland is the straight apostrophe:
# 1'234'567. In patterns for numbers the same sign is the quote, and Babel takes quotes out only
# after it has put the digits in. So it takes every pair of group signs for quotes and drops them:
#
#   12345       12'345      one sign stays
#   1234567     1234567     two are gone
#   1234567890  1234567'890 of three, the last stays: what is left is grouped wrongly
#
# Prices, percent and compact numbers are written by the same code: 1'234'567 francs lose theirs,
# too. Babel 2.18 was right, because CLDR 47 had the round apostrophe there. Whoever reads the number
# back meets a second trap: the old sign is no group sign any more, so parse_decimal refuses the
# "1’234" that Babel 2.18 wrote.
#
# Seen on 2026-12-01: Babel 2.18.0 and 2.19.0, Python 3.11. Exits 1 when that changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > swiss.py <<'PY'
from babel import __version__
from babel.numbers import (
    NumberFormatError,
    format_currency,
    format_decimal,
    format_percent,
    parse_decimal,
)

for tag in ("de_CH", "gsw", "it_CH", "fr_CH"):
    written = (format_decimal(n, locale=tag) for n in (12345, 1234567, 1234567890))
    print(__version__, tag, *(text.replace("\u202f", " ") for text in written))
print(__version__, format_currency(1234567, "CHF", locale="de_CH").replace("\xa0", " "))
print(__version__, format_percent(12345.67, locale="de_CH"))
try:
    print(__version__, "reads 1’234 as", parse_decimal("1’234", locale="de_CH"))
except NumberFormatError:
    print(__version__, "does not read 1’234")
PY

for version in 2.18.0 2.19.0; do
    python3 -m venv "env-$version"
    "env-$version/bin/pip" install --quiet --disable-pip-version-check "babel==$version"
    "env-$version/bin/python" swiss.py
done > seen
cat > expected <<'END'
2.18.0 de_CH 12’345 1’234’567 1’234’567’890
2.18.0 gsw 12’345 1’234’567 1’234’567’890
2.18.0 it_CH 12’345 1’234’567 1’234’567’890
2.18.0 fr_CH 12 345 1 234 567 1 234 567 890
2.18.0 CHF 1’234’567.00
2.18.0 1’234’567%
2.18.0 reads 1’234 as 1234
2.19.0 de_CH 12'345 1234567 1234567'890
2.19.0 gsw 12'345 1234567 1234567'890
2.19.0 it_CH 12'345 1234567 1234567'890
2.19.0 fr_CH 12'345 1234567 1234567'890
2.19.0 CHF 1234567.00
2.19.0 1234567%
2.19.0 does not read 1’234
END
cat seen
diff expected seen && echo "as stated"
