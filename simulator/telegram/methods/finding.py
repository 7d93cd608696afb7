"""Finds the chat and the message that a call means."""

from simulator.telegram.errors import ApiError, bad_request, forbidden
from simulator.telegram.messages import Chat, Message
from simulator.telegram.parameters import Parameters
from simulator.telegram.world import World


def find_chat(world: World, parameters: Parameters) -> Chat:
    """Return the chat of a call."""
    if not parameters.text("chat_id"):
        raise bad_request("chat_id is empty")
    try:
        chat = world.chats.get(int(parameters.text("chat_id")))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    return chat


def writable_chat(world: World, parameters: Parameters) -> Chat:
    """Return the chat of a call that writes into it."""
    chat = find_chat(world, parameters)
    if chat.is_open:
        return chat
    if not chat.is_private:
        raise forbidden("bot was kicked from the group chat")
    if chat.was_opened:
        raise forbidden("bot was blocked by the user")
    raise forbidden("bot can't initiate conversation with a user")


def find_message(chat: Chat, message_id: int, purpose: str) -> Message:
    """Return a message that is still there; ``purpose`` is Telegram's word in the error."""
    message = chat.messages.get(message_id)
    if message is None or message.is_deleted:
        raise bad_request(f"message to {purpose} not found")
    return message
