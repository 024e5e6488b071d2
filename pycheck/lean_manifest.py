"""What the public manifest of the author's formal proofs lists.

lean_status.json (github.com/karlesmarin/tafagent at e0d8cb6, data/) names each theorem with a sentence of what it says.
"""

import json
import re

from flint import arb

from claimledger.finding import Ball, Enclosure
from pycheck import public_data


def theorems_that_name(words: list[str], theorems: int, naming: int) -> Enclosure:
    """Of all listed theorems, how many have every one of the words (regular expressions) in their name or sentence."""
    groups = json.loads(public_data.path("lean_status.json").read_text(encoding="utf-8"))["groups"]
    sentences = [f"{row['name']} {row['claim']}" for group in groups for row in group["theorems"]]
    named = [s for s in sentences if all(re.search(word, s, re.IGNORECASE) for word in words)]
    return Enclosure((Ball("theorems", arb(len(sentences)), target=theorems), Ball("naming", arb(len(named)), target=naming)))
