"""What a kilowatt hour costs the family of a car."""

from sqlalchemy import select

from storage.answer_tables import energy_prices
from storage.records import Price
from storage.transaction import Transaction


async def save(tx: Transaction, car_id: int, price: Price) -> None:
    """Store the price of a car, in the place of an older one."""
    fresh = {"per_kwh": price.per_kwh, "currency": price.currency}
    await tx.connection.execute(
        tx.insert(energy_prices)
        .values(car_id=car_id, **fresh)
        .on_conflict_do_update(index_elements=["car_id"], set_=fresh)
    )


async def get(tx: Transaction, car_id: int) -> Price | None:
    """Return the price, ``None`` if nobody told it."""
    rows = await tx.connection.execute(
        select(energy_prices).where(energy_prices.c.car_id == car_id)
    )
    row = rows.one_or_none()
    return None if row is None else Price(per_kwh=row.per_kwh, currency=row.currency)
