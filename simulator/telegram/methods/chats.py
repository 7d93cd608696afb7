"""Methods about chats, their members and files."""

from simulator.telegram.errors import bad_request
from simulator.telegram.files import MAX_DOWNLOAD
from simulator.telegram.messages import JSON, Chat, as_update
from simulator.telegram.methods.finding import find_chat, find_message, writable_chat
from simulator.telegram.parameters import Parameters
from simulator.telegram.persons import membership
from simulator.telegram.world import World


def get_chat(world: World, parameters: Parameters) -> JSON:
    """Tell of a chat."""
    chat = find_chat(world, parameters)
    told = chat.as_chat() | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned:
        told["pinned_message"] = as_update(chat.messages[chat.pinned], chat, world.bot)
    return told


def get_chat_member(world: World, parameters: Parameters) -> JSON:
    """Tell how somebody belongs to a chat."""
    chat, user_id = find_chat(world, parameters), parameters.integer("user_id")
    for member in _members(world, chat):
        if member["user"]["id"] == user_id:
            return member
    raise bad_request("user not found")


def get_chat_administrators(world: World, parameters: Parameters) -> list[JSON]:
    """Tell who runs a group; bots other than the asking one would be left out."""
    chat = find_chat(world, parameters)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    runs = ("creator", "administrator")
    return [member for member in _members(world, chat) if member["status"] in runs]


def get_chat_member_count(world: World, parameters: Parameters) -> int:
    """Count the members of a chat, the bot included."""
    return len(_members(world, find_chat(world, parameters)))


def pin_chat_message(world: World, parameters: Parameters) -> bool:
    """Pin a message."""
    chat = writable_chat(world, parameters)
    if not chat.is_private and not world.is_group_admin:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    message = find_message(chat, parameters.integer("message_id"), "pin")
    chat.pinned = message.message_id
    world.touch(message)
    return True


def unpin_chat_message(world: World, parameters: Parameters) -> bool:
    """Unpin a message, the pinned one if none is named."""
    chat = writable_chat(world, parameters)
    if chat.pinned is None:
        raise bad_request("message to unpin not found")
    message, chat.pinned = chat.messages[chat.pinned], None
    world.touch(message)
    return True


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    """Put an emoji below a message, or take it away."""
    chat = writable_chat(world, parameters)
    message = find_message(chat, parameters.integer("message_id"), "react")
    given = parameters.data("reaction") or []
    message.reactions = [str(reaction["emoji"]) for reaction in given if "emoji" in reaction]
    world.touch(message)
    return True


def leave_chat(world: World, parameters: Parameters) -> bool:
    """Leave a group."""
    chat = find_chat(world, parameters)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.is_open = False
    world.changes.next()
    return True


def get_file(world: World, parameters: Parameters) -> JSON:
    """Tell where a file can be downloaded."""
    stored = world.files.by_id(parameters.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return dict(stored.as_json()) | {"file_path": stored.path}


def _members(world: World, chat: Chat) -> list[JSON]:
    people = [
        membership(person.as_user(), "creator" if not chat.is_private and not i else "member")
        for i, person in enumerate(chat.people)
    ]
    status = "administrator" if not chat.is_private and world.is_group_admin else "member"
    bot = membership(world.bot.as_user(), status if chat.is_open else "left")
    return [*people, bot]


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_chat_message,
    "setMessageReaction": set_message_reaction,
    "leaveChat": leave_chat,
    "getFile": get_file,
}
