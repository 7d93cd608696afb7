"""A stand-in for Smart's two clouds."""
