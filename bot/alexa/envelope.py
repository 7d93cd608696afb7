"""Amazon's request as a value, and our answer as Amazon wants it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from bot.alexa.refusals import RefusedError


class _Application(Struct):
    applicationId: str  # noqa: N815 - Amazon's names


class _User(Struct):
    userId: str  # noqa: N815


class _Session(Struct):
    application: _Application
    user: _User
    new: bool = False
    attributes: dict[str, Any] | None = None


class _System(Struct):
    application: _Application
    user: _User


class _Context(Struct):
    System: _System


class _Status(Struct):
    code: str = ""


class _ValueName(Struct):
    name: str = ""
    id: str = ""


class _Value(Struct):
    value: _ValueName


class _Authority(Struct):
    status: _Status | None = None
    values: list[_Value] = []


class _Resolutions(Struct):
    resolutionsPerAuthority: list[_Authority] = []  # noqa: N815


class _Slot(Struct):
    name: str
    value: str | None = None
    resolutions: _Resolutions | None = None


class _Intent(Struct):
    name: str
    slots: dict[str, _Slot] | None = None


class _Request(Struct):
    type: str
    requestId: str  # noqa: N815
    timestamp: str
    locale: str = "en-US"
    intent: _Intent | None = None


class _Body(Struct):
    request: _Request
    context: _Context
    session: _Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWord:
    """What was said for a slot: as heard, and the id of the listed value it resolved to."""

    said: str
    resolved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One request of Alexa."""

    kind: str  # "LaunchRequest", "IntentRequest", "SessionEndedRequest", ...
    request_id: str
    at: datetime
    locale: str
    application_ids: tuple[str, ...]
    user_id: str = field(repr=False)
    is_new: bool = False  # the first of its session
    attributes: Mapping[str, Any] = field(default_factory=dict)
    intent: str = ""
    slots: Mapping[str, SlotWord] = field(default_factory=dict)


def parse_envelope(body: bytes) -> Envelope:
    """Return the request of a body; raise ``RefusedError`` if it is none."""
    try:
        parsed = msgspec.json.decode(body, type=_Body)
        at = datetime.fromisoformat(parsed.request.timestamp)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RefusedError("body is no request") from error
    if at.tzinfo is None or not 0 < len(parsed.request.requestId) <= 512:
        raise RefusedError("body is no request")
    session, system, request = parsed.session, parsed.context.System, parsed.request
    ids = [system.application.applicationId]
    if session is not None:
        ids.append(session.application.applicationId)
        if session.user.userId != system.user.userId:
            raise RefusedError("two users in one request")
    intent = request.intent
    return Envelope(
        kind=request.type,
        request_id=request.requestId,
        at=at,
        locale=request.locale[:10],
        application_ids=tuple(ids),
        user_id=system.user.userId,
        is_new=session is not None and session.new,
        attributes=(session.attributes if session else None) or {},
        intent=intent.name if intent else "",
        slots=_words(intent) if intent else {},
    )


def answer(
    speech: str,
    *,
    ends: bool,
    reprompt: str = "",
    attributes: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return an answer; plain text needs no escaping, and Alexa reads it as it stands."""
    response: dict[str, Any] = {
        "outputSpeech": {"type": "PlainText", "text": speech},
        "shouldEndSession": ends,
    }
    if not ends:
        again = {"type": "PlainText", "text": reprompt or speech}
        response["reprompt"] = {"outputSpeech": again}
    return {
        "version": "1.0",
        "sessionAttributes": dict(attributes or {}) if not ends else {},
        "response": response,
    }


def silence() -> dict[str, Any]:
    """Return the answer to a request that wants none."""
    return {"version": "1.0", "response": {}}


def _words(intent: _Intent) -> dict[str, SlotWord]:
    return {
        slot.name: SlotWord(said=slot.value[:200], resolved=_resolved(slot))
        for slot in (intent.slots or {}).values()
        if slot.value and slot.value != "?"
    }


def _resolved(slot: _Slot) -> str | None:
    """Return the id of the only value that was matched."""
    authorities = slot.resolutions.resolutionsPerAuthority if slot.resolutions else []
    ids = {
        value.value.id
        for authority in authorities
        if authority.status and authority.status.code == "ER_SUCCESS_MATCH"
        for value in authority.values
        if value.value.id
    }
    return next(iter(ids)) if len(ids) == 1 else None
