"""Who must confirm what until when; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from intents.models import Intent, Risk

CONFIRM_WITHIN = timedelta(seconds=60)


class Verdict(StrEnum):
    """What an answer to a confirmation means."""

    CONFIRMED = "confirmed"
    OTHER_PERSON = "other_person"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A risky wish that waits for a yes of the person who had it."""

    intent: Intent
    car_id: int
    person_id: int
    expires_at: datetime

    def judge(self, person_id: int, now: datetime) -> Verdict:
        """Return what a yes of this person at this moment means; the last second still counts."""
        if person_id != self.person_id:
            return Verdict.OTHER_PERSON
        if now > self.expires_at:
            return Verdict.EXPIRED
        return Verdict.CONFIRMED


def ask(intent: Intent, *, car_id: int, person_id: int, now: datetime) -> Confirmation:
    """Return the confirmation that a risky intent needs."""
    return Confirmation(
        intent=intent, car_id=car_id, person_id=person_id, expires_at=now + CONFIRM_WITHIN
    )


def is_needed(risk: Risk) -> bool:
    """Return whether an intent of this risk has to be confirmed."""
    return risk is Risk.RISKY
