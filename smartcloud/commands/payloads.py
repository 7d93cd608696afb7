"""Request bodies of commands, exactly as the car's own application sends them."""

from typing import Any

import msgspec

from smartcloud.commands.arguments import Arguments, checked
from smartcloud.commands.catalogue import COMMANDS, Form, Step
from smartcloud.exceptions import UnsupportedError
from smartcloud.models import Vehicle


def build_bodies(
    name: str, arguments: Arguments, *, vehicle: Vehicle, user_id: str, timestamp_ms: int
) -> tuple[bytes, ...]:
    """Return the JSON bodies of a command, to be sent one after the other.

    Raises ``InvalidArgumentError`` for a value outside its limits and ``UnsupportedError`` for a
    command that this car does not have.
    """
    command = COMMANDS.get(name)
    if command is None:
        raise UnsupportedError(f"no such command: {name}")
    form = command.form_for(vehicle)
    steps = form.steps(checked(command.arguments, arguments), vehicle)
    return tuple(
        msgspec.json.encode(_body(form, step, user_id=user_id, timestamp_ms=timestamp_ms))
        for step in steps
    )


def _body(form: Form, step: Step, *, user_id: str, timestamp_ms: int) -> dict[str, Any]:
    scheduling = dict(form.scheduling)
    if step.duration is not None:
        scheduling["duration"] = step.duration
    body: dict[str, Any] = {
        "creator": "tc",
        "command": step.command,
        "operationScheduling": scheduling,
        "serviceId": form.service_id,
        form.stamp_key: str(timestamp_ms),
        "serviceParameters": [{"key": key, "value": value} for key, value in step.parameters],
    }
    if form.has_latest:
        body["latest"] = False
    if form.has_user_id:
        body["userId"] = user_id
    return body
