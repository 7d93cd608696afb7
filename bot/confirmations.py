"""Who must confirm what until when; pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from intents.models import Risk

CONFIRM_WITHIN = timedelta(seconds=60)


class Verdict(StrEnum):
    """What an answer to a question means."""

    VALID = "valid"
    OTHER_PERSON = "other_person"
    EXPIRED = "expired"


def is_needed(risk: Risk, *, is_heard: bool = False) -> bool:
    """Return whether an intent of this risk has to be confirmed.

    What was only heard may have been misheard ("do not unlock" as "unlock"): it never does
    anything by itself.
    """
    return risk is Risk.RISKY or (is_heard and risk is not Risk.QUERY)


def judge(*, asked: int | None, expires_at: datetime, person_id: int, now: datetime) -> Verdict:
    """Return what an answer of this person at this moment means.

    ``asked`` is the person who was asked, ``None`` if everybody with the rights was. Another
    person learns whose question it is also after its end.
    """
    if asked is not None and asked != person_id:
        return Verdict.OTHER_PERSON
    return Verdict.EXPIRED if now >= expires_at else Verdict.VALID
