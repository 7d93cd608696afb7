"""Tokens with which other programs ask for a person: made, listed and revoked in private."""

from dataclasses import replace

from bot.actions.exchange import Exchange
from bot.actions.models import Slots
from bot.buttons import TOKEN
from bot.localisation import Html
from bot.rendering.view import lines
from bot.replies import Button, Reply
from storage import grants
from storage.grants import Grant
from storage.records import StoredButton

KIND = "token"
READ, ACT = "read", "act"
SCOPES = {READ: frozenset({READ}), ACT: frozenset({READ, ACT})}
MOST = 10


async def manage(exchange: Exchange, _: Slots) -> tuple[Reply, ...]:
    """List the person's tokens and offer a new one; nobody else may read one."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    wording, person_id = exchange.wording, exchange.person.person_id
    async with exchange.parts.database.reading() as tx:
        known = await grants.list_of(tx, person_id, KIND)
    new = tuple(
        _button(exchange, wording.label(f"button-token-{scope}"), make=scope) for scope in SCOPES
    )
    revoke = tuple(
        (_button(exchange, wording.label("token-revoke-of", label=it.label), revoke=it.grant_id),)
        for it in known
    )
    text = lines(
        [wording.say("token-list", count=len(known)), *(_line(exchange, it) for it in known)]
    )
    return (Reply(text=text, buttons=(*((one,) for one in new), *revoke), edit=exchange.edits),)


async def choose(exchange: Exchange, button: StoredButton) -> tuple[Reply, ...]:
    """Make a token or revoke one."""
    if not exchange.is_private:
        return (exchange.say("private-only"),)
    if scope := button.payload.get("make"):
        return (await _make(exchange, str(scope)),)
    edited, now = replace(exchange, edits=True), exchange.parts.people_clock()
    async with exchange.parts.database.transaction() as tx:
        gone = await grants.revoke(
            tx, int(button.payload["revoke"]), exchange.person.person_id, now
        )
    return (
        edited.say("token-revoked", label=gone.label) if gone else edited.say("button-unknown"),
    )


async def _make(exchange: Exchange, scope: str) -> Reply:
    wording, person_id = exchange.wording, exchange.person.person_id
    async with exchange.parts.database.transaction() as tx:
        count = await grants.count_of(tx, person_id, KIND)
        if count >= MOST:
            return exchange.say("token-most", count=count)
        number = await grants.count_made(tx, person_id, KIND) + 1
        _, secret = await grants.add(
            tx,
            kind=KIND,
            person_id=person_id,
            scopes=SCOPES[scope],
            label=wording.label("token-label", number=number),
            now=exchange.parts.people_clock(),
        )
    scopes = wording.say(f"token-scope-{scope}")
    return exchange.say("token-made", secret=secret, scopes=Html(scopes))


def _line(exchange: Exchange, grant: Grant) -> str:
    wording = exchange.wording
    used = (
        wording.say("token-used", at=grant.last_used_at)
        if grant.last_used_at
        else wording.say("token-unused")
    )
    return wording.say("token-line", label=grant.label, at=grant.created_at, used=used)


def _button(exchange: Exchange, text: str, **payload: str | int) -> Button:
    return Button(
        text=text, action=TOKEN, payload=payload, person_id=exchange.person.person_id, lives_s=900
    )
