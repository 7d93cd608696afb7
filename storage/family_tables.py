"""Tables of what a family keeps besides its bookings; part of ``tables.py``."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from storage.columns import CARS, COUNTED, metadata
from storage.columns import belonging_to as _of
from storage.types import Id, UtcDateTime

# Foreign calendars that say when a car is busy; address and name are sealed for the person.
imported_calendars = Table(
    "imported_calendars",
    metadata,
    Column("calendar_id", Id, primary_key=True),
    _of(CARS),
    Column("person_id", Id, nullable=False),
    Column("address_digest", String, nullable=False),
    Column("address", LargeBinary, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime),
    Column("failures", Integer, nullable=False),
    UniqueConstraint("car_id", "address_digest"),
    Index(None, "next_at"),
    **COUNTED,
)

busy_times = Table(
    "busy_times",
    metadata,
    _of("imported_calendars.calendar_id", primary_key=True),
    Column("starts_at", UtcDateTime, primary_key=True),
    Column("ends_at", UtcDateTime, nullable=False),
)

# How a car was taken and given back, and who drove when it was not who had booked.
handovers = Table(
    "handovers",
    metadata,
    _of("bookings.booking_id", primary_key=True),
    _of(CARS),
    Column("person_id", Id, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("taken", LargeBinary),  # what the car said at the start
    Column("returned", LargeBinary),  # and at the end
    Index(None, "car_id", "started_at"),
)

trip_drivers = Table(
    "trip_drivers",
    metadata,
    _of(CARS, primary_key=True),
    Column("started_at", UtcDateTime, primary_key=True),  # of the trip
    Column("person_id", Id, nullable=False),
)

# How far Smart's platform has followed a booking that has a sharing there.
lendings = Table(
    "lendings",
    metadata,
    _of("bookings.booking_id", primary_key=True),
    Column("followed_version", Integer, nullable=False),  # of the booking
    Column("failures", Integer, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Index(None, "next_at"),
)

# The Smart account of a person of the family, sealed for the owner's chat.
smart_accounts = Table(
    "smart_accounts",
    metadata,
    _of(CARS, primary_key=True),
    Column("person_id", Id, primary_key=True, autoincrement=False),
    Column("address", LargeBinary, nullable=False),
)
