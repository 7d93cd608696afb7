"""All endpoints that the stand-in answers."""

from simulator.cloud.endpoints import commands, gigya, iam, session, sharing, status, vehicles

ROUTES = (
    *gigya.ROUTES,
    *iam.ROUTES,
    *session.ROUTES,
    *vehicles.ROUTES,
    *status.ROUTES,
    *commands.ROUTES,
    *sharing.ROUTES,
)
