"""PROPOSED request bodies: nobody has published the real ones, so each is replaced here only."""
