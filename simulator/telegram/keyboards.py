"""Checks keyboards as strictly as Telegram does."""

from typing import Any
from urllib.parse import urlsplit

from simulator.telegram.errors import bad_request

MAX_CALLBACK_DATA = 64  # bytes
_MAX_BUTTONS = 100
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "copy_text",
    "switch_inline_query_current_chat",
    "pay",
)
Rows = list[list[dict[str, Any]]]


def read_markup(markup: Any) -> tuple[Rows, dict[str, Any]]:
    """Return inline keyboard and reply keyboard; at most one of them is there."""
    if markup is None:
        return [], {}
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"]), {}
    if "keyboard" in markup:
        rows = [[_reply_button(button) for button in row] for row in _rows(markup, "keyboard")]
        return [], {"rows": rows, "one_time": bool(markup.get("one_time_keyboard"))}
    if markup.get("remove_keyboard"):
        return [], {"remove": True}
    if markup.get("force_reply"):
        placeholder = markup.get("input_field_placeholder")
        return [], {"force_reply": True} | ({"placeholder": placeholder} if placeholder else {})
    return [], {}


def inline_only(markup: Any) -> Rows:
    """Return the inline keyboard of an edit, which can have no other."""
    rows, keyboard = read_markup(markup)
    if keyboard:
        raise bad_request("inline keyboard expected")
    return rows


def _rows(markup: dict[str, Any], name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows


def _inline(rows: Any) -> Rows:
    checked = [
        [_inline_button(button) for button in row]
        for row in _rows({"inline_keyboard": rows}, "inline_keyboard")
        if row
    ]
    if sum(len(row) for row in checked) > _MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [row for row in checked if row]


def _inline_button(button: Any) -> dict[str, Any]:
    prefix = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"{prefix}: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if text is None:
        raise bad_request(f'{prefix}: Can\'t find field "text"')
    if not isinstance(text, str):
        raise bad_request(f'{prefix}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not any(button.get(action) for action in _ACTIONS):
        raise bad_request(f"{prefix}: Text buttons are unallowed in the inline keyboard")
    if len(str(button.get("callback_data", "")).encode()) > MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if url := button.get("url"):
        _check_url(url)
    return dict(button)


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url or url.startswith("tg:") else f"http://{url}")
    where = f"inline keyboard button URL '{url}' is invalid"
    if parts.scheme not in ("http", "https", "tg", "tonsite"):
        raise bad_request(f"{where}: Unsupported URL protocol")
    if parts.scheme != "tg" and not parts.hostname:
        raise bad_request(f"{where}: URL host is empty")


def _reply_button(button: Any) -> str:
    text = button.get("text") if isinstance(button, dict) else button
    if not isinstance(text, str) or not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    return text
