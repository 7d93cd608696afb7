"""What the bot does about each intent: a catalogue of queries, commands and talks."""
