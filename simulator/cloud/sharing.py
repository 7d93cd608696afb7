"""Sharings of cars between accounts on the platform: all shapes PROPOSED."""

from simulator.cloud.world import World


def shared_vins(world: World, user_id: str) -> tuple[str, ...]:
    """Return the cars that others share with an account now."""
    return ()
