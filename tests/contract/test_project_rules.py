"""The project's own rules about its files: locks, size, and what never stands in them."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = (
    "smartcloud",
    "intents",
    "family",
    "alerts",
    "storage",
    "bot",
    "migrations",
    "simulator",
)


def tracked() -> list[Path]:
    """Return the files that belong to the project."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def sources() -> list[Path]:
    """Return the Python files of the packages."""
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize("name", ["run", "test"])
def test_lock_pins_every_package_with_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.lock").read_text()

    entries = re.split(r"\n(?=\S)", text.strip())

    assert len(entries) > 30
    assert [e.split()[0] for e in entries if "==" not in e or "--hash=sha256:" not in e] == []
    assert "://" not in text


def test_no_file_names_a_machine_or_a_registry() -> None:
    words = [r"/work/", r"/root/", r"/farm/", r"pythonhosted", r"pypi\.org/simple", r"npmjs\.org"]
    pattern = re.compile("|".join(words))

    found = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path != Path(__file__) and pattern.search(path.read_bytes().decode(errors="ignore"))
    ]

    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    bare = [
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert bare == []


def test_no_file_grows_beyond_what_one_reader_holds() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources()
        if (lines := len(path.read_text().splitlines())) > 450
    }

    assert long == {}


def test_the_clock_is_read_in_few_places() -> None:
    allowed = {"bot/app.py", "bot/cli.py", "bot/demo.py", "bot/doctor.py"}
    pattern = re.compile(r"datetime\.now\(|\.utcnow\(|time\.time\(")

    found = {
        name
        for path in sources()
        if not (name := path.relative_to(ROOT).as_posix()).startswith("simulator/")
        and pattern.search(path.read_text())
    }

    assert found <= allowed
