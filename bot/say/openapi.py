"""The OpenAPI 3.1 description of the say door, made of its shapes so that it cannot lie."""

import json
from functools import cache
from typing import Any

import msgspec

from bot.say.shapes import SHAPES, Answer, Confirm, Failure, Say

VERSION = "1"
_REF = "#/components/schemas/{name}"
_ERRORS = {
    400: "The body is no such call.",
    401: "There is no living token with the call.",
    403: "The token may not do that.",
    409: "The idempotency key was used for another call, or its first call is still answered.",
    413: "The body is too long.",
    415: "The body is not application/json.",
    429: "Too many calls; the header Retry-After says when there is one again.",
}


@cache
def document() -> bytes:
    """Return the description as JSON."""
    _, schemas = msgspec.json.schema_components(SHAPES, ref_template=_REF)
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": "Smart Companion",
            "version": VERSION,
            "description": "Say to the car what you would say in the chat.",
        },
        "security": [{"token": []}],
        "paths": {
            "/v1/say": {"post": _operation("say", "Say something", Say)},
            "/v1/confirm": {"post": _operation("confirm", "Use a handle of an answer", Confirm)},
            "/v1/openapi.json": {"get": _own_operation()},
        },
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Made with /token in the private chat.",
                }
            },
        },
    }
    return json.dumps(described).encode()


def _operation(name: str, summary: str, shape: type[Any]) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": False,
                "description": "The same key brings the same answer for a day.",
                "schema": {"type": "string", "minLength": 1, "maxLength": 255},
            }
        ],
        "requestBody": {"required": True, "content": _json(shape)},
        "responses": {
            "200": {"description": "What the companion says.", "content": _json(Answer)},
            **{str(status): _error(status, text) for status, text in _ERRORS.items()},
        },
    }


def _own_operation() -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": "describe",
        "summary": "This description",
        "security": [],
        "responses": {"200": {"description": "This description.", "content": content}},
    }


def _error(status: int, text: str) -> dict[str, Any]:
    response: dict[str, Any] = {"description": text, "content": _json(Failure)}
    if status == 429:
        seconds = {"type": "integer", "minimum": 1}
        response["headers"] = {"Retry-After": {"schema": seconds, "description": "Seconds."}}
    return response


def _json(shape: type[Any]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _REF.format(name=shape.__name__)}}}
