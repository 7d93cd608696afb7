"""Rich messages (Bot API 10.1): their HTML, the blocks that it means, and their limits.

Only ``html`` is read. What the documentation does not list is refused, where the real server may be
more patient: a bot that passes here passes there.
"""
