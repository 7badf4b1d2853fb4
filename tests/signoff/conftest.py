"""Keys made by the real ssh-keygen, and a row to sign with them."""

import datetime
import subprocess
from pathlib import Path

import pytest

from leafletpress.signoff import Method, People, Person, PublicKey, Role, SignOff, sign_row

DAY = datetime.date(2026, 11, 25)

AYSE = Person("Ayşe Yılmaz", list(Role), "sworn translator", register="TR-12345")
ALI = Person("Ali Veli", list(Role), "nurse", email="ali.veli@example.org")
KIM = Person("Kim Lee", list(Role), "neurologist", register="KR 7")

DIGEST = "sha256:" + "ab" * 32


def make_key(folder: Path, name: str, kind: str = "ed25519", *options: str) -> Path:
    path = folder / name
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", str(path), *options]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return path


def public(path: Path) -> str:
    return Path(f"{path}.pub").read_text("utf-8").strip()


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of private keys, of each kind that needs no device."""
    folder = tmp_path_factory.mktemp("keys")
    kinds = {"ayse": "ed25519", "ali": "ed25519", "thief": "ed25519", "ec": "ecdsa", "rsa": "rsa"}
    return {name: make_key(folder, name, kind) for name, kind in kinds.items()}


@pytest.fixture(scope="session")
def people(keys: dict[str, Path]) -> People:
    """Ayşe and Ali have keys, and Kim has none."""
    rows = (PublicKey(AYSE.id, public(keys["ayse"])), PublicKey(ALI.id, public(keys["ali"])))
    return People(Path("people.toml"), (AYSE, ALI, KIM), rows)


def unsigned(person: Person = AYSE, role: Role = Role.CLINICIAN) -> SignOff:
    return SignOff(
        leaflet="rest",
        role=role,
        name=person.name,
        date=DAY,
        digest=DIGEST,
        method=Method.HUMAN,
        sentences="1a8ee2d6 06cae923",
        ticked="06cae923" if role is Role.REVISER else "",
        facts="77c1a2b3" if role is Role.CLINICIAN else "",
        structure="title= summary= h2=",
        person=person.id,
        version="1",
        updated=datetime.date(2026, 11, 20),
        review_by=datetime.date(2027, 11, 20),
        parts={"texts": "sha256:" + "cd" * 32, "facts": "sha256:" + "ef" * 32},
    )


@pytest.fixture(scope="session")
def row(keys: dict[str, Path], people: People) -> SignOff:
    """A sign-off of Ayşe's, with her signature."""
    return sign_row(unsigned(), "tr", AYSE, people, keys["ayse"])
