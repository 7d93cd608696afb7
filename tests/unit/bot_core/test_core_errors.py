"""Whatever goes wrong has words of its own in every language: what happened, and what to do."""

import pytest

from bot.errors import TEXT_KEYS, key_of
from bot.localisation import Texts
from smartcloud import exceptions
from smartcloud.exceptions import SmartCloudError

TEXTS = Texts.load()
KINDS = [
    kind
    for kind in vars(exceptions).values()
    if isinstance(kind, type) and issubclass(kind, SmartCloudError)
]
KEYS = sorted({key for _, key in TEXT_KEYS})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_of_the_cloud_has_its_own_words(kind):
    key = key_of(kind.__new__(kind))

    assert (key == "error-other") is (kind is SmartCloudError)


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("key", KEYS)
def test_error_says_what_happened_and_what_to_do(key, language):
    text = TEXTS.format(key, language, {})

    sentences = [part for part in text.replace(";", ".").split(".") if part.strip()]
    assert len(sentences) >= 2
    assert "!" not in text
    assert len(text) <= 200  # it has to fit over a button, too
