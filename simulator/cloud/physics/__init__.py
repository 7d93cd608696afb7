"""Cars as frozen values and the pure functions that let time pass for them."""
