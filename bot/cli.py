"""The command ``smartbot``: one short function per command."""

# Imports stand inside the commands: `smartbot recognise` starts without Telegram and database, and
# only `demo` and `simulate` know the stand-ins.

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any

import typer

from bot.lean import leave_out

OWN_PACKAGES = {
    "alerts",
    "bot",
    "family",
    "intents",
    "migrations",
    "simulator",
    "smartcloud",
    "storage",
}

app = typer.Typer(
    help="A companion for drivers of the Smart #1, #3 and #5.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
keys_app = typer.Typer(help="The keys that encrypt sessions.", no_args_is_help=True)
simulate_app = typer.Typer(help="One stand-in by itself.", no_args_is_help=True)
alexa_app = typer.Typer(help="The Alexa skill.", no_args_is_help=True)
app.add_typer(alexa_app, name="alexa")
app.add_typer(keys_app, name="keys")
app.add_typer(simulate_app, name="simulate")

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")]


def main() -> None:
    """Run a command; a failure is one or two lines on standard error and exit code 1."""
    sys.excepthook = explain
    leave_out()
    if len(sys.argv) == 2 and (serve := SERVING.get(sys.argv[1])):
        serve()  # without typer, which loads pydantic, 8 MiB for as long as the process lives
    else:
        typer.main.get_command(app)(prog_name="smartbot")


def explain(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Say what went wrong; our own errors are worded for people, others are only named."""
    if os.environ.get("LOG_LEVEL", "").lower() == "debug" and kind is not KeyboardInterrupt:
        sys.__excepthook__(kind, error, traceback)
    elif kind.__module__.partition(".")[0] in OWN_PACKAGES:
        print(_clean(str(error)), file=sys.stderr)
    elif kind is not KeyboardInterrupt:
        print(
            f"smartbot stopped because of an unexpected {kind.__name__}. "
            "Set LOG_LEVEL=debug to see where.",
            file=sys.stderr,
        )


@app.command()
def demo(
    host: Host = "127.0.0.1",
    port: Port = 8080,
    speed: Annotated[
        float, typer.Option(min=0.1, max=3600, help="Simulated seconds a second.")
    ] = 1,
    data: Annotated[
        Path | None, typer.Option(help="Folder to keep; default: removed at the end.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Makes the cars behave the same again.")] = 1,
) -> None:
    """Try everything out in a browser, with stand-ins for Telegram and for Smart's cloud."""
    from bot.demo import Demo  # the stand-ins are loaded only here

    _run(Demo(host=host, port=port, speed=speed, data=data, seed=seed).run())


@app.command()
def run() -> None:
    """Answer in Telegram and watch the cars, in one process."""
    from bot.service import Part  # loads Telegram and database

    _serve(Part.POLLING | Part.WORK)


@app.command()
def web() -> None:
    """Receive Telegram's webhook; show health and metrics."""
    from bot.service import Part  # loads Telegram and database

    _serve(Part.WEBHOOK)


@app.command()
def worker() -> None:
    """Watch the cars and deliver alerts."""
    from bot.service import Part  # loads Telegram and database

    _serve(Part.WORK)


@app.command()
def assist(
    uri: Annotated[str | None, typer.Option(help="tcp://host:port; default: ASSIST_URI.")] = None,
) -> None:
    """Answer Home Assistant's Assist by the wyoming protocol, as the person of ASSIST_TOKEN."""
    from bot.service import Part  # loads Telegram and database
    from bot.service import run as run_service  # loads Telegram and database

    settings = _settings()
    _run(run_service(replace(settings, assist_uri=uri or settings.assist_uri), Part.ASSIST))


@app.command()
def migrate() -> None:
    """Bring the database to the newest revision."""
    from storage import schema  # loads the database

    settings = _settings()
    if settings.database_file is not None:
        settings.database_file.parent.mkdir(parents=True, exist_ok=True)
    _run(schema.migrate(settings.database))
    typer.echo(f"The database is at revision {schema.head_revision()}.")


@app.command()
def recognise() -> None:
    """Read JSON lines {"lang", "text"} and say what each was understood as."""
    from intents.cli import recognise_lines  # loads the grammars

    for line in recognise_lines(sys.stdin, datetime.now(UTC).astimezone()):
        print(line, flush=True)


@app.command()
def endpoints(
    domain: Annotated[str | None, typer.Option(help="Only this domain.")] = None,
    region: Annotated[str | None, typer.Option(help="EU or INTL.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects.")] = False,
) -> None:
    """Show the catalogue of the cloud's endpoints."""
    from bot.explore import endpoint_rows  # loads the client

    rows = endpoint_rows(domain, region)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        regions = ",".join(row["regions"])
        typer.echo(
            f"{row['name']:<40} {row['method']:<6} {row['path']}  [{regions}] {row['status']}"
        )


@app.command()
def call(
    endpoint: Annotated[str, typer.Argument(help="A name from `smartbot endpoints`.")],
    param: Annotated[list[str] | None, typer.Option(help="k=v; may be repeated.")] = None,
    body: Annotated[str | None, typer.Option(help="JSON.")] = None,
    account: Annotated[int, typer.Option(help="Which stored account, counted from 1.")] = 1,
    region: Annotated[str | None, typer.Option(help="EU or INTL.")] = None,
) -> None:
    """Send one signed, authenticated request and print the answer as JSON.

    Uses the stored session, or SMART_EMAIL and SMART_PASSWORD if they are set. The parameter "vin"
    chooses the car; without it the account's first car is taken.
    """
    from bot import explore  # loads the client

    who = explore.Who(account, explore.parse_region(region))
    params, content = explore.parse_params(param or ()), explore.parse_body(body)
    answer = _run(explore.call_endpoint(_settings(), endpoint, params, content, who))
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=1))


