"""Compiles the languages that are not kept yet: at the set-up, or at the first start."""

from intents import prepared
from intents.catalogue import load_catalogue
from intents.language import SPOKEN_LANGUAGES, load_language


def main() -> None:
    """Compile and keep."""
    catalogue = load_catalogue()
    for code in SPOKEN_LANGUAGES:
        if not prepared.is_kept(code):
            load_language(code, catalogue)


if __name__ == "__main__":
    main()
