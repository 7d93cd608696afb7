"""Leaves out parts of libraries that nothing here uses: 20 MiB, a sixth of what an idle bot needs.

To be called before anything of the libraries is loaded; ``tests/unit/bot_doors/test_doors_lean.py``
shows that the bot works without them.
"""

import sys
from types import ModuleType

ABSENT = (
    "httpx._main",  # the command line of httpx, whose classes python-telegram-bot mentions
    "rich",  # coloured tracebacks of structlog
)
"""Optional for those who load them: they take them as not installed."""

HOLLOW = ("sqlalchemy.ext.asyncio.scoping", "sqlalchemy.ext.asyncio.session")
"""Sessions, and with them SQLAlchemy's whole object mapper: we only use its expressions."""


class _Hollow(ModuleType):
    """A module of which every name can be imported and none can be used."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


def leave_out() -> None:
    """Keep these modules from being loaded in this process."""
    for name in ABSENT:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type] # an import of it fails
    for name in HOLLOW:
        sys.modules.setdefault(name, _Hollow(name))
