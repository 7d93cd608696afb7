"""What the tests need from the system: a browser and a voice, found or installed where allowed."""

import os
import shutil
import subprocess
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Return the path of a Chromium-like browser, or None."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).exists() else None
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def may_install() -> bool:
    """Say whether this process may install Debian packages."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def ensure_chromium() -> str | None:
    """Find Chromium, else install Debian's package where allowed; return its path or None."""
    return find_chromium() or (find_chromium() if install("chromium") else None)


def ensure_espeak() -> str | None:
    """Find espeak-ng, which speaks to the bot in tests, else install Debian's package."""
    return shutil.which("espeak-ng") or (
        shutil.which("espeak-ng") if install("espeak-ng") else None
    )


def install(package: str) -> bool:
    """Install a Debian package where allowed; say why it failed."""
    if not may_install():
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}", flush=True)
            return False
    return True
