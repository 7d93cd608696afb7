"""What is said to Home Assistant's Assist, for the person of one token.

Questions ("Shall I?") stay open for a minute in one conversation; the handle of the yes is stored
with the bot, so that nothing that Home Assistant says can open another one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from alerts.ports import Clock
from bot.actions.tokens import ACT, KIND
from bot.localisation import Texts
from bot.replies import Door, Message, Press
from bot.voice.turns import Turn, Voice
from bot.voice.words import NO, YES, is_word
from storage import grants, people
from storage.database import Database
from storage.grants import Grant
from storage.records import Person

WITHIN_S = 8.0
MOST_OPEN = 32  # conversations with a question
_PIN = re.compile(r"(?:\D*\d){4,8}\D*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer, and whether it is one."""

    is_handled: bool
    text: str


class AssistTalk:
    """Answers transcripts as the person whose token it holds."""

    def __init__(
        self, voice: Voice, database: Database, texts: Texts, *, token: str, clock: Clock
    ) -> None:
        """``token`` is one of /token; ``clock`` is people's time."""
        self._voice = voice
        self._database = database
        self._texts = texts
        self._token = token
        self._clock = clock
        self._open: dict[str, Turn] = {}

    async def hear(self, text: str, language: str | None, conversation: str) -> Said:
        """Answer a transcript; ``conversation`` tells which question a yes belongs to."""
        async with self._database.reading() as tx:
            grant = await grants.find(tx, KIND, self._token, self._clock())
            person = await people.get_person(tx, grant.person_id) if grant else None
        if grant is None or person is None:
            return Said(is_handled=False, text=self._sentence("voice-token-gone", language))
        spoken = language or person.language or "en"
        asked = self._open.pop(conversation, None)
        if asked is not None and (press := self._answer_to(asked, text, person, spoken)):
            turn = await self._voice.press(press, within_s=WITHIN_S)
            if turn.is_open:  # a wrong PIN: the question still stands
                self._keep(conversation, asked)
            return Said(is_handled=True, text=turn.speech)
        turn = await self._voice.say(_message(text, person, spoken), within_s=WITHIN_S)
        return self._said(turn, grant, conversation, spoken)

    def _said(self, turn: Turn, grant: Grant, conversation: str, language: str) -> Said:
        if (turn.yes or turn.choices) and ACT not in grant.scopes:
            return Said(is_handled=True, text=self._sentence("voice-read-only", language))
        if turn.yes is not None or len(turn.choices) == 1:
            self._keep(conversation, turn)
        labels = " ".join(f"{choice.label}?" for choice in turn.choices)
        return Said(is_handled=turn.is_understood, text=f"{turn.speech} {labels}".strip())

    def _answer_to(self, asked: Turn, text: str, person: Person, language: str) -> Press | None:
        """Return the press that a text means, if it answers the question."""
        yes = asked.yes or (asked.choices[0] if asked.choices else None)
        if asked.needs_pin and yes and _PIN.fullmatch(text):
            return _press(yes.handle, person, language, pin=re.sub(r"\D", "", text))
        if yes and is_word(self._texts, text, YES):
            return _press(yes.handle, person, language)
        if asked.no and is_word(self._texts, text, NO):
            return _press(asked.no.handle, person, language)
        return None

    def _keep(self, conversation: str, turn: Turn) -> None:
        while len(self._open) >= MOST_OPEN:
            del self._open[next(iter(self._open))]
        self._open[conversation] = turn

    def _sentence(self, key: str, language: str | None) -> str:
        return self._texts.format(key, self._texts.language_of(language), {})


def conversation_of(context: Mapping[str, object] | None, peer: str) -> str:
    """Return which conversation an event belongs to: Home Assistant's own id, else the peer."""
    named = (context or {}).get("conversation_id")
    return f"id:{named}" if isinstance(named, str) and named else f"peer:{peer}"


def _message(text: str, person: Person, language: str) -> Message:
    return Message(
        chat_id=person.person_id,
        is_group=False,
        person_id=person.person_id,
        first_name=person.first_name,
        language=language,
        text=text,
        door=Door.SPEAKER,
        is_heard=True,
    )


def _press(handle: str, person: Person, language: str, pin: str = "") -> Press:
    return Press(
        chat_id=person.person_id,
        is_group=False,
        person_id=person.person_id,
        first_name=person.first_name,
        language=language,
        message_id=0,
        token=handle,
        door=Door.SPEAKER,
        pin=pin,
    )
