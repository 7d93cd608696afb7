"""CPU of reading one complete status, against json.loads of the same bytes.

Three figures, each a ratio to the floor of the same run: ``decode`` is bytes to typed structs (the
frame included), ``parked`` is bytes to ``VehicleStatus`` while the car repeats itself, ``moving``
the same with every block worded anew. The goal is for ``decode``; prints JSON.
"""

import gc
import json
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from smartcloud import Model, Region, Vehicle
from smartcloud.envelope import open_envelope
from smartcloud.parsing import parse_status
from smartcloud.parsing.wire import CLIMATE, MAINTENANCE, SAFETY, STATUS, Additional, Snapshot
from smartcloud.transport import Response

BODY = (Path(__file__).parent / "full_status.json").read_bytes()
ROUNDS, READS = 25, 400
GOAL = 0.6
CAR = Vehicle(vin="HESXR1C40PS000001", region=Region.EU, model=Model.ONE, series_code="HX11")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def decode(body: bytes) -> None:
    """Read the frame and all blocks into structs."""
    snapshot = STATUS.decode(open_envelope(Response(status=200, headers={}, body=body)).payload)
    assert isinstance(snapshot.vehicle_status, Snapshot)
    blocks = snapshot.vehicle_status.additional_vehicle_status
    assert isinstance(blocks, Additional)
    MAINTENANCE.decode(blocks.maintenance_status)
    CLIMATE.decode(blocks.climate_status)
    SAFETY.decode(blocks.driving_safety_status)


def parse(body: bytes) -> None:
    """Read everything into the model."""
    parse_status(open_envelope(Response(status=200, headers={}, body=body)).payload, CAR, NOW)


def reworded(number: int) -> bytes:
    """Return the body with another spelling of every block that is remembered."""
    text = BODY
    for key in (b'"odometer"', b'"interiorTemp"', b'"centralLockingStatus"'):
        text = text.replace(key, b'"x": %d, %s' % (number, key))
    return text


def cost(read: Callable[[bytes], object], bodies: Sequence[bytes]) -> float:
    """Return microseconds of CPU per body."""
    started = time.process_time()
    for body in bodies:
        read(body)
    return (time.process_time() - started) / len(bodies) * 1e6


def main() -> None:
    """Measure all in turns, so that they see the same machine; print JSON."""
    gc.freeze()
    same = [BODY] * READS
    rounds = []
    for turn in range(ROUNDS):
        fresh = [reworded(turn * READS + index) for index in range(READS)]
        rounds.append(
            (cost(json.loads, same), cost(decode, same), cost(parse, same), cost(parse, fresh))
        )
    floor = statistics.median(each[0] for each in rounds)
    ratios = [
        round(statistics.median(each[place] / each[0] for each in rounds), 2) for place in (1, 2, 3)
    ]
    names = ("ratio", "parked", "moving")
    result = {"floor_us": round(floor, 1), **dict(zip(names, ratios, strict=True))}
    print(json.dumps({"benchmark": "decode", **result, "goal": GOAL, "passed": ratios[0] <= GOAL}))


if __name__ == "__main__":
    main()
