"""Master keys and sealed values."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exceptions import DecryptionError, KeyringError
from storage.keys import (
    Keyring,
    MasterKey,
    WrappedKey,
    load_or_create_key_file,
    new_data_key,
    open_sealed,
    seal,
)

GOOD = "new:" + "A" * 43
OLD = "old:" + "B" * 43 + "="


@pytest.mark.parametrize("text", [f"{GOOD},{OLD}", f"{GOOD}\n{OLD}\n", f" {GOOD} , {OLD} "])
def test_parse_accepts_commas_and_lines(text: str) -> None:
    keyring = Keyring.parse(text)

    assert keyring.newest_id == "new"
    assert keyring.key_ids == ("new", "old")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no key"),
        ("\n ,", "no key"),
        ("SECRETWITHOUTCOLON", "form id:secret"),
        ("id with space:SECRET", "form id:secret"),
        (f"{GOOD},x:S*CRET!!", "number 2 is not base64url"),
        ("x:U0VDUkVU", "32 bytes"),
        (f"{GOOD},{GOOD}", "same id"),
    ],
)
def test_parse_refuses_with_a_sentence_and_no_key(text: str, says: str) -> None:
    with pytest.raises(KeyringError) as caught:
        Keyring.parse(text)

    assert says in str(caught.value)
    assert not {"SECRET", "U0VDUkVU", "S*CRET", "A" * 43} & set(str(caught.value).split())
    assert "SECRET" not in str(caught.value)


def test_generated_keys_differ_and_parse() -> None:
    first, second = Keyring.generate_key(), Keyring.generate_key()

    assert first != second
    assert len(Keyring.parse(f"{first}\n{second}").key_ids) == 2


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(MasterKey("k", b"secret" * 6)).lower().replace("masterkey", "")
    assert "sealed" not in repr(WrappedKey("k", b"sealed"))


def test_every_ring_that_has_the_key_unwraps() -> None:
    data_key = new_data_key()
    wrapped = Keyring.parse(OLD).wrap(data_key, "data_keys|7")

    assert Keyring.parse(f"{GOOD},{OLD}").unwrap(wrapped, "data_keys|7") == data_key
    with pytest.raises(DecryptionError, match="'old' is missing"):
        Keyring.parse(GOOD).unwrap(wrapped, "data_keys|7")
    with pytest.raises(DecryptionError):
        Keyring.parse(OLD).unwrap(wrapped, "data_keys|8")
    with pytest.raises(DecryptionError):
        Keyring([MasterKey("old", b"C" * 32)]).unwrap(wrapped, "data_keys|7")


@given(plaintext=st.binary(max_size=300), context=st.text(max_size=40))
def test_what_is_sealed_opens_with_its_context_only(plaintext: bytes, context: str) -> None:
    key = new_data_key()
    sealed = seal(key, context, plaintext)

    assert open_sealed(key, context, sealed) == plaintext
    assert seal(key, context, plaintext) != sealed
    with pytest.raises(DecryptionError):
        open_sealed(key, context + "x", sealed)
    with pytest.raises(DecryptionError):
        open_sealed(new_data_key(), context, sealed)


def test_every_flipped_bit_and_every_cut_is_noticed() -> None:
    key = new_data_key()
    sealed = seal(key, "accounts.tokens|EU", b"token")

    for place in range(len(sealed) * 8):
        flipped = bytearray(sealed)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(DecryptionError):
            open_sealed(key, "accounts.tokens|EU", bytes(flipped))
    for length in range(len(sealed)):
        with pytest.raises(DecryptionError):
            open_sealed(key, "accounts.tokens|EU", sealed[:length])


def test_digest_is_stable_keyed_and_by_purpose() -> None:
    ring = Keyring.parse(GOOD)

    assert ring.digest("vin", "X") == Keyring.parse(f"{GOOD},{OLD}").digest("vin", "X")
    assert ring.digest("vin", "X") != ring.digest("email", "X")
    assert ring.digest("vin", "X") != ring.digest("vin", "Y")
    assert ring.digest("vin", "X") != Keyring.parse(OLD).digest("vin", "X")


def test_key_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys"

    first = load_or_create_key_file(path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert load_or_create_key_file(path).key_ids == first.key_ids


def test_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    load_or_create_key_file(path)
    path.chmod(0o644)

    with pytest.raises(KeyringError, match="chmod 600"):
        load_or_create_key_file(path)


def test_key_file_that_cannot_be_made_or_read_is_explained(tmp_path: Path) -> None:
    with pytest.raises(KeyringError, match="cannot be made"):
        load_or_create_key_file(tmp_path / "missing" / "keys")

    binary = tmp_path / "binary"
    binary.write_bytes(os.urandom(8) + b"\xff")
    binary.chmod(0o600)
    with pytest.raises(KeyringError, match="not a text file"):
        load_or_create_key_file(binary)
