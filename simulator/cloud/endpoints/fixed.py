"""Endpoints whose answer is a line of data: names without a published shape, PROPOSED throughout.

A ``$name`` in an answer stands for a path parameter or for a time to come.
"""

import csv
import json
from functools import partial
from importlib.resources import files
from typing import cast

from simulator.cloud.calls import Call, Check, Route
from simulator.cloud.codes import CloudError

SUCCESS = "1000"
YEAR_MS = 365 * 86_400_000


def facts(call: Call) -> dict[str, object]:
    """Return what an answer may mention."""
    return {**call.params, "later_ms": call.world.now_ms() + YEAR_MS}


def filled(answer: object, known: dict[str, object]) -> object:
    """Return the answer with every ``$name`` replaced, whole values only."""
    match answer:
        case dict():
            return {key: filled(value, known) for key, value in answer.items()}
        case list():
            return [filled(value, known) for value in answer]
        case str() if answer.startswith("$"):
            return known.get(answer[1:], "")
    return answer


def answered(answer: object, call: Call) -> object:
    """Answer a request from its line."""
    return filled(answer, facts(call))


def refused(code: str, _: Call) -> object:
    """Refuse a request from its line."""
    raise CloudError(code)


def route(line: dict[str, str]) -> Route:
    """Return the row of a line."""
    handler = (
        partial(answered, json.loads(line["answer"]))
        if line["code"] == SUCCESS
        else partial(refused, line["code"])
    )
    return Route(
        method=line["method"],
        host=line["host"],
        path=line["path"],
        handler=handler,
        check=cast("Check", line["check"]),
        kind="read" if line["method"] == "GET" else "write",
    )


TEXT = files(__package__).joinpath("fixed_answers.csv").read_text("utf-8")
ROUTES = tuple(route(line) for line in csv.DictReader(TEXT.splitlines()))
