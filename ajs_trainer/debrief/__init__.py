"""What a room may be told about its own choices: the disclosure rule, the summary, the sheets.

Pure: no input or output, no clock, no chance. Everything that is shown is computed from the
published statements, never from the counts behind them, so that it cannot tell more than they do.
"""
