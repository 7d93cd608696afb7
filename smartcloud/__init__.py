"""Asynchronous client of the Smart vehicle cloud; knows no bot and no database."""
