"""The action catalogue: what is done about each intent."""

from collections.abc import Mapping

from bot.actions import account, alert_switches, bookings, family, manners, places
from bot.actions.models import Action, CarCommand, Query, Talk
from bot.actions.queries import (
    charging_steps,
    climate_steps,
    lock_steps,
    status_steps,
    window_steps,
)
from bot.rendering import access, battery, overview

ACTIONS: Mapping[str, Action] = {
    "status_summary": Query(render=overview.status_summary, next_steps=status_steps),
    "battery_status": Query(render=battery.battery_status, next_steps=charging_steps),
    "range_query": Query(render=battery.range_query),
    "odometer": Query(render=overview.odometer),
    "vehicle_health": Query(render=overview.vehicle_health),
    "charging_status": Query(render=battery.charging_status, next_steps=charging_steps),
    "time_to_full": Query(render=battery.time_to_full, next_steps=charging_steps),
    "climate_status": Query(render=access.climate_status, next_steps=climate_steps),
    "lock_status": Query(render=access.lock_status, next_steps=lock_steps),
    "doors_status": Query(render=access.doors_status, next_steps=lock_steps),
    "windows_status": Query(render=access.windows_status, next_steps=window_steps),
    "tyre_pressure": Query(render=overview.tyre_pressure),
    "locate": Query(render=overview.locate, shows_place=True),
    "lock": CarCommand(),
    "unlock": CarCommand(),
    "open_trunk": CarCommand(),
    "open_windows": CarCommand(),
    "close_windows": CarCommand(),
    "find_car": CarCommand(),
    "climate_on": CarCommand(),
    "climate_off": CarCommand(),
    "defrost": CarCommand(),
    "set_seat_heating": CarCommand(defaults={"level": 2}),
    "set_steering_heating": CarCommand(defaults={"level": 2}),
    "start_charging": CarCommand(),
    "stop_charging": CarCommand(),
    "set_charge_limit": CarCommand(),
    "geofence_create": Talk(answer=places.create),
    "geofence_list": Talk(answer=places.show),
    "geofence_delete": Talk(answer=places.delete),
    "alerts_on": Talk(answer=alert_switches.switch_on),
    "alerts_off": Talk(answer=alert_switches.switch_off),
    "alerts_list": Talk(answer=alert_switches.show),
    "quiet_hours": Talk(answer=alert_switches.set_quiet_hours),
    "share_request": Talk(answer=bookings.request),
    "share_approve": Talk(answer=bookings.approve),
    "share_decline": Talk(answer=bookings.decline),
    "share_cancel": Talk(answer=bookings.cancel),
    "share_list": Talk(answer=bookings.show),
    "invite_driver": Talk(answer=family.invite),
    "remove_driver": Talk(answer=family.remove),
    "login": Talk(answer=account.log_in, needs_car=False),
    "logout": Talk(answer=account.log_out, needs_car=False),
    "switch_car": Talk(answer=account.switch_car),
    "list_cars": Talk(answer=account.list_cars),
    "help": Talk(answer=manners.help_out, needs_car=False),
    "cancel": Talk(answer=manners.cancel, needs_car=False),
    "thanks_smalltalk": Talk(answer=manners.thanks, needs_car=False),
}
"""Intents of the language catalogue that are missing here get an honest "I can't do that yet"."""
