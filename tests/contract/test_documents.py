"""What the documents promise exists, and what exists is documented."""

import dataclasses
import re
from pathlib import Path

from bot.settings import Settings

ROOT = Path(__file__).parent.parent.parent


def test_every_setting_is_in_the_readme_and_in_the_example() -> None:
    names = {field.name.upper() for field in dataclasses.fields(Settings)}
    readme = (ROOT / "README.md").read_text()
    example = (ROOT / ".env.example").read_text()

    assert {name for name in names if name not in readme} == set()
    assert {name for name in names if name not in example} == set()


def test_links_between_documents_lead_somewhere() -> None:
    dead = [
        f"{page.name}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert dead == []


def test_folders_of_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text()

    missing = [name for name in re.findall(r"`([a-z]+/)`", text) if not (ROOT / name).is_dir()]

    assert missing == []
