"""The look of the printed sheet. Everything is in the file: no script, no font, no picture."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

STYLE = """
@page { size: A4; margin: 14mm 15mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm 5mm; max-width: 190mm; background: #fff; color: #14191b;
  font: 10.5pt/1.35 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  overflow-wrap: break-word; }
body.close { font-size: 9.5pt; line-height: 1.28; }
body.brief, body.least { font-size: 9pt; line-height: 1.25; }
h1 { margin: 0; font-size: 1.8em; line-height: 1.15; }
h2 { margin: 1.1em 0 .3em; padding-bottom: .1em; border-bottom: .5mm solid #0b4f5c;
  font-size: 1.3em; line-height: 1.2; }
h3 { margin: .8em 0 .15em; font-size: 1.08em; line-height: 1.25; }
h2, h3 { break-after: avoid; color: #0b4f5c; }
p { margin: .15em 0; }
ul, ol { margin: .2em 0; padding-left: 1.3em; }
li { margin: .12em 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
tr { break-inside: avoid; }
th, td { padding: .22em .5em .22em 0; border-bottom: .25mm solid #b9c3c6; text-align: left;
  vertical-align: top; font-weight: normal; }
thead th { font-size: .9em; color: #45555b; }
.facts, .aside, footer { color: #3c4a4f; }
.aside, footer { font-size: .92em; }
.step { margin-top: .8em; padding: .5em .9em; border: .6mm solid #0b4f5c; border-radius: 2mm;
  break-inside: avoid; }
.step h2 { margin-top: 0; border: 0; }
.step .what { font-size: 1.25em; line-height: 1.25; font-weight: bold; }
.talk { margin-top: .8em; padding: .3em .9em .5em; border-left: 1.6mm solid #b5551b;
  break-inside: avoid; }
.talk h3 { margin-top: 0; color: #8a3d0f; }
.talk li { font-size: 1.1em; margin: .25em 0; }
.question, .keep { break-inside: avoid; }
.answers col { width: 27%; }
.answers.once col { width: 34%; }
.answers col.what { width: auto; }
.landed { font-weight: bold; }
.pairs { margin: .5em 0; font-size: 1.1em; font-weight: bold; }
.bar { display: block; width: 34mm; height: 3.4mm; margin: .12em 0; }
.roomy .bar { width: 38mm; height: 4.2mm; }
.thoughts col { width: 27%; }
.thoughts col.step-name { width: 16%; }
.thoughts col.what { width: auto; }
body .thoughts .bar, body .grid .bar, .leaning .bar { display: inline-block; width: 15mm;
  height: 2.6mm; margin: 0 .4em 0 0; vertical-align: baseline; }
.leaning .bar { width: 11mm; height: 1.9mm; }
.leaning col { width: 36%; }
.leaning col.what { width: auto; }
.moved { white-space: nowrap; }
.grid col { width: 26%; }
.grid col.what { width: auto; }
.steps { display: flex; flex-wrap: wrap; gap: 1mm 2mm; padding: 0; list-style: none; }
.steps li { padding: .1em .6em; border: .25mm solid #6d7b80; border-radius: 2mm; }
.steps li.known { border: .8mm solid #0b4f5c; font-weight: bold; }
.on { fill: #0b4f5c; }
.was { fill: #6d858c; }
.off { fill: #fff; stroke: #8c999e; stroke-width: .6; }
footer { margin-top: 1em; border-top: .25mm solid #b9c3c6; padding-top: .3em; }
@media print { body { padding: 0; max-width: none; } }
"""
"""All of the style sheet; nothing from the outside goes into it."""


def policy(style: str = STYLE) -> str:
    """The content security policy: nothing may be loaded or run, and only this style applies."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
