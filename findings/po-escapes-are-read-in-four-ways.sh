#!/usr/bin/env bash
# A catalog may write a character by its number: the manual of GNU gettext takes the escapes of C in
# a msgstr, and msgfmt compiles "\065 mg" to "5 mg". The tools that translators use read the same
# valid line in three further ways, and none of them warns:
#
#   pofile 1.1.4           5 mg      as msgfmt does
#   polib 1.2.0            \065 mg   the backslash and the digits stay as they are
#   Babel 2.18.0           \065 mg   the same
#   translate-toolkit      065 mg    the backslash goes, the digits stay: another number
#     3.20.4 (Weblate), gettext-parser 10.0.0 (i18next-conv and many web builds)
#
# So "\065 mg" is 5 mg in the compiled program, 065 mg on the translator's screen, and a text with a
# backslash for whoever checks it by polib. \a is lost in the same way: it becomes a letter a. And
# translate-toolkit and gettext-parser read \v as a letter v, where polib reads a vertical tab.
#
# Seen on 2026-11-30 with Python 3.11 and Node.js 20. Exits 1 when one of them reads otherwise.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
    polib==1.2.0 babel==2.18.0 translate-toolkit==3.20.4
npm install --silent --no-audit --no-fund --prefix . gettext-parser@10.0.0 pofile@1.1.4

cat > dose.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "dose"
msgstr "\065 mg|\x35 mg|\101|\a|\v"
PO

cat > read.py <<'PY'
import polib
from babel.messages.pofile import read_po
from translate.storage.pypo import pofile

with open("dose.po", "rb") as file:
    babel = read_po(file)["dose"].string
with open("dose.po", "rb") as file:
    toolkit = str(pofile(file).units[1].target)
for name, text in (("polib", polib.pofile("dose.po")[0].msgstr), ("Babel", babel),
                   ("translate-toolkit", toolkit)):
    print(name, ascii(text).replace("\\\\", "\\"))
PY

cat > read.mjs <<'JS'
import fs from "fs";
import PO from "pofile";
import { po } from "gettext-parser";

const show = (text) => JSON.stringify(text).replace(/^"|"$/g, "'").replaceAll("\\\\", "\\");
const parsed = po.parse(fs.readFileSync("dose.po"));
console.log("gettext-parser", show(parsed.translations[""].dose.msgstr[0]));
console.log("pofile", show(PO.parse(fs.readFileSync("dose.po", "utf8")).items[0].msgstr[0]));
JS

{ env/bin/python read.py; node read.mjs; } > seen
cat > expected <<'END'
polib '\065 mg|\x35 mg|\101|\a|\x0b'
Babel '\065 mg|\x35 mg|\101|\a|\v'
translate-toolkit '065 mg|x35 mg|101|a|v'
gettext-parser '065 mg|x35 mg|101|a|v'
pofile '5 mg|5 mg|A|\u0007|\u000b'
END
cat seen
diff expected seen && echo "as stated"
