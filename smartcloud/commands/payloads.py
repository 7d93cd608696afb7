"""Request bodies of commands, exactly as the car's own application sends them."""

from typing import Any

import msgspec

from smartcloud.commands.arguments import Arguments, checked
from smartcloud.commands.catalogue import COMMANDS
from smartcloud.commands.forms import Command, Form, Step
from smartcloud.commands.further import FURTHER_COMMANDS
from smartcloud.exceptions import UnsupportedError
from smartcloud.models import Vehicle


def build_bodies(
    name: str, arguments: Arguments, *, vehicle: Vehicle, user_id: str, timestamp_ms: int
) -> tuple[bytes, ...]:
    """Return the JSON bodies of a command, to be sent one after the other.

    Raises ``InvalidArgumentError`` for a value outside its limits and ``UnsupportedError`` for a
    command that this car does not have.
    """
    command = command_of(name)
    form = command.form_for(vehicle)
    steps = form.steps(checked(command.arguments, arguments), vehicle)
    return tuple(
        msgspec.json.encode(_body(form, step, user_id=user_id, timestamp_ms=timestamp_ms))
        for step in steps
    )


def command_of(name: str) -> Command:
    """Return a command of either catalogue, or raise ``UnsupportedError``."""
    command = COMMANDS.get(name) or FURTHER_COMMANDS.get(name)
    if command is None:
        raise UnsupportedError(f"no such command: {name}")
    return command


def _body(form: Form, step: Step, *, user_id: str, timestamp_ms: int) -> dict[str, Any]:
    body: dict[str, Any] = {
        "creator": "tc",
        "command": step.command,
        "serviceId": form.service_id,
        form.stamp_key: str(timestamp_ms),
        "serviceParameters": [{"key": key, "value": value} for key, value in step.parameters],
    }
    if form.scheduling is not None:
        plan = dict(form.scheduling)
        body["operationScheduling"] = plan | (
            {} if step.duration is None else {"duration": step.duration}
        )
    if form.latest is not None:
        body["latest"] = form.latest
    if form.has_user_id:
        body["userId"] = user_id
    return body
