"""The split of a month by person: in words, as a picture, and as a table for others to reckon."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from bot.localisation import Wording
from bot.pictures.models import Bar, BarsPicture, Heading
from bot.rendering.view import lines
from family.handover import Share
from smartcloud.models import Trip
from storage.records import Price

COLUMNS = ("started_at", "ended_at", "driver", "km", "kwh", "cost", "currency")


def split_text(
    shares: Sequence[Share], names: Mapping[int, str], price: Price | None, wording: Wording
) -> str:
    """Return a line a person, the longest way first; unknown energy and cost are left out."""
    rows = [
        wording.say(
            "split-line",
            name=name_of(share.person_id, names, wording),
            distance=wording.distance(share.distance_km),
            energy=wording.energy(share.energy_kwh),
            cost=_cost(share.energy_kwh, price, wording),
            known=_known(share.energy_kwh, price),
        )
        for share in shares
    ]
    hint = [] if price else [wording.say("cost-unknown")]
    return lines([wording.say("split-title"), *rows, *hint])


def split_picture(
    shares: Sequence[Share], names: Mapping[int, str], car: str, wording: Wording
) -> BarsPicture:
    """Return a bar a person, as high as their way is long."""
    return BarsPicture(
        heading=Heading(
            title=f"{car} · {wording.label('month_split')}",
            value=wording.distance(sum(share.distance_km for share in shares)),
        ),
        series=("",),
        bars=tuple(
            Bar(label=name_of(share.person_id, names, wording), amounts=(share.distance_km,))
            for share in shares
        ),
        amount=wording.distance,
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


def _cost(energy: float | None, price: Price | None, wording: Wording) -> str:
    if price is None or energy is None:
        return ""
    return wording.money(energy * price.per_kwh, price.currency)


def _known(energy: float | None, price: Price | None) -> str:
    if energy is None:
        return "way"
    return "energy" if price is None else "cost"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _plain(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
