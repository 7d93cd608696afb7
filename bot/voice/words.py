"""Yes and no, in whatever language; pure."""

from bot.localisation import Texts

YES, NO = "words-yes", "words-no"


def is_word(texts: Texts, text: str, key: str) -> bool:
    """Return whether a text is one of a list of words, in any language."""
    said = text.strip().strip(".!,").casefold().replace("’", "'")
    lists = (texts.format(key, language, {}) for language in texts.languages)
    return any(said == word.strip() for words in lists for word in words.split(","))
