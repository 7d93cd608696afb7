"""Who may wish for what with which car; the only place where that is decided."""

from bot.actions.exchange import Exchange
from bot.replies import Reply
from family.models import Role
from family.permissions import Refusal, may, may_command
from smartcloud.commands import COMMANDS

PERSONAL = frozenset(
    {"language", "timezone", "units", "voice_replies", "account", "pin", "export", "forget"}
) | {
    "token",
    "alexa",
}
OPEN_TO_ALL = frozenset({"login", "help", "cancel", "thanks_smalltalk"}) | PERSONAL
TELLS_PLACE = frozenset({"locate"})


def refusal_of(exchange: Exchange, name: str) -> Reply | None:
    """Return why this person may not do this with the exchange's car, or ``None``."""
    if name in OPEN_TO_ALL:
        return None
    car = exchange.car
    if car is None:
        return exchange.say("no-car")
    required = Role[exchange.parts.catalogue[name].role.upper()]
    permission = may(exchange.member, required, exchange.now)
    if name in COMMANDS or name in TELLS_PLACE:
        permission = may_command(
            exchange.member, required, exchange.now, has_the_car=car.car_id in exchange.held
        )
    if permission.allowed:
        return None
    if permission.reason is Refusal.NOT_YOUR_TURN:
        return exchange.say("young-not-yours", car=car.name)
    return exchange.say("role-missing", role=required.name.lower(), car=car.name)
