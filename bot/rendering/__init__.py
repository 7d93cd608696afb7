"""Words for what is known; pure functions from values and a ``Wording`` to text."""
