"""The reader's ledger as a static site: pages that work from file://, with relative links and no request to any other host.

A page is a pure function of its context, which is plain data; one whose context did not change is not rendered again.
Every number on a page comes from `ledger`: nothing here counts or judges.
"""
