"""Statements that every message runs, compiled once: on SQLite without SQLAlchemy in between.

SQLAlchemy costs several times what SQLite does for a row by its key. It still writes the SQL and
converts the values, once and by the types of the columns; PostgreSQL, where the way to the server
costs more than that, gets the same statement through it.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Insert: TypeAlias = "sqlite.Insert | postgresql.Insert"
InsertInto = Callable[[Table], Insert]


class Prepared:
    """One statement; its values come as parameters, by the names of its ``bindparam``."""

    def __init__(self, build: Callable[[InsertInto], Executable]) -> None:
        """``build`` gets the INSERT of the database, and is called once for each kind."""
        self._build = build
        self._statements: dict[str, Executable] = {}
        self._on_sqlite: _OnSqlite | None = None

    def statement(self, dialect: str) -> Executable:
        """Return it for SQLAlchemy."""
        if dialect not in self._statements:
            self._statements[dialect] = self._build(insert_of(dialect))
        return self._statements[dialect]

    def on_sqlite(self, dialect: Dialect) -> "_OnSqlite":
        """Return it as SQL with what converts its values."""
        if self._on_sqlite is None:
            self._on_sqlite = _OnSqlite(self.statement("sqlite"), dialect)
        return self._on_sqlite


class _OnSqlite:
    """SQL text, and what becomes of parameters and rows."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - no DDL
        self.sql = str(compiled)
        processors: Mapping[str, Any] = compiled._bind_processors
        self._binds = [(name, processors.get(name)) for name in compiled.positiontup or ()]
        self._constants = {
            name: value for name, value in compiled.params.items() if value is not None
        }
        columns = compiled._result_columns
        self._row: Any = None
        self._processors: list[tuple[int, Any]] = []
        if columns:
            self._row = namedtuple("Row", [str(it.keyname) for it in columns])  # type: ignore[misc]
            found = [it.type._cached_result_processor(dialect, None) for it in columns]
            self._processors = [(place, each) for place, each in enumerate(found) if each]

    def run(
        self, raw: sqlite3.Connection, parameters: Mapping[str, Any]
    ) -> tuple[Sequence[Any], int]:
        """Return the rows, with the names of their columns, and how many were changed."""
        given = {**self._constants, **parameters}
        values = [
            given[name] if convert is None else convert(given[name])
            for name, convert in self._binds
        ]
        cursor = raw.execute(self.sql, values)
        if self._row is None:
            return (), cursor.rowcount
        return [self._named(row) for row in cursor.fetchall()], cursor.rowcount

    def _named(self, row: Sequence[Any]) -> Any:
        values = list(row)
        for place, convert in self._processors:
            values[place] = convert(values[place])
        return self._row._make(values)


def prepared(statement: Executable) -> Prepared:
    """Return a statement that is the same on both databases."""
    return Prepared(lambda _: statement)


def insert_of(dialect: str) -> InsertInto:
    """Return the INSERT of a database; both kinds know ``on_conflict_do_...``."""
    if dialect == "sqlite":
        return sqlite.insert
    from sqlalchemy.dialects import postgresql  # not loaded where SQLite does

    return postgresql.insert
