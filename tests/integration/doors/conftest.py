import pytest

from storage.database import Database
from storage.keys import Keyring
from storage.schema import migrate


@pytest.fixture
def keyring():
    return Keyring.parse(Keyring.generate_key())


@pytest.fixture
async def database(tmp_path, keyring):
    """A migrated database in a file."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'doors.db'}"
    await migrate(url)
    database = await Database.open(url, keyring)
    yield database
    await database.close()
