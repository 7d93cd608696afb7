"""A stand-in for Telegram: a strict Bot API and a chat page."""

from simulator.telegram.telegram import Telegram

__all__ = ["Telegram"]
