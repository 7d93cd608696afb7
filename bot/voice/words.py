"""Yes and no, in whatever language, and smiles; pure."""

from unicodedata import category

from bot.localisation import Texts

YES, NO = "words-yes", "words-no"
SMILES = frozenset(
    "👍👌👏🙌🙏💪🤝❤🧡💛💚💙💜🖤🤍♥🫶✅✔💯✨🌟⭐🎉😀😃😄😁😆😂🤣😊🙂😉😍🥰😘😎🤗🤩🥳☺"
)
_BESIDE = frozenset({"Mn", "Cf", "Zs", "Sk", "Cc"})  # variants, joiners, shades, spaces


def is_word(texts: Texts, text: str, key: str) -> bool:
    """Return whether a text is one of a list of words, in any language."""
    said = _bare(text).casefold().replace("’", "'")
    lists = (texts.format(key, language, {}) for language in texts.languages)
    return any(said == word.strip() for words in lists for word in words.split(","))


def is_smile(text: str) -> bool:
    """Return whether a text is nothing but friendly signs: a heart, a thumb, a smile."""
    signs = [letter for letter in text if category(letter) not in _BESIDE]
    return bool(signs) and SMILES.issuperset(signs)


def _bare(text: str) -> str:
    """Return the words without the marks and signs around them: "yes 👍" is "yes"."""
    marks = "".join(it for it in set(text) if it in ".!," or category(it) in {"So", *_BESIDE})
    return text.strip(marks + " \n")
