"""The accounts as they are now: they come and go, change their words, gain and lose cars."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from simulator.cloud.fleet import Owner

FIRST_NEW_ID = 700_001


class People:
    """All accounts by user id."""

    def __init__(self, owners: Iterable[Owner]) -> None:
        self._by_id = {owner.user_id: owner for owner in owners}
        self._joined = 0

    def __iter__(self) -> Iterator[Owner]:
        """Go through all accounts."""
        return iter(tuple(self._by_id.values()))

    def get(self, user_id: str) -> Owner | None:
        """Return the account with a user id."""
        return self._by_id.get(user_id)

    def owner_of(self, vin: str) -> Owner | None:
        """Return the account that a car is bound to."""
        return next((o for o in self if vin in o.vins), None)

    def with_email(self, email: str, region: str | None = None) -> Owner | None:
        """Return the account with an address, in one region or in any."""
        wanted = email.strip().lower()
        return next((o for o in self if o.email == wanted and region in (None, o.region)), None)

    def with_password(self, region: str, email: str, password: str) -> Owner | None:
        """Return the account with these credentials."""
        found = self.with_email(email, region)
        return found if found and found.password == password else None

    def join(self, *, region: str, email: str, password: str) -> Owner:
        """Open an account without a car."""
        owner = Owner(
            region=region,
            email=email.strip().lower(),
            password=password,
            user_id=str(FIRST_NEW_ID + self._joined),
            name=email.partition("@")[0].title(),
            vins=(),
        )
        self._joined += 1
        return self.keep(owner)

    def keep(self, owner: Owner) -> Owner:
        """Store an account as it is now."""
        self._by_id[owner.user_id] = owner
        return owner

    def leave(self, user_id: str) -> None:
        """Close an account; its cars belong to nobody then."""
        self._by_id.pop(user_id, None)

    def bind(self, owner: Owner, vin: str) -> Owner:
        """Give an account a car that belongs to nobody."""
        return self.keep(replace(owner, vins=tuple(dict.fromkeys((*owner.vins, vin)))))

    def unbind(self, owner: Owner, vin: str) -> Owner:
        """Take a car from an account."""
        return self.keep(replace(owner, vins=tuple(v for v in owner.vins if v != vin)))
