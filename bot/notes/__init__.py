"""Hearing and speaking: voice notes to words and back, beside the event loop.

Nothing here is loaded before a voice note comes; the heavy parts live in a child process
(``bot.notes.child``), which ends when nobody has spoken for a while.
"""
