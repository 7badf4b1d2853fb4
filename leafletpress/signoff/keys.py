"""Keys and signatures, made and checked by OpenSSH's ``ssh-keygen -Y``: nothing of our own.

The signature is the SSHSIG of OpenSSH's PROTOCOL.sshsig. A record holds its base64 without the
armour, so that no line end, byte order mark or editor can spoil it. Which keys a person had on a
day is decided by dates of the calendar before ssh-keygen is asked: it is told of no time.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from leafletpress.problems import Fault, FaultError

NAMESPACE = "leaflet-press-sign-off"
"""What our signatures are for. One made for Git, or for a file, is refused."""

TOOL = "ssh-keygen"

KINDS = {
    "ssh-ed25519": 51,
    "sk-ssh-ed25519@openssh.com": 0,
    "ecdsa-sha2-nistp256": 104,
    "ecdsa-sha2-nistp384": 136,
    "ecdsa-sha2-nistp521": 172,
    "sk-ecdsa-sha2-nistp256@openssh.com": 0,
    "ssh-rsa": 0,
}
"""The kinds of keys that may sign, and how many bytes one has; 0 where that differs."""

LEAST_RSA = 270
"""Bytes of an RSA key of 2048 bits; a shorter one is no longer safe."""

MAGIC = b"SSHSIG\x00\x00\x00\x01"
"""How a signature begins: its name, and version 1 of its form."""

ARMOUR = ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----")

PATIENCE = 60
"""Seconds that a check may take; it takes some thousandths of one."""


class KeyToolError(FaultError):
    """ssh-keygen is missing or too old, or did not sign."""


def key_fault(line: str) -> str:
    """Return what is wrong with a public key, one line as in a ``.pub`` file; empty if nothing."""
    kind, _, rest = line.partition(" ")
    if "PRIVATE" in line:
        return "this is a private key, which nobody else may see"
    if kind not in KINDS:
        return f'"{kind}" is no kind of key that may sign'
    try:
        blob = base64.b64decode(rest.partition(" ")[0], validate=True)
    except (binascii.Error, ValueError):
        return "the key is damaged"
    inner, _ = _take_string(blob)
    if inner != kind.encode() or (KINDS[kind] and len(blob) != KINDS[kind]):
        return "the key is damaged"
    if kind == "ssh-rsa" and len(blob) < LEAST_RSA:
        return "the RSA key has less than 2048 bits"
    return ""


def bare_key(line: str) -> str:
    """Return a public key without its comment: two lines with one key are one key."""
    return " ".join(line.split()[:2])


def fingerprint(line: str) -> str:
    """Return the fingerprint of a public key, as ssh-keygen shows it: ``SHA256:…``."""
    return _fingerprint(base64.b64decode(line.split()[1]))


def signing_fingerprint(signature: str) -> str:
    """Return the fingerprint of the key that a signature says to come from; it may lie."""
    blob = base64.b64decode(signature)
    return _fingerprint(_take_string(blob.removeprefix(MAGIC))[0])


def sign(text: bytes, key: str | Path) -> str:
    """Return the signature of a text.

    Args:
        key: the file of a private key, or of a public one whose private key is beside it or in the
            agent; or the line of a public key whose private key is in the agent.

    Raises:
        KeyToolError: ssh-keygen is missing, or did not sign.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(key) if isinstance(key, Path) else Path(folder, "key.pub")
        if not isinstance(key, Path):
            path.write_text(f"{bare_key(key)}\n", "ascii", newline="\n")
        done = _run(["-q", "-Y", "sign", "-f", str(path.absolute()), "-n", NAMESPACE], text)
    lines = done.stdout.decode("ascii", "replace").splitlines()
    if done.returncode or not lines:
        said = (done.stderr or b"").decode("utf-8", "replace").strip().splitlines()
        what = f"{TOOL} did not sign ({said[-1] if said else 'it says why above'})"
        mend = (
            "name the file of your key with --key, or add it to the agent with ssh-add; it asks "
            "for a passphrase only on a terminal"
        )
        raise KeyToolError(Fault("did-not-sign", what, mend))
    return "".join(lines[1:-1])


@lru_cache(maxsize=4096)
def is_signed(text: bytes, signature: str, person: str, keys: tuple[str, ...]) -> bool:
    """Tell whether a signature is that of this text, by one of the keys of a person.

    Raises:
        KeyToolError: ssh-keygen is missing or too old.
    """
    if not keys:
        return False
    body = [signature[start : start + 70] for start in range(0, len(signature), 70)]
    armoured = "\n".join([ARMOUR[0], *body, ARMOUR[1], ""])
    allowed = "".join(f'"{person}" namespaces="{NAMESPACE}" {bare_key(key)}\n' for key in keys)
    with tempfile.TemporaryDirectory() as folder:
        signers, signed = Path(folder, "allowed_signers"), Path(folder, "signature")
        signers.write_text(allowed, "utf-8", newline="\n")
        signed.write_text(armoured, "ascii", newline="\n")
        files = ["-f", str(signers), "-s", str(signed)]
        done = _run(["-Y", "verify", *files, "-I", person, "-n", NAMESPACE], text, quiet=True)
    return done.returncode == 0


def _run(
    arguments: Sequence[str], text: bytes, *, quiet: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen on a text. On a terminal it may ask for a touch of a hardware key."""
    tool = shutil.which(TOOL)
    if tool is None:
        mend = "install OpenSSH: apt has it as openssh-client, dnf as openssh-clients"
        what = f"{TOOL}, which makes and checks signatures, is missing"
        raise KeyToolError(Fault("no-ssh-keygen", what, mend))
    asks = not quiet and sys.stderr.isatty()
    try:
        done = subprocess.run(
            [tool, *arguments],
            input=text,
            stdout=subprocess.PIPE,
            stderr=None if asks else subprocess.PIPE,
            timeout=PATIENCE if quiet else None,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        what = f"{TOOL} cannot be run ({error})"
        raise KeyToolError(Fault("no-ssh-keygen", what, "install OpenSSH anew")) from error
    if b"usage: " in (done.stderr or b""):
        what = f"{TOOL} is too old to sign"
        raise KeyToolError(Fault("no-ssh-keygen", what, "install OpenSSH 8.1 or newer"))
    return done


def _take_string(data: bytes) -> tuple[bytes, bytes]:
    """Return the string that begins SSH's binary data, its length in front, and what follows."""
    length = int.from_bytes(data[:4], "big")
    return data[4 : 4 + length], data[4 + length :]


def _fingerprint(blob: bytes) -> str:
    digest = base64.b64encode(hashlib.sha256(blob).digest()).decode()
    return f"SHA256:{digest.rstrip('=')}"
