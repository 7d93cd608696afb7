"""A host that is down is left alone, one probe at a time, and other hosts are not touched."""

from aiohttp import web

from smartcloud.breaker import FAILURES, REST_S, Breaker
from smartcloud.exceptions import CloudUnavailableError, NotConnectedError
from smartcloud.models import Model


def test_rests_after_many_failures_in_a_row() -> None:
    breaker = Breaker()
    for _ in range(FAILURES - 1):
        breaker.note_failure(0)
    assert breaker.may_ask(0)

    breaker.note_failure(0)

    assert not breaker.may_ask(REST_S - 0.1)
    assert breaker.may_ask(REST_S)
    assert not breaker.may_ask(REST_S), "only one may try"


def test_an_answer_ends_the_count() -> None:
    breaker = Breaker()
    for _ in range(FAILURES):
        breaker.note_failure(0)

    breaker.note_answer()

    assert breaker.may_ask(0)


async def test_load_while_the_cloud_is_down(scripted, client, tokens, make_car, envelope) -> None:
    async def keep(_tokens) -> None:
        """Nothing changes."""

    account = client.open_account(tokens, on_tokens=keep)
    one, five = make_car(Model.ONE), make_car(Model.FIVE)
    scripted.on("api.ecloudeu.com", lambda _: web.Response(status=503, text="<html>down</html>"))
    scripted.on("apiv2.ecloudeu.com", envelope("1000", {"soc": "800"}))
    errors = []

    for _ in range(200):
        try:
            await account.get_charge_limit(one)
        except CloudUnavailableError as error:
            errors.append(type(error))

    assert len(errors) == 200
    assert errors.count(CloudUnavailableError) == FAILURES
    assert errors.count(NotConnectedError) == 200 - FAILURES
    assert scripted.count(" api.ecloudeu.com") == FAILURES
    assert (await account.get_charge_limit(five)).percent == 80
