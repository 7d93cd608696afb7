"""Every check in one go: lint, types, contracts, tests; what could not run is said at the end."""

import os
import subprocess
import sys
import time
from pathlib import Path

from system import ensure_chromium, ensure_espeak

BIN = Path(sys.executable).parent
WORKERS = str((os.cpu_count() or 1) + 1)  # the stories wait a lot: one more keeps all cores busy
PYTEST = ("pytest", "-q", "--numprocesses")
CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("lint", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("import contracts", ["lint-imports"]),
    ("tests", [*PYTEST, WORKERS, "--dist", "worksteal", "--durations=10", "--ignore=tests/rig"]),
    ("rig", [*PYTEST, "2", "tests/rig"]),  # by itself: it dies and starts again by the clock
    ("kills", ["python", "-m", "tests.rig.soak", "--kills", "200", "--seed", "1"]),
)


def main() -> int:
    """Run the checks in order; return 0 only if all of them passed."""
    chromium, espeak = ensure_chromium(), ensure_espeak()
    environment = dict(os.environ)
    if chromium:
        environment["CHROMIUM"] = chromium
    failed = []
    for name, (program, *arguments) in CHECKS:
        print(f"== {name}", flush=True)
        started = time.monotonic()
        result = subprocess.run([BIN / program, *arguments], env=environment, check=False)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
        if result.returncode:
            failed.append(name)
    if chromium is None:
        print("Skipped: the stories in the browser (no Chromium here, and it may not be installed)")
        if os.environ.get("CI"):
            failed.append("browser stories are missing")
    if espeak is None:
        print("Skipped: spoken voice notes (no espeak-ng here, and it may not be installed)")
        if os.environ.get("CI"):
            failed.append("spoken voice notes are missing")
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
