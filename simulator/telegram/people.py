"""The people of the stand-in, and the bot they talk to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with a Telegram account."""

    name: str
    id: int
    first_name: str
    language_code: str

    def as_user(self) -> dict[str, Any]:
        """Return the Bot API's ``User``."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    def as_json(self) -> dict[str, Any]:
        """Return the person as the control port tells it."""
        return {
            "name": self.name,
            "id": self.id,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class BotAccount:
    """The bot as Telegram knows it; ``reads_all`` is its privacy mode switched off."""

    id: int
    token: str
    username: str
    first_name: str
    reads_all: bool

    def as_user(self) -> dict[str, Any]:
        """Return the Bot API's ``User``."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }

    def as_me(self) -> dict[str, Any]:
        """Return the answer to ``getMe``."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }


ANNA = Person(name="anna", id=1001, first_name="Anna", language_code="en")
BEN = Person(name="ben", id=1002, first_name="Ben", language_code="en")
MIA = Person(name="mia", id=1003, first_name="Mia", language_code="de")
STRANGER = Person(name="stranger", id=1004, first_name="Sam", language_code="en")

PEOPLE = {person.name: person for person in (ANNA, BEN, MIA, STRANGER)}
FAMILY_ID = -100200300
FAMILY = ("anna", "ben", "mia")
