"""The stories run against `smartbot demo` as a person starts it: a process of its own."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driver import Demo, start_demo, wait_until_ready


@pytest.fixture(scope="module")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folder of the module's demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(demo_data: Path) -> Iterator[Demo]:
    """A demo in which a simulated minute passes in six seconds."""
    log = demo_data / "demo.log"
    process, url = start_demo(demo_data / "data", speed=10, log=log)
    try:
        demo = wait_until_ready(process, url, log)
        yield demo
        demo.http.close()
    finally:
        process.terminate()
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
