"""A stand-in for Smart's two clouds."""

from simulator.cloud.clock import SimClock
from simulator.cloud.server import Cloud

__all__ = ["Cloud", "SimClock"]
