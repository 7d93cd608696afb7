"""The stories run against `smartbot demo` as a person starts it: a process of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driver import Demo, running_demo


@pytest.fixture(scope="module")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folder of the module's demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(demo_data: Path) -> Iterator[Demo]:
    """A demo in which a simulated minute passes in six seconds."""
    with running_demo(demo_data) as demo:
        yield demo
