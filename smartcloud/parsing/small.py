"""The small answers: charging target, state flags, receipts."""

from dataclasses import dataclass
from typing import Any

import msgspec

from smartcloud.envelope import decode_as
from smartcloud.models import ChargeLimit, StateFlags
from smartcloud.parsing.converters import CodeReader, code, number, text, time_of_ms
from smartcloud.parsing.wire import Odd, Wire

_FLAG = {"0": False, "1": True}
_POWER_MODES = {"0": "off", "1": "accessory", "2": "on", "3": "cranking"}


class LimitData(Wire):
    soc: Any = None
    soc_time: Any = None


class StateData(Wire):
    journal_log_state: Any = None
    position_upload_state: Any = None
    power_mode: Any = None
    next_wakeup_time: Any = None
    valet_mode_state: Any = None


class ServiceResult(Wire):
    operation_result: Any = None


class ReceiptData(Wire):
    session_id: Any = None
    service_result: ServiceResult | Odd = None


_LIMIT: msgspec.json.Decoder[LimitData] = msgspec.json.Decoder(LimitData)
_STATE: msgspec.json.Decoder[StateData] = msgspec.json.Decoder(StateData)
_RECEIPT: msgspec.json.Decoder[ReceiptData] = msgspec.json.Decoder(ReceiptData)


def parse_charge_limit(payload: bytes) -> ChargeLimit:
    """Return the charging target; the cloud writes tenths of a percent."""
    data = decode_as(_LIMIT, payload, LimitData())
    tenths = number(data.soc, 0, 1000)
    return ChargeLimit(
        percent=None if tenths is None else tenths / 10, set_at=time_of_ms(data.soc_time)
    )


def parse_state_flags(payload: bytes) -> StateFlags:
    """Return the flags that are understood; ``*State`` of subsystems are not."""
    data = decode_as(_STATE, payload, StateData())
    codes = CodeReader()
    return StateFlags(
        is_journal_on=codes.read("journalLogState", data.journal_log_state, _FLAG),
        is_position_upload_on=codes.read("positionUploadState", data.position_upload_state, _FLAG),
        power_mode=codes.read("powerMode", data.power_mode, _POWER_MODES),
        next_wakeup_at=time_of_ms(data.next_wakeup_time),
        is_valet_on=codes.read("valetModeState", data.valet_mode_state, _FLAG),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the gateway says about a command."""

    session_id: str
    is_refused: bool
    reason: str


def parse_receipt(payload: bytes) -> Receipt:
    """Return the receipt of a command; only an ``operationResult`` other than 1 is a refusal."""
    data = decode_as(_RECEIPT, payload, ReceiptData())
    service = data.service_result
    result = code(service.operation_result) if isinstance(service, ServiceResult) else None
    return Receipt(
        session_id=text(data.session_id) or "",
        is_refused=result not in (None, "1"),
        reason=f"operationResult {result}" if result else "",
    )
