"""Small answers that many endpoints share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.cloud.cabinet import Document
from simulator.cloud.calls import Call, Check, Handler, Route
from simulator.cloud.codes import CloudError

Json = dict[str, object]


def done(_: Call) -> Json:
    """Say that it was done; nothing is kept."""
    return {"result": 1}


def listed(documents: Mapping[str, Document]) -> Json:
    """Return stored documents as a list."""
    return {"list": list(documents.values())}


def switch(body: Json, name: str) -> bool:
    """Return a truth value of a body, also as 0 or 1 or a text; raise 1400 naming it."""
    value = body.get(name)
    if value in (True, "true", "1"):
        return True
    if value in (False, "false", "0"):
        return False
    raise CloudError("1400", f"{name} is missing")


def number(value: object, name: str, limit: float) -> float:
    """Return a coordinate given as number or text; raise 1400 naming it."""
    try:
        found = float(str(value))
    except ValueError as error:
        raise CloudError("1400", f"{name} is illegal") from error
    if not abs(found) <= limit:
        raise CloudError("1400", f"{name} is illegal")
    return found


def point_asked(call: Call) -> tuple[float, float]:
    """Return the place of the query."""
    return number(call.asked("lat"), "lat", 90), number(call.asked("lon"), "lon", 180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One kind of document that an account stores, lists and removes."""

    name: str
    id_field: str
    fields: tuple[str, ...]
    needed: tuple[str, ...] = ()

    def of(self, call: Call) -> dict[str, Document]:
        """Return the account's documents."""
        return call.world.cabinet.drawer(self.name, call.account.user_id)

    def read(self, call: Call) -> Json:
        """List the documents."""
        return listed(self.of(call))

    def write(self, call: Call) -> Json:
        """Store a document, or change the one with the same id."""
        body, stored = call.json(), self.of(call)
        given = str(body.get(self.id_field) or "")
        known = stored.get(given, {})
        said = {**known, **{name: body[name] for name in self.fields if name in body}}
        if missing := [name for name in self.needed if said.get(name) in (None, "")]:
            raise CloudError("1400", f"{missing[0]} is missing")
        document_id = given or call.world.cabinet.next_id(f"{self.name}-")
        stored[document_id] = {self.id_field: document_id, **said}
        return {"result": 1, self.id_field: document_id}

    def remove(self, param: str) -> Callable[[Call], Json]:
        """Return a handler that removes the document named in the path."""

        def removed(call: Call) -> Json:
            if self.of(call).pop(call.params[param], None) is None:
                raise CloudError("1405")
            return {"result": 1}

        return removed


def row(
    method: str, host: str, path: str, handler: Handler, check: Check = "open", kind: str = ""
) -> Route:
    """Return a row of any host; reading and writing are told from the method if not said."""
    kind = kind or ("read" if method == "GET" else "write")
    return Route(method=method, host=host, path=path, handler=handler, check=check, kind=kind)
