"""`make stress`: kill `claims verify` and `claims record` a hundred times at random moments and look for broken files.

`python -m tests.stress [TIMES] [SEED]`; exits 1 at the first file that is neither whole nor absent, or a next run that is wrong.
"""

import random
import sys
import tempfile
from pathlib import Path

from tests.test_killed import broken_files, forget, kill_at_random, right, several
from tests.tiny import Tiny


def main() -> None:
    """Kill, look, and at the end run to the end and compare."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    delays, caught = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        tiny = several(Tiny(Path(folder) / "root"))
        wanted = right(tiny)
        for attempt in range(times):
            if attempt % 4 == 0:
                forget(tiny.root)
            caught += kill_at_random(tiny.root, ("verify", "record")[attempt % 2], delays, longest=1.2)
            if broken := broken_files(tiny.root):
                raise SystemExit(f"seed {seed}: kill {attempt + 1} left {', '.join(broken)}")
            if sys.stderr.isatty():
                print(f"\r{attempt + 1} of {times}", end="", file=sys.stderr)
        if right(tiny) != wanted:
            raise SystemExit(f"seed {seed}: the receipts after {times} kills are not those of an undisturbed run")
    print(f"{times} kills, {caught} of them while it ran, seed {seed}: no half-written file, and the next run is right")


if __name__ == "__main__":
    main()
