"""The door for Home Assistant Assist, by the wyoming protocol."""
