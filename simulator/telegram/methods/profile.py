"""Methods by which a bot describes itself: commands, name, descriptions, menu button."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from simulator.telegram.errors import bad_request
from simulator.telegram.messages import JSON, Chat
from simulator.telegram.parameters import Parameters
from simulator.telegram.people import Person
from simulator.telegram.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MAX_COMMANDS = 100
_MAX_DESCRIPTION = 256
_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """Set the commands of a scope and language."""
    given = parameters.data("commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_scope(parameters)] = [_command(command) for command in given]
    world.changes.next()
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[JSON]:
    """Return the commands of exactly one scope and language."""
    return world.profile.commands.get(_scope(parameters), [])


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    """Forget the commands of a scope and language."""
    world.profile.commands.pop(_scope(parameters), None)
    world.changes.next()
    return True


def commands_for(world: World, chat: Chat, person: Person) -> list[JSON]:
    """Return the commands that a person is offered: the narrowest scope, own language first."""
    for scope in _scopes_of(chat, person):
        for language in (person.language_code, ""):
            if commands := world.profile.commands.get((scope, language)):
                return commands
    return []


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    """Set the button beside the input, for a chat or for all."""
    button: Any = parameters.data("menu_button") or {"type": "commands"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: unsupported type")
    chat = world.chats.get(parameters.integer("chat_id", 0))
    if chat:
        chat.menu_button = button
    else:
        world.profile.menu_button = button
    world.changes.next()
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> JSON:
    """Return the button beside the input."""
    chat = world.chats.get(parameters.integer("chat_id", 0))
    return chat.menu_button if chat else world.profile.menu_button


def _text_setter(kind: str, limit: int) -> Callable[[World, Parameters], bool]:
    def set_text(world: World, parameters: Parameters) -> bool:
        text = parameters.text(kind)
        if len(text) > limit:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        world.profile.texts[kind, parameters.text("language_code")] = text
        world.changes.next()
        return True

    return set_text


def _text_getter(kind: str) -> Callable[[World, Parameters], JSON]:
    def get_text(world: World, parameters: Parameters) -> JSON:
        texts, language = world.profile.texts, parameters.text("language_code")
        fallback = world.bot.first_name if kind == "name" else ""
        return {kind: texts.get((kind, language)) or texts.get((kind, "")) or fallback}

    return get_text


def _scopes_of(chat: Chat, person: Person) -> Iterator[str]:
    is_admin = not chat.is_private and person == chat.people[0]
    if not chat.is_private:
        yield f"chat_member:{chat.id}:{person.id}"
        if is_admin:
            yield f"chat_administrators:{chat.id}"
    yield f"chat:{chat.id}"
    if is_admin:
        yield "all_chat_administrators"
    yield "all_private_chats" if chat.is_private else "all_group_chats"
    yield "default"


def _scope(parameters: Parameters) -> tuple[str, str]:
    scope: Any = parameters.data("scope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad_request("unsupported type specified")
    parts = [kind, *(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)]
    return ":".join(parts), parameters.text("language_code")


def _command(given: Any) -> JSON:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command", "")).removeprefix("/").lower()
    description = str(given.get("description", "")).strip()
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > _MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


METHODS: dict[str, Callable[[World, Parameters], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyName": _text_setter("name", 64),
    "getMyName": _text_getter("name"),
    "setMyDescription": _text_setter("description", 512),
    "getMyDescription": _text_getter("description"),
    "setMyShortDescription": _text_setter("short_description", 120),
    "getMyShortDescription": _text_getter("short_description"),
}