@app.command()
def doctor() -> None:
    """Say what is missing or wrong in the set-up."""
    from bot.doctor import examine  # loads everything

    findings = _run(examine(_settings()))
    for finding in findings:
        typer.echo(f"{'ok   ' if finding.is_good else 'WRONG'} {finding.text}")
    raise typer.Exit(0 if all(finding.is_good for finding in findings) else 1)


@keys_app.command("new")
def keys_new() -> None:
    """Print a new key for SESSION_KEYS."""
    from storage.keys import Keyring  # loads cryptography

    typer.echo(Keyring.generate_key())


@keys_app.command("rotate")
def keys_rotate() -> None:
    """Encrypt everything under the newest key; a key file gets a new one first."""
    from bot.keeping import rotate_keys  # loads the database

    typer.echo(_run(rotate_keys(_settings())))


@keys_app.command("check")
def keys_check() -> None:
    """Say whether every row can be decrypted."""
    from bot.keeping import check_keys  # loads the database

    text, is_good = _run(check_keys(_settings()))
    typer.echo(text)
    raise typer.Exit(0 if is_good else 1)


@alexa_app.callback()
def alexa() -> None:
    """Keep `model` a command of its own, also while it is the only one."""


@alexa_app.command("model")
def alexa_model(
    locale: Annotated[str, typer.Option(help="en-GB, en-US, de-DE, fr-FR, es-ES, it-IT, ...")],
    invocation_name: Annotated[
        str | None, typer.Option(help="Default: ALEXA_INVOCATION_NAME, or the language's own.")
    ] = None,
) -> None:
    """Print the interaction model that the developer console imports."""
    from bot.alexa.printing import print_model  # loads the grammars

    typer.echo(print_model(_settings(), locale, invocation_name, datetime.now(UTC)))


@simulate_app.command("cloud")
def simulate_cloud(port: Port = 8081, host: Host = "127.0.0.1") -> None:
    """Stand in for Smart's two clouds."""
    from bot.stand_ins import serve_cloud  # loads a web server

    _run(serve_cloud(host, port))


@simulate_app.command("telegram")
def simulate_telegram(port: Port = 8082, host: Host = "127.0.0.1") -> None:
    """Stand in for Telegram."""
    from bot.stand_ins import serve_telegram  # loads a web server

    _run(serve_telegram(host, port))


SERVING = {"run": run, "web": web, "worker": worker}
"""Commands that run for weeks and take no options."""


def _serve(parts: Any) -> None:
    from bot.service import run as run_service  # loads Telegram and database

    _run(run_service(_settings(), parts))


def _settings() -> Any:
    from bot.logs import configure_logs  # loads structlog
    from bot.settings import load_settings  # only where they are needed

    settings = load_settings()
    configure_logs(settings.log_level, settings.log_format, own_paths=settings.own_paths)
    return settings


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def _clean(text: str) -> str:
    from bot.logs import clean  # only needed when something is wrong

    return clean(text)


if __name__ == "__main__":
    main()
