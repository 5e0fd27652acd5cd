"""Measurements of the program against a named reference in the same run.

``python -m benchmarks`` runs them all, prints what was found and writes ``docs/benchmarks.md``.
One module each; all of them need Linux or macOS.
"""
