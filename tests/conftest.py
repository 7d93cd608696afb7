"""Fixtures that every kind of test may use."""

from pathlib import Path

import pytest

ARTEFACTS = Path(__file__).parent.parent / "test-artefacts"


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """Folder for screenshots and other things that a person may want to look at."""
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS
