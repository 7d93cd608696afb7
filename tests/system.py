"""What the tests need from the system: a headless Chromium, found or installed where allowed."""

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
    if path := find_chromium():
        return path
    if not may_install():
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}", flush=True)
            return None
    return find_chromium()
