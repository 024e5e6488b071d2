"""Receipts from another machine: taken where they speak of these bytes, and left where they do not."""

import shutil
from pathlib import Path

from tests.tiny import Tiny, claim


def test_a_receipt_from_elsewhere_is_taken_where_it_speaks_of_these_bytes(tiny: Tiny, tmp_path: Path) -> None:
    tiny.write(claim("four")).claims("record")
    elsewhere = tmp_path / "elsewhere"
    shutil.move(tiny.root / "receipts", elsewhere)
    assert "1 receipts taken: four/count" in tiny.claims("record", "--import", str(elsewhere)).out
    assert (tiny.root / "receipts" / "four.json").read_bytes() == (elsewhere / "four.json").read_bytes()
    assert tiny.claims("audit").code == 0


def test_a_receipt_of_other_bytes_is_left(tiny: Tiny, tmp_path: Path) -> None:
    tiny.write(claim("four")).claims("record")
    elsewhere = tmp_path / "elsewhere"
    shutil.move(tiny.root / "receipts", elsewhere)
    text = (elsewhere / "four.json").read_text()
    (elsewhere / "four.json").write_text(text.replace('"instances": 1', '"instances": 2', 1))
    assert "0 receipts taken" in tiny.claims("record", "--import", str(elsewhere)).out
    assert not (tiny.root / "receipts" / "four.json").exists()


def test_a_folder_that_is_not_there_is_a_wrong_call(tiny: Tiny) -> None:
    done = tiny.write(claim("four")).claims("record", "--import", "nowhere")
    assert done.code == 2
    assert "is not a folder" in done.err
