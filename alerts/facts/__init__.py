"""Coarse statements about a car, made from what a rule may look at; pure.

Every function takes a ``View`` and returns a fact per key, or ``None`` where the car did not tell.
Thresholds, hysteresis and distances live here and nowhere else.
"""
