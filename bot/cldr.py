"""How languages write numbers, units and days (Babel's data), without what no sentence needs."""

from functools import cache

from babel import Locale, localedata

_UNUSED = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "currency_names",
    "currency_names_plural",
    "date_fields",
    "interval_formats",
    "languages",
    "meta_zones",
    "scripts",
    "territories",
    "time_zones",
    "variants",
)


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language; half of its data, a megabyte once loaded, is dropped."""
    for name in ("root", language):
        data = localedata.load(name)  # Babel keeps this very dictionary
        for part in _UNUSED:
            data.pop(part, None)
    return Locale.parse(language)
