"""The bars: heights in proportion, colours by person, labels only where they fit."""

import pytest

from bot.pictures import Bar, BarsPicture, Fact, Heading, bars_picture
from bot.pictures.palette import person_colour


def chart(series: tuple[str, ...], *bars: tuple[float, ...]) -> bytes:
    return bars_picture(
        BarsPicture(
            heading=Heading(title="This week", value="100 km"),
            series=series,
            bars=tuple(Bar(label=str(i), amounts=amounts) for i, amounts in enumerate(bars)),
            amount=lambda value: f"{value:g} km",
            empty_label="No trips",
            facts=(Fact(label="Energy", value="16.2 kWh/100 km"),),
        )
    )


def height(box):
    return box[3] - box[1]


def test_stacked_heights_are_in_proportion(opened, area_of):
    picture = opened(chart(("",), (10, 30, 40)))  # one name: no legend to find the colours in

    first, second, third = (area_of(picture, person_colour(i)) for i in range(3))

    assert height(second) / height(first) == pytest.approx(3, rel=0.05)
    assert height(third) / height(first) == pytest.approx(4, rel=0.05)
    assert first[1] >= second[3] > second[1] >= third[3]


def test_bars_stand_in_their_order(opened, area_of):
    picture = opened(chart(("",), (10, 0), (0, 10)))

    first, second = (area_of(picture, person_colour(i)) for i in range(2))

    assert first[2] < second[0]
    assert first[1] == second[1]


def test_legend_shows_a_person_who_has_not_driven(opened, area_of):
    picture = opened(chart(("Anna", "Ben"), (10, 0)))

    assert height(area_of(picture, person_colour(1))) == pytest.approx(24, abs=2)


@pytest.mark.parametrize(
    "amounts",
    [(float("nan"),), (-5,), (0,), (), (float("inf"),)],
    ids=["no number", "negative", "nothing", "no series", "infinite"],
)
def test_what_cannot_be_shown_is_an_empty_chart(opened, area_of, amounts):
    picture = opened(chart(("",), amounts))

    assert area_of(picture, person_colour(0)) is None


def test_no_bars_at_all(opened):
    assert opened(chart(())).width == 1080


def test_many_people_make_the_legend_higher(opened):
    few = opened(chart(("Anna", "Ben"), (1, 2)))
    many = opened(chart(tuple(f"Somebody with the number {i}" for i in range(12)), (1,) * 12))

    assert many.height > few.height
