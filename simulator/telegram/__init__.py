"""A stand-in for Telegram: a strict Bot API and a chat page."""
