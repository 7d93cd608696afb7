"""One door for everything that can speak HTTP: ``POST /v1/say`` with a person's token."""
