"""Stand-in for Amazon: signs Alexa's requests as Amazon does, under a root of its own."""

from simulator.alexa.amazon import SKILL_ID, Amazon

__all__ = ["SKILL_ID", "Amazon"]
