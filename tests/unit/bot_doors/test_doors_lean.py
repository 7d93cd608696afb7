import json
import subprocess
import sys
from pathlib import Path

import pytest

import bot.cli
from bot.lean import ABSENT, HOLLOW

ROOT = Path(bot.cli.__file__).parent.parent
SHOW = """
import json, sys
import bot.cli, bot.settings
sys.argv = ["smartbot", "run"]
try:
    bot.cli.main()
except bot.settings.SettingsError:  # no token
    pass
assert "bot.service" in sys.modules
print(json.dumps([name for name, module in sys.modules.items() if module is not None]))
"""
COSTLY = {
    "alembic": "9 MiB; for an older database only",
    "mako": "with alembic",
    "pydantic": "9 MiB",
    "pygments": "5 MiB",
    "rich": "7 MiB",
    "simulator": "the stand-ins are no part of the service",
    "sqlalchemy.dialects.postgresql": "2 MiB; for that database only",
    "sqlalchemy.orm": "6 MiB",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a process that serves has loaded."""
    shown = subprocess.check_output(
        [sys.executable, "-c", SHOW],
        cwd=tmp_path_factory.mktemp("empty"),
        env={"PYTHONPATH": str(ROOT)},
        text=True,
    )
    return set(json.loads(shown))


@pytest.mark.parametrize("name", sorted(COSTLY))
def test_lean_service_does_not_load(loaded: set[str], name: str) -> None:
    assert not [module for module in loaded if f"{module}.".startswith(f"{name}.")]


@pytest.mark.parametrize("name", [*ABSENT, *HOLLOW])
def test_lean_left_out_modules_still_exist(name: str) -> None:
    """A renamed module would be left out for nothing."""
    folders = [Path(path) for path in sys.path if path]
    parts = name.split(".")

    assert any(
        (folder.joinpath(*parts[:-1]) / f"{parts[-1]}.py").exists()
        or folder.joinpath(*parts).is_dir()
        for folder in folders
    )
