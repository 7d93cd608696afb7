"""One compiled recogniser for all tests: it holds no state between texts."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from intents.catalogue import Catalogue, load_catalogue
from intents.models import Context
from intents.recogniser import Recogniser


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return Recogniser.load()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def tuesday() -> datetime:
    """Tuesday, 24 November 2026, 09:00: the day on which the sentence files are read."""
    return datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="session")
def context(tuesday: datetime) -> Context:
    return Context(now=tuesday)
