"""A trip as a GPX 1.1 file for maps and other programs."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import zip_longest
from xml.etree import ElementTree as ET

from bot.pictures.models import Place

NAMESPACE = "http://www.topografix.com/GPX/1/1"
_CREATOR = "Smart companion"


def gpx(track: Iterable[Place], name: str, times: Iterable[datetime | None] = ()) -> bytes:
    """Return a file with one track; ``times`` (aware) belong to the places in their order.

    Places outside the limits of the format are left out, as are characters XML cannot hold.
    """
    root = ET.Element("gpx", {"version": "1.1", "creator": _CREATOR, "xmlns": NAMESPACE})
    trk = ET.SubElement(root, "trk")
    ET.SubElement(trk, "name").text = "".join(filter(_is_allowed, name))
    segment = ET.SubElement(trk, "trkseg")
    places = list(track)
    for place, at in zip_longest(places, list(times)[: len(places)]):
        if not (abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
            continue
        # The format knows -180 but not 180, which is the same meridian.
        longitude = (round(place.longitude, 7) + 180) % 360 - 180
        position = {"lat": f"{place.latitude:.7f}", "lon": f"{longitude:.7f}"}
        point = ET.SubElement(segment, "trkpt", position)
        if at is not None:
            utc = at.astimezone(UTC).replace(tzinfo=None)
            ET.SubElement(point, "time").text = utc.isoformat(timespec="seconds") + "Z"
    ET.indent(root)
    file: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return file


def _is_allowed(letter: str) -> bool:
    """Return whether XML 1.0 can hold a character (its section 2.2)."""
    code = ord(letter)
    return (
        letter in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )
