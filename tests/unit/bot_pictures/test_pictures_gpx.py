"""The GPX file: what a reader of the format finds in it."""

from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

from bot.pictures import Place, gpx
from bot.pictures.gpx import NAMESPACE

NAMES = {"g": NAMESPACE}
TRACK = (Place(latitude=48.1371540, longitude=11.5761240), Place(latitude=-33.5, longitude=151.0))


def points(content):
    return ET.fromstring(content).findall("g:trk/g:trkseg/g:trkpt", NAMES)


def test_gpx_has_version_creator_and_name():
    root = ET.fromstring(gpx(TRACK, "Home & <away> \x00", ()))

    assert root.tag == f"{{{NAMESPACE}}}gpx"
    assert root.get("version") == "1.1"
    assert root.get("creator")
    assert root.findtext("g:trk/g:name", namespaces=NAMES) == "Home & <away> "


def test_gpx_keeps_places_in_order_with_their_times_in_utc():
    berlin = timezone(timedelta(hours=1))
    times = (datetime(2026, 11, 24, 8, 12, 5, 900_000, tzinfo=berlin), None)

    first, second = points(gpx(TRACK, "Trip", times))

    assert first.attrib == {"lat": "48.1371540", "lon": "11.5761240"}
    assert first.findtext("g:time", namespaces=NAMES) == "2026-11-24T07:12:05Z"
    assert second.attrib == {"lat": "-33.5000000", "lon": "151.0000000"}
    assert second.find("g:time", NAMES) is None


def test_gpx_leaves_out_what_is_not_on_earth_and_keeps_its_neighbours_times():
    lost = Place(latitude=float("nan"), longitude=0.0)
    times = [datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in (1, 2, 3)]

    found = points(gpx((TRACK[0], lost, TRACK[1]), "Trip", times))

    texts = [point.findtext("g:time", namespaces=NAMES) for point in found]
    assert texts == ["2026-11-24T01:00:00Z", "2026-11-24T03:00:00Z"]


def test_gpx_writes_the_date_line_as_the_format_allows():
    (point,) = points(gpx((Place(latitude=0.0, longitude=179.99999999),), "Trip"))

    assert point.get("lon") == "-180.0000000"


def test_gpx_of_nothing_is_still_a_file():
    assert points(gpx((), "", (datetime(2026, 11, 24, tzinfo=UTC),))) == []


def test_gpx_is_utf_8():
    assert "Größe".encode() in gpx((), "Größe")
