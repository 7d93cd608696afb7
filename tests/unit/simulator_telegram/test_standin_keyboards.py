"""Keyboards are checked as Telegram does it."""

import pytest

from simulator.telegram.errors import ApiError
from simulator.telegram.keyboards import inline_only, read_markup

PARSE = "Bad Request: can't parse inline keyboard button: "


def test_inline_keyboard_loses_empty_rows() -> None:
    button = {"text": "Yes", "callback_data": "y"}

    assert read_markup({"inline_keyboard": [[button], []]}) == ([[button]], {})


@pytest.mark.parametrize(
    ("markup", "keyboard"),
    [
        (None, {}),
        ({"keyboard": [["A", {"text": "B"}]]}, {"rows": [["A", "B"]], "one_time": False}),
        ({"remove_keyboard": True}, {"remove": True}),
        (
            {"force_reply": True, "input_field_placeholder": "PIN"},
            {"force_reply": True, "placeholder": "PIN"},
        ),
    ],
)
def test_other_markup(markup: object, keyboard: dict) -> None:
    assert read_markup(markup) == ([], keyboard)


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x"}, f"{PARSE}Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "x"}, f'{PARSE}Can\'t find field "text"'),
        ({"text": 1, "callback_data": "x"}, f'{PARSE}Field "text" must be of type String'),
        ({"text": "x", "callback_data": "ä" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "x", "url": "ftp://example.com"},
            "Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: "
            "Unsupported URL protocol",
        ),
    ],
)
def test_refused_button(button: dict, description: str) -> None:
    with pytest.raises(ApiError) as error:
        read_markup({"inline_keyboard": [[button]]})

    assert error.value.description == description


def test_64_bytes_of_callback_data_are_fine() -> None:
    rows, _ = read_markup({"inline_keyboard": [[{"text": "x", "callback_data": "ä" * 32}]]})

    assert rows[0][0]["callback_data"] == "ä" * 32


@pytest.mark.parametrize("markup", ["x", {"inline_keyboard": "x"}, {"inline_keyboard": ["x"]}])
def test_malformed_markup(markup: object) -> None:
    with pytest.raises(ApiError):
        read_markup(markup)


def test_an_edit_takes_only_inline_keyboards() -> None:
    with pytest.raises(ApiError, match="inline keyboard expected"):
        inline_only({"keyboard": [["A"]]})
