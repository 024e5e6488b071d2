"""A parsed registry, kept until a byte of it changes.

Held against it are the digest of both YAML files, and the stamps of the engine's own files and of every file that a
target points into, for their signatures are part of the checks. Only registries without faults have a mirror, and one
that cannot be read is none.
"""

from pathlib import Path

import msgspec

from claimledger.registry.load import CLAIMS, ERRATA, Loaded, load
from claimledger.store import cache_folder, digest, write_whole
from claimledger.target import BadTarget, module_file

Stamp = tuple[str, int, int]


class Mirror(msgspec.Struct, frozen=True):
    """A registry with what it was loaded from."""

    digest: str
    stamps: list[Stamp]
    loaded: Loaded


def load_mirrored(root: Path) -> Loaded:
    """As `load`, from the mirror where there is one. Raises Faults."""
    files = [root / name for name in (CLAIMS, ERRATA)]
    text = digest(path.read_bytes() if path.is_file() else b"absent" for path in files)
    path = cache_folder(root) / "registry" / "mirror.msgpack"
    try:
        mirror = _DECODER.decode(path.read_bytes())
        if mirror.digest == text and all(_stamp(Path(name)) == (name, *rest) for name, *rest in mirror.stamps):
            return mirror.loaded
    except (OSError, msgspec.MsgspecError):
        pass
    loaded = load(root)
    stamps = [_stamp(file) for file in sorted(_read_files(root, loaded))]
    write_whole(root, path, msgspec.msgpack.encode(Mirror(text, stamps, loaded)))
    return loaded


_DECODER = msgspec.msgpack.Decoder(Mirror)


def _stamp(path: Path) -> Stamp:
    stat = path.stat()
    return str(path), stat.st_mtime_ns, stat.st_size


def _read_files(root: Path, loaded: Loaded) -> set[Path]:
    found = set(Path(__file__).parents[1].rglob("*.py"))
    for target in {item.target for _, item in loaded.evidence() if isinstance(item.target, str)}:
        try:
            found.add(module_file(root, target, loaded.registry.packages))
        except BadTarget:
            path = root / target
            found |= {path} if path.is_file() else set()
    return found
