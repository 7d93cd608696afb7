"""People of a family, what they may do, and their bookings: pure decisions."""
