"""What distinguishes the three models: battery, chargers, consumption and their code names."""

from dataclasses import dataclass
from itertools import pairwise

Curve = tuple[tuple[float, float], ...]

# Fraction of the highest DC power over the state of charge: strong until the middle, then falling.
DC_TAPER: Curve = (
    (0, 0.75),
    (8, 1.0),
    (35, 1.0),
    (55, 0.72),
    (70, 0.52),
    (80, 0.38),
    (90, 0.18),
    (100, 0.05),
)
AC_TAPER: Curve = ((0, 1.0), (96, 1.0), (100, 0.35))
# Open-circuit voltage of the 400-volt battery, as a public client estimates it from the charge.
PACK_VOLTS: Curve = ((0, 370), (10, 392), (50, 417), (80, 438), (100, 465))


@dataclass(frozen=True, slots=True, kw_only=True)
class CarModel:
    """Figures of one model and trim; energies in kWh, powers in kW, consumption in kWh/100 km."""

    name: str
    series: str
    capacity_kwh: float
    ac_kw: float
    dc_kw: float
    base_consumption: float
    pack_volts_factor: float = 1.0  # the #5 has an 800-volt battery
    dc_current_scale: float = 1.0  # the #5 transmits tenths of amperes
    has_lid_motor: bool = False

    @property
    def uses_v2(self) -> bool:
        """True for the series that lives on the second host."""
        return self.series.startswith("HY")


MODELS = {
    "HX11": CarModel(
        name="#1",
        series="HX11",
        capacity_kwh=62.0,
        ac_kw=22.0,
        dc_kw=150.0,
        base_consumption=12.6,
    ),
    "HC11": CarModel(
        name="#3",
        series="HC11",
        capacity_kwh=62.0,
        ac_kw=22.0,
        dc_kw=150.0,
        base_consumption=12.0,
    ),
    "HC11_IL": CarModel(
        name="#3",
        series="HC11_IL",
        capacity_kwh=62.0,
        ac_kw=22.0,
        dc_kw=150.0,
        base_consumption=12.0,
    ),
    "HY11": CarModel(
        name="#5",
        series="HY11",
        capacity_kwh=94.0,
        ac_kw=22.0,
        dc_kw=400.0,
        base_consumption=14.6,
        pack_volts_factor=1.7,
        dc_current_scale=10.0,
        has_lid_motor=True,
    ),
}


def interpolated(curve: Curve, x: float) -> float:
    """Return the value of a piecewise linear curve, its end values outside."""
    if x <= curve[0][0]:
        return curve[0][1]
    for (x0, y0), (x1, y1) in pairwise(curve):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return curve[-1][1]
