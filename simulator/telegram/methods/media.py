"""Takes in files, from the bot and from people."""

from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.files import StoredFile, image_size
from simulator.telegram.messages import JSON
from simulator.telegram.parameters import Parameters, Upload
from simulator.telegram.world import World

_FOLDERS = {"photo": "photos", "voice": "voice", "audio": "music", "document": "documents"}
_MAX_UPLOAD = {"photo": 10 * 1024 * 1024}  # bytes
_MAX_OTHER = 50 * 1024 * 1024


def read_media(world: World, parameters: Parameters, kind: str) -> JSON:
    """Return the media of a call as the Bot API tells it, from an upload or a known file."""
    reference = parameters.text(kind)
    upload = parameters.upload(kind)
    if upload is None and not reference:
        raise bad_request(f"there is no {kind} in the request")
    stored = store(world, kind, upload) if upload else world.files.by_id(reference)
    if stored is None:
        raise _unknown(reference)
    return describe(kind, stored, parameters)


def store(world: World, kind: str, upload: Upload) -> StoredFile:
    """Keep an uploaded file; refuse what Telegram refuses."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > _MAX_UPLOAD.get(kind, _MAX_OTHER):
        raise ApiError(413, "Request Entity Too Large")
    return world.files.add(_FOLDERS[kind], upload.name, upload.mime_type, upload.content)


def describe(kind: str, stored: StoredFile, parameters: Parameters) -> JSON:
    """Return ``{"voice": {...}}`` and the like."""
    told: JSON = dict(stored.as_json())
    match kind:
        case "photo":
            if (size := image_size(stored.content)) is None:
                raise bad_request("IMAGE_PROCESS_FAILED")
            return {"photo": [told | {"width": size[0], "height": size[1]}]}
        case "voice":
            return {
                "voice": told
                | {"duration": parameters.integer("duration", 0), "mime_type": stored.mime_type}
            }
        case "audio":
            extra = {name: v for name in ("title", "performer") if (v := parameters.text(name))}
            told |= {"duration": parameters.integer("duration", 0)} | extra
    return {kind: told | {"file_name": stored.name, "mime_type": stored.mime_type}}


def _unknown(reference: str) -> ApiError:
    if reference.startswith(("http://", "https://")):
        return bad_request("failed to get HTTP URL content")
    if reference.startswith("attach://"):
        return bad_request("file to send not found in the request")
    return bad_request("wrong file identifier/HTTP URL specified")
