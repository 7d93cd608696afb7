"""Deliveries that break a promise on purpose: a rig that does not notice would prove nothing."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.rig.broken import Breakage

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent


async def live(breakage: Breakage, milestone: str) -> dict[str, Any]:
    """Run a lane in which every process dies at the milestone."""
    command = [sys.executable, "-m", "tests.rig.lane", "--kills", "2", "--seed", "3"]
    command += ["--broken", breakage.value, "--at", milestone]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    report: dict[str, Any] = json.loads(out.decode().splitlines()[-1])
    return report


async def test_alerts_that_are_noted_before_they_are_sent_are_found_lost() -> None:
    report = await live(Breakage.NOTED_BEFORE_SENT, "delivery.claimed")

    assert (report["unsettled"], bool(report["lost"])) == (0, True)


async def test_repeats_without_their_mark_are_found() -> None:
    report = await live(Breakage.MARK_FORGOTTEN, "delivery.noting")

    assert (report["unsettled"], bool(report["silent_repeats"]), report["lost"]) == (0, True, [])
