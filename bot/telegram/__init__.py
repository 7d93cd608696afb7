"""The Telegram door: updates in, replies and alerts out."""

import os
import sys

# python-telegram-bot 22 warns about every length of time unless asked for timedelta values.
os.environ.setdefault("PTB_TIMEDELTA", "true")
# It also imports httpx, which we do not use, and httpx its command line with rich: 6 MiB saved.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
