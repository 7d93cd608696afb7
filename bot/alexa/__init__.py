"""The Alexa door: verified requests become messages, turns become speech."""
