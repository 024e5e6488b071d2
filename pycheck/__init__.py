"""Python evidence: one module per topic, each a short chapter with its mathematics in the docstring.

A check is a function whose name is the sentence it checks and whose parameters are the constants of the claim; it
returns a finding and judges nothing. Modules that stand as independent evidence share `pycheck.definitions` only.
"""
