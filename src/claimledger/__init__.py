"""The engine of a claim ledger: it runs evidence, judges it, and says which tag each claim has earned.

It knows nothing of the book whose claims it keeps. A tag is a claim too, so the ledger checks the tags.
"""
