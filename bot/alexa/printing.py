"""The interaction model as text, for the command line."""

import json
from datetime import datetime

from bot.alexa.model import LOCALES, build_model
from bot.localisation import Texts
from bot.settings import Settings, SettingsError
from intents.catalogue import load_catalogue
from intents.recogniser import Recogniser


def print_model(settings: Settings, locale: str, invocation: str | None, now: datetime) -> str:
    """Return the model as JSON; raise ``SettingsError`` for an unknown locale."""
    if locale not in LOCALES:
        raise SettingsError(f"There is no model for {locale}; there is {', '.join(LOCALES)}.")
    model = build_model(
        locale,
        invocation_name=invocation or settings.alexa_invocation_name,
        catalogue=load_catalogue(),
        texts=Texts.load(),
        recogniser=Recogniser.load((locale.partition("-")[0],)),
        now=now,
    )
    return json.dumps(model, ensure_ascii=False, indent=1)
