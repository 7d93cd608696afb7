"""What is no plain sentence: routed by the real library to a fitting answer, or to nobody."""

import pytest
from telegram import Update

from bot.telegram.handlers import Handlers

ANNA = {"id": 1001, "is_bot": False, "first_name": "Anna"}
FILE = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "duration": 1}
CHAT = {"id": 1001, "type": "private"}
BASE = {"message_id": 7, "date": 1760000000, "chat": CHAT, "from": ANNA}
POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
ORIGIN = {"type": "user", "date": 1760000000, "sender_user": ANNA}
FORWARDED = "on_unreadable"
VENUE = {"location": {"latitude": 1.0, "longitude": 2.0}, "title": "Lock", "address": "unlock"}
STICKER = {**FILE, "type": "regular", "is_animated": False, "is_video": False}


class Table:
    """Takes the routing table in place of an application."""

    def add_handlers(self, table):
        self.rows = table

    def add_error_handler(self, handler):
        self.on_error = handler


def route(update):
    table = Table()
    parts = ("bot", "database", "conversation", "sender", "catalogue", "texts", "notes")
    Handlers(**dict.fromkeys(parts)).register(table)
    parsed = Update.de_json({"update_id": 1, **update}, None)
    fits = (row for row in table.rows if row.check_update(parsed) not in (None, False))
    row = next(fits, None)
    return row.callback.__name__ if row else None


@pytest.mark.parametrize(
    ("content", "handler"),
    [
        ({"text": "unlock the car"}, "on_said"),
        ({"text": "🚗"}, "on_said"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, "on_said"),
        ({"text": "unlock the car", "forward_origin": ORIGIN}, "on_unreadable"),
        ({"sticker": STICKER}, "on_unreadable"),
        ({"photo": [FILE], "caption": "unlock the car"}, "on_unreadable"),
        ({"video": FILE, "caption": "unlock the car"}, "on_other_sound"),
        ({"voice": FILE}, "on_note"),
        ({"voice": FILE, "forward_origin": ORIGIN}, "on_unreadable"),
        ({"audio": FILE}, "on_other_sound"),
        ({"video_note": {**FILE, "length": 1}}, "on_other_sound"),
        ({"contact": {"phone_number": "1", "first_name": "Ben"}}, "on_unreadable"),
        ({"poll": POLL}, "on_unreadable"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "on_unreadable"),
        ({"venue": VENUE, "location": VENUE["location"]}, "on_said"),
        ({"location": {"latitude": 1.0, "longitude": 2.0}, "forward_origin": ORIGIN}, FORWARDED),
        ({"text": "/unlock", "forward_origin": ORIGIN}, "on_unreadable"),
        ({"text": "/unlock", "via_bot": {**ANNA, "is_bot": True}}, "on_unreadable"),
        ({"text": "/unlock", "sender_chat": {"id": -1, "type": "supergroup"}}, "on_masked"),
        ({"new_chat_title": "unlock the car"}, None),
        ({"pinned_message": BASE}, None),
    ],
)
def test_message_is_routed(content, handler):
    assert route({"message": BASE | content}) == handler


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
def test_channels_are_never_acted_on(kind):
    assert route({kind: BASE | {"text": "unlock the car"}}) is None


@pytest.mark.parametrize(
    ("content", "handler"),
    [
        ({"text": "unlock the car"}, "on_mended"),
        ({"text": "unlock the car", "chat": {"id": -5, "type": "group", "title": "F"}}, None),
        ({"location": {"latitude": 1.0, "longitude": 2.0, "live_period": 60}}, None),
        ({"photo": [FILE], "caption": "unlock the car"}, None),
    ],
)
def test_edited_words_are_read_in_private_only_and_places_on_their_way_never(content, handler):
    assert route({"edited_message": BASE | {"edit_date": 1760000001} | content}) == handler
