"""The entry point: parses the call, and turns every fault into a calm line and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence

import click

from ajs_trainer.cli import language
from ajs_trainer.cli.output import prepare_streams, remark, sentence
from ajs_trainer.cli.root import root
from ajs_trainer.errors import AjsError, ExitCode
from ajs_trainer.locale import _

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``ajs`` with the arguments (those of the process by default); returns the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    prepare_streams()
    language.speak(language.choose_language(arguments))
    try:
        code = guarded(lambda: root.main(arguments, prog_name="ajs", standalone_mode=False))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_the_pipe()
        return ExitCode.FOUND
    return code


def guarded(run: Callable[[], object]) -> int:
    """Run something and tell about its faults; returns the exit code.

    Raises:
        BrokenPipeError: Nobody reads what is written.
    """
    try:
        code = run()
    except click.ClickException as error:
        _tell_usage(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        remark(_("Stopped. What was said to be saved is saved."))
        return INTERRUPTED
    except AjsError as error:
        from ajs_trainer.characters import visible_line

        remark(f"ajs: {visible_line(sentence(error))}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:  # the last line of defence for whoever sits at the computer
        return _tell_crash(error)
    return code if isinstance(code, int) else ExitCode.OK


def _tell_usage(error: click.ClickException) -> None:
    words = io.StringIO()
    error.show(words)
    remark(words.getvalue().rstrip("\n"))


def _tell_crash(error: Exception) -> int:
    from ajs_trainer.cli import crash

    log = crash.keep(error)
    if log is None:
        remark(_("ajs: Something unexpected went wrong, and it could not be written down."))
    else:
        remark(
            _(
                "ajs: Something unexpected went wrong. Where it happened is written in {log} "
                "(no names, no texts); send it to whoever looks after the program."
            ).format(log=log)
        )
    return crash.EXIT_CODE


def _let_go_of_the_pipe() -> None:
    """Point stdout at nothing, so that Python's last flush at exit is silent too."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
