"""Column types and the table catalogue."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import LargeBinary, create_engine, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from storage import tables
from storage.engines import parse_url
from storage.exceptions import DatabaseUnavailableError
from storage.sealed import SEALED
from storage.types import UtcDateTime

MOMENT = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_instants_come_back_in_utc() -> None:
    elsewhere = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))

    with create_engine("sqlite://").connect() as connection:
        stored = connection.execute(select(literal(elsewhere, UtcDateTime()))).scalar_one()

    assert stored == MOMENT
    assert stored.tzinfo is UTC


def test_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(MOMENT.replace(tzinfo=None), sqlite.dialect())


def test_postgresql_gets_aware_instants() -> None:
    dialect = postgresql.dialect()

    assert UtcDateTime().process_bind_param(MOMENT, dialect) == MOMENT
    assert UtcDateTime().process_result_value(MOMENT, dialect) == MOMENT


def test_every_binary_column_is_in_the_list_of_sealed_ones() -> None:
    binary = {
        column
        for table in tables.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }

    assert {entry.column for entry in SEALED} == binary - {tables.data_keys.c.wrapped}


def test_all_tables_can_be_written_for_postgresql() -> None:
    dialect = postgresql.dialect()

    for table in tables.metadata.sorted_tables:
        assert "TIMESTAMP WITHOUT" not in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "INDEX" in str(CreateIndex(index).compile(dialect=dialect))


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("sqlite:///smart.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:///smart.db", "sqlite+aiosqlite"),
        ("postgresql://u:p@localhost/smart", "postgresql+asyncpg"),
        ("postgres://u:p@localhost/smart", "postgresql+asyncpg"),
        ("postgresql+asyncpg://u:p@localhost/smart", "postgresql+asyncpg"),
        ("postgresql+psycopg://u:p@localhost/smart", "postgresql+asyncpg"),
        ("postgresql+psycopg2://u:p@localhost/smart", "postgresql+asyncpg"),
    ],
)
def test_url_gets_the_asynchronous_driver(text: str, driver: str) -> None:
    assert parse_url(text).drivername == driver


def test_url_of_a_host_that_wants_tls_is_understood() -> None:
    url = parse_url("postgres://u:p@localhost/smart?sslmode=require&application_name=x")

    assert dict(url.query) == {"ssl": "require", "application_name": "x"}


def test_postgresql_gets_partial_indexes() -> None:
    tables.declare_for_postgresql()
    dialect = postgresql.dialect()
    indexes = [index for table in tables.metadata.sorted_tables for index in table.indexes]
    written = [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]

    partial = {
        index.name for index in indexes if index.dialect_options["sqlite"]["where"] is not None
    }

    assert partial == {"ix_commands_open", "ix_episodes_open", "ix_inbox_open", "ix_outbox_due"}
    assert sum(" WHERE " in text for text in written) == len(partial)


@pytest.mark.parametrize("text", ["", "smart.db", "mysql://u:hunter2@localhost/x"])
def test_other_url_is_refused_without_its_password(text: str) -> None:
    with pytest.raises(DatabaseUnavailableError, match="DATABASE_URL") as caught:
        parse_url(text)

    assert "hunter2" not in str(caught.value)
