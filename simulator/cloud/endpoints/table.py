"""All endpoints that the stand-in answers."""

from simulator.cloud.endpoints import (
    accounts,
    charge_points,
    charging,
    commands,
    features,
    fixed,
    geofences,
    gigya,
    iam,
    journal,
    session,
    sharing,
    status,
    vehicles,
)

ROUTES = (
    *gigya.ROUTES,
    *iam.ROUTES,
    *session.ROUTES,
    *vehicles.ROUTES,
    *status.ROUTES,
    *commands.ROUTES,
    *sharing.ROUTES,
    *journal.ROUTES,
    *charging.ROUTES,
    *geofences.ROUTES,
    *features.ROUTES,
    *accounts.ROUTES,
    *charge_points.ROUTES,
    *fixed.ROUTES,
)
