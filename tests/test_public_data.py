"""Public data: found where CLAIMS_DATA or the cache has it, absent elsewhere, and never other bytes than declared."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimledger.finding import Absent
from pycheck import public_data

NAME = "tafagent/e4_gamma/small.json"
BYTES = b'{"gamma": 1}\n'


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One small declared file, no CLAIMS_DATA, and a cache that is empty."""
    monkeypatch.setitem(public_data.SHA256, NAME, hashlib.sha256(BYTES).hexdigest())
    monkeypatch.delenv("CLAIMS_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _put(folder: Path, content: bytes = BYTES) -> Path:
    file = folder / NAME
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


def test_data_on_neither_place_is_absent_and_says_how_to_get_it() -> None:
    with pytest.raises(Absent, match="data absent; make data, or set CLAIMS_DATA"):
        public_data.path(NAME)


def test_a_folder_without_the_file_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMS_DATA", str(tmp_path))
    with pytest.raises(Absent):
        public_data.path(NAME)


def test_the_folder_that_claims_data_names_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = _put(tmp_path / "here")
    _put(tmp_path / "cache/claimledger/data", b"other")
    monkeypatch.setenv("CLAIMS_DATA", str(tmp_path / "here"))
    assert public_data.path(NAME) == file


def test_other_bytes_are_an_error_that_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = _put(tmp_path / "here", b"other")
    monkeypatch.setenv("CLAIMS_DATA", str(tmp_path / "here"))
    with pytest.raises(ValueError, match=str(file)):
        public_data.path(NAME)


def test_a_name_that_nobody_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        public_data.path("tafagent/undeclared.json")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def upstream(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder served as if it were the source."""
    folder = tmp_path / "upstream"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(public_data, "TAFAGENT", f"http://127.0.0.1:{server.server_port}/")
    yield folder
    server.shutdown()
    server.server_close()


def test_what_was_fetched_is_found_in_the_cache(upstream: Path) -> None:
    served = upstream / NAME.removeprefix("tafagent/")
    served.parent.mkdir()
    served.write_bytes(BYTES)
    assert public_data.fetch(NAME) == public_data.path(NAME)
    assert public_data.path(NAME).read_bytes() == BYTES


def test_other_bytes_are_not_fetched(upstream: Path) -> None:
    served = upstream / NAME.removeprefix("tafagent/")
    served.parent.mkdir()
    served.write_bytes(b"other")
    with pytest.raises(ValueError, match="hash"):
        public_data.fetch(NAME)
    with pytest.raises(Absent):
        public_data.path(NAME)


def test_every_declared_file_has_an_origin_at_a_pinned_commit() -> None:
    for name in public_data.SHA256:
        address = public_data.origin(name)
        assert address.endswith(name.removeprefix("tafagent/"))
        assert "raw.githubusercontent.com/karlesmarin/" in address
        assert len(address.split("/")[5]) == 40
