"""The Telegram door: updates in, replies and alerts out."""

import os

# python-telegram-bot 22 warns about every length of time unless asked for timedelta values.
os.environ.setdefault("PTB_TIMEDELTA", "true")
