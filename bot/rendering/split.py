"""The split of a month by person: in words, as a picture, and as a table for others to reckon."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from bot.blocks import Heading
from bot.localisation import Wording
from bot.pictures.models import Bar, BarsPicture
from bot.pictures.models import Heading as PictureHeading
from bot.rendering.blocks import columns, laid, said, table
from family.handover import Share
from smartcloud.models import Trip
from storage.records import Price

COLUMNS = ("started_at", "ended_at", "driver", "km", "kwh", "cost", "currency")


def split_text(
    shares: Sequence[Share], names: Mapping[int, str], price: Price | None, wording: Wording
) -> str:
    """Return a row a person, the longest way first; unknown energy and cost are left out."""
    rows = [
        (name_of(share.person_id, names, wording), *_used(share, price, wording))
        for share in shares
    ]
    known = [share.energy_kwh for share in shares if share.energy_kwh is not None]
    together = Share(
        person_id=None,
        trips=sum(share.trips for share in shares),
        distance_km=sum(share.distance_km for share in shares),
        energy_kwh=sum(known) if known else None,
    )
    total = (wording.label("row-together"), *_used(together, price, wording))
    titles = columns(wording, "who", "distance#", "energy#", "cost#")
    people = table(titles, rows, wording, total=total if len(rows) > 1 else ())
    hint = "" if price else wording.say("cost-unknown")
    return laid([Heading(text=wording.say("split-title")), people, said(hint)])


def split_picture(
    shares: Sequence[Share], names: Mapping[int, str], car: str, wording: Wording
) -> BarsPicture:
    """Return a bar a person, as high as their way is long."""
    return BarsPicture(
        heading=PictureHeading(
            title=f"{car} · {wording.label('month_split')}",
            value=wording.distance(sum(share.distance_km for share in shares)),
        ),
        series=("",),
        bars=tuple(
            Bar(label=name_of(share.person_id, names, wording), amounts=(share.distance_km,))
            for share in shares
        ),
        amount=wording.distance,
        unit=wording.way_m / 1000,
        empty_label=wording.label("picture-empty"),
    )


def split_table(
    trips: Sequence[Trip],
    drivers: Mapping[str, int | None],
    names: Mapping[int, str],
    price: Price | None,
    wording: Wording,
) -> bytes:
    """Return every trip as comma-separated values (UTF-8, a header, local ISO times)."""
    out = StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for trip in sorted(trips, key=lambda one: one.started_at):
        person_id = drivers.get(trip.trip_id)
        energy = trip.energy_kwh
        table.writerow(
            (
                trip.started_at.astimezone(wording.zone).isoformat(timespec="seconds"),
                trip.ended_at.astimezone(wording.zone).isoformat(timespec="seconds")
                if trip.ended_at
                else "",
                _plain(names.get(person_id, "") if person_id is not None else ""),
                _number(trip.distance_km),
                _number(energy),
                _number(energy * price.per_kwh if price and energy is not None else None),
                price.currency if price else "",
            )
        )
    return out.getvalue().encode()


def name_of(person_id: int | None, names: Mapping[int, str], wording: Wording) -> str:
    """Return who that is, or that nobody knows."""
    return names.get(person_id or 0) or wording.label("driver-unknown")


def _used(share: Share, price: Price | None, wording: Wording) -> tuple[str, str, str]:
    """Return the way, the energy and its cost in words; what is not known is left empty."""
    way, energy = wording.distance(share.distance_km), share.energy_kwh
    if energy is None:
        return way, "", ""
    cost = wording.money(energy * price.per_kwh, price.currency) if price else ""
    return way, wording.energy(energy), cost


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _plain(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
