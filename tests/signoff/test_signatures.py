"""Signatures by a key: a thousand forged or moved ones are refused, and good ones hold."""

import base64
import datetime
import os
import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from leafletpress.problems import LeafletError
from leafletpress.signoff import People, Person, PublicKey, Role, SignOff, read_record, sign_row
from leafletpress.signoff.append import add
from leafletpress.signoff.keys import (
    MAGIC,
    NAMESPACE,
    KeyToolError,
    fingerprint,
    is_signed,
    key_fault,
    sign,
    signing_fingerprint,
)
from leafletpress.signoff.statement import statement
from leafletpress.signoff.vouching import signed_text, vouched
from tests.signoff.conftest import ALI, AYSE, DAY, make_key, public, unsigned


def holds(row: SignOff, language: str, person: Person, keys: tuple[str, ...]) -> bool:
    signature = "".join(row.signature.split())
    return is_signed(signed_text(row, language), signature, person.id, keys)


FORGED = 1000

Forge = Callable[[random.Random, SignOff], tuple[SignOff, str, str]]
"""Makes a forged row, its language, and who is said to have signed."""


def replace(row: SignOff, **fields: Any) -> SignOff:
    return msgspec.structs.replace(row, **fields)


def other_bytes(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    """Change one character of any text field."""
    fields = ("leaflet", "name", "digest", "sentences", "facts", "structure", "version")
    field = chance.choice(fields)
    value = getattr(row, field)
    place = chance.randrange(len(value))
    sign_there = chance.choice([c for c in "abcdef0123456789xyZ" if c != value[place]])
    return replace(row, **{field: value[:place] + sign_there + value[place + 1 :]}), "tr", "ayse"


def other_signature(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    """Change one byte of the signature."""
    blob = bytearray(base64.b64decode("".join(row.signature.split())))
    blob[chance.randrange(len(blob))] ^= 1 << chance.randrange(8)
    return replace(row, signature=base64.b64encode(blob).decode()), "tr", "ayse"


def cut_signature(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    words = "".join(row.signature.split())
    return replace(row, signature=words[: chance.randrange(0, len(words) - 4, 4)]), "tr", "ayse"


def moved_leaflet(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    return replace(row, leaflet=f"leaflet-{chance.randrange(999)}"), "tr", "ayse"


def moved_language(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    return row, chance.choice(["ar", "de", "en", "fa", "ku", "tr-TR", "TR", "t", ""]), "ayse"


def moved_role(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    return replace(row, role=chance.choice([Role.TRANSLATOR, Role.REVISER])), "tr", "ayse"


def moved_person(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    person = chance.choice([ALI.id, "TR-1234", "tr-12345", ""])
    return replace(row, person=person), "tr", chance.choice(["ayse", "ali"])


def moved_day(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    field = chance.choice(["date", "updated", "review_by"])
    days = chance.choice([-1, 1]) * chance.randrange(1, 999)
    value = getattr(row, field) + datetime.timedelta(days=days)
    return replace(row, **{field: value}), "tr", "ayse"


def moved_version(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    return replace(row, version=f"1.{chance.randrange(999)}"), "tr", "ayse"


def moved_part(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    digest = f"sha256:{chance.randbytes(32).hex()}"
    return replace(row, parts={**row.parts, "facts": digest}), "tr", "ayse"


def other_key(chance: random.Random, row: SignOff) -> tuple[SignOff, str, str]:
    """Say that somebody else's key is Ayşe's."""
    return replace(row, version=row.version), "tr", chance.choice(["ali", "thief"])


KINDS: tuple[Forge, ...] = (
    other_bytes, other_signature, cut_signature, moved_leaflet, moved_language, moved_role,
    moved_person, moved_day, moved_version, moved_part, other_key,
)  # fmt: skip


@pytest.mark.slow
def test_a_thousand_forged_or_moved_signatures_are_refused(
    keys: dict[str, Path], row: SignOff
) -> None:
    chance = random.Random(9)
    lines = {name: public(path) for name, path in keys.items()}
    tried: Counter[str] = Counter()
    for number in range(FORGED):
        forge = KINDS[number % len(KINDS)]
        forged, language, signer = forge(chance, row)
        assert not holds(forged, language, AYSE, (lines[signer],)), (forge.__name__, forged)
        tried[forge.__name__] += 1
    assert tried.total() == FORGED
    assert min(tried.values()) > 80
    assert holds(row, "tr", AYSE, (lines["ayse"],))


def test_a_signature_of_another_key_for_the_same_text_is_refused(
    keys: dict[str, Path], row: SignOff
) -> None:
    ours, text = public(keys["ayse"]), signed_text(row, "tr")
    for name in ("thief", "ali", "ec", "rsa"):
        assert not is_signed(text, sign(text, keys[name]), AYSE.id, (ours,))


@pytest.mark.parametrize("namespace", ["git", "file", "leaflet", f"{NAMESPACE}2", "*"])
def test_a_signature_for_something_else_is_refused(
    keys: dict[str, Path], row: SignOff, namespace: str
) -> None:
    text = signed_text(row, "tr")
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(keys["ayse"]), "-n", namespace]
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    signature = "".join(done.stdout.decode().split("\n")[1:-2])
    assert base64.b64decode(signature).startswith(MAGIC)
    assert not is_signed(text, signature, AYSE.id, (public(keys["ayse"]),))


@pytest.mark.parametrize("name", ["ayse", "ec", "rsa"])
def test_good_signatures_of_every_kind_hold(keys: dict[str, Path], name: str) -> None:
    line = public(keys[name])
    assert key_fault(line) == ""
    for person in (AYSE, ALI):
        people = People(Path("people.toml"), (AYSE, ALI), (PublicKey(person.id, line),))
        for role in Role:
            signed = sign_row(unsigned(person, role), "tr", person, people, keys[name])
            assert holds(signed, "tr", person, (line,))
            assert signing_fingerprint("".join(signed.signature.split())) == fingerprint(line)


def test_the_fingerprint_is_that_which_ssh_keygen_shows(keys: dict[str, Path]) -> None:
    for path in keys.values():
        command = ["ssh-keygen", "-l", "-f", f"{path}.pub"]
        shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        assert fingerprint(public(path)) == shown.split()[1]


def test_another_persons_key_signs_nothing(keys: dict[str, Path], people: People) -> None:
    with pytest.raises(LeafletError, match="is not that of Ayşe Yılmaz: sign with the key"):
        sign_row(unsigned(), "tr", AYSE, people, keys["ali"])
    nobody = People(Path("people.toml"), (AYSE,))
    with pytest.raises(LeafletError, match="has no key of Ayşe Yılmaz"):
        sign_row(unsigned(), "tr", AYSE, nobody, keys["ayse"])


def test_what_is_no_key_does_not_sign(tmp_path: Path, people: People) -> None:
    path = tmp_path / "note.txt"
    path.write_text("hello", "utf-8")
    with pytest.raises(LeafletError, match=r"note\.txt: \[did-not-sign\] ssh-keygen did not sign"):
        sign_row(unsigned(), "tr", AYSE, people, path)


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An agent of OpenSSH's, which holds no key yet."""
    socket = tmp_path / "agent"
    done = subprocess.run(
        ["ssh-agent", "-a", str(socket), "-s"], capture_output=True, encoding="utf-8", check=True
    )
    monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
    yield
    os.kill(int(done.stdout.partition("SSH_AGENT_PID=")[2].partition(";")[0]), signal.SIGTERM)


@pytest.mark.usefixtures("agent")
def test_a_key_that_the_agent_holds_signs(tmp_path: Path) -> None:
    path = make_key(tmp_path, "kept")
    people = People(tmp_path / "people.toml", (AYSE,), (PublicKey(AYSE.id, public(path)),))
    subprocess.run(["ssh-add", "-q", str(path)], check=True, capture_output=True)
    path.unlink()
    signed = sign_row(unsigned(), "tr", AYSE, people, None)
    assert holds(signed, "tr", AYSE, (public(path),))
    subprocess.run(["ssh-add", "-q", "-D"], check=True, capture_output=True)
    with pytest.raises(LeafletError, match="add it to the agent with ssh-add"):
        sign_row(unsigned(), "tr", AYSE, people, None)


@pytest.mark.parametrize(
    "kept",
    [
        lambda data: data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b'signature = """\n', b'signature = """\n\n   '),
        lambda data: data.rstrip(b"\n"),
        lambda data: data.decode().replace("ş", "s\u0327").encode(),
    ],
    ids=["as it is", "CRLF", "BOM", "spaces", "no last line end", "NFD"],
)
def test_what_git_mail_and_editors_do_to_the_record_spoils_no_signature(
    kept: Callable[[bytes], bytes], row: SignOff, people: People, tmp_path: Path
) -> None:
    path = tmp_path / "signoff.toml"
    add(path, [row])
    path.write_bytes(kept(path.read_bytes()))
    [again] = read_record(path).signoffs
    assert holds(again, "tr", AYSE, people.keys_of(AYSE))


def test_signing_again_leaves_no_old_signature_in_place(
    keys: dict[str, Path], people: People, row: SignOff
) -> None:
    later = sign_row(replace(row, version="2"), "tr", AYSE, people, keys["ayse"])
    assert later.signature != row.signature
    assert holds(later, "tr", AYSE, people.keys_of(AYSE))


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "Pacific/Pago_Pago"])
def test_the_time_zone_of_whoever_checks_does_not_matter(
    zone: str, keys: dict[str, Path], row: SignOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    is_signed.cache_clear()
    dated = PublicKey(AYSE.id, public(keys["ayse"]), since=DAY, until=DAY)
    people = People(Path("people.toml"), (AYSE,), (dated,))
    assert holds(row, "tr", AYSE, people.keys_of(AYSE, row.date))
    for days in (-1, 1):
        assert people.keys_of(AYSE, DAY + datetime.timedelta(days=days)) == ()


def test_without_ssh_keygen_it_is_said_what_to_install(
    row: SignOff, people: People, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    is_signed.cache_clear()
    with pytest.raises(KeyToolError, match="is missing: install OpenSSH: apt has it as openssh-cl"):
        holds(row, "tr", AYSE, people.keys_of(AYSE))
    path = tmp_path / "signoff.toml"
    add(path, [row, unsigned(Person("Kim Lee", list(Role), "x", register="KR 7"))])
    record = vouched(read_record(path), path, people, "tr", DAY)
    keyed, keyless = record.signoffs
    problem = record.vouch(keyed, None)
    assert problem
    assert problem.location.path == people.path
    assert record.vouch(keyless, None) is None


def test_a_tool_that_is_too_old_is_told(
    row: SignOff, people: People, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "ssh-keygen"
    old.write_text("#!/bin/sh\necho 'usage: ssh-keygen [-q]' >&2\nexit 1\n", "utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    is_signed.cache_clear()
    with pytest.raises(KeyToolError, match=r"too old to sign: install OpenSSH 8\.1 or newer"):
        holds(row, "tr", AYSE, people.keys_of(AYSE))


def test_a_short_rsa_key_may_not_sign(tmp_path: Path) -> None:
    short = make_key(tmp_path, "short", "rsa", "-b", "1024")
    assert key_fault(public(short)) == "the RSA key has less than 2048 bits"


def test_the_statement_is_what_the_tool_itself_finds_good(
    row: SignOff, people: People, tmp_path: Path
) -> None:
    """Anybody can check a signature by hand, with OpenSSH alone: docs/decisions/0020."""
    signers, signature = tmp_path / "signers", tmp_path / "signature"
    [key] = people.keys_of(AYSE)
    signers.write_text(f'"{AYSE.id}" {key}\n', "utf-8")
    body = "\n".join(row.signature.split())
    signature.write_text(
        f"-----BEGIN SSH SIGNATURE-----\n{body}\n-----END SSH SIGNATURE-----\n", "utf-8"
    )
    command = [
        shutil.which("ssh-keygen") or "", "-Y", "verify", "-f", str(signers), "-I", AYSE.id,
        "-n", NAMESPACE, "-s", str(signature),
    ]  # fmt: skip
    done = subprocess.run(command, input=statement("signoff", row, "tr"), capture_output=True)
    assert done.returncode == 0
    assert b"Good" in done.stdout
