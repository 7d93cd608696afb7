"""Why a request is not believed; for the log, the caller hears nothing of it."""


class RefusedError(Exception):
    """A request that did not come from Amazon, or not for us, or not now."""
