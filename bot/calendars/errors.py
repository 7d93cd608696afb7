"""What can be wrong with somebody else's calendar."""


class CalendarError(Exception):
    """An address that is not asked or does not answer, or a text that is no usable calendar."""
