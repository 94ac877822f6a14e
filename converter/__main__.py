"""The program ``banmian``, which is also ``python -m converter``."""

import atexit
import gc
import os
import sys

from converter import __version__

ALLOCATIONS = 100_000
"""Objects that are made before a search for circles among them. A document is tens of thousands that hold no circles:
by CPython's own 700 a twentieth of a run goes into looking them through, and nothing is found.
"""


def start() -> None:
    """Run the command that the program was called with; it may be interrupted from the first.

    Its version, which installers and scripts ask for, is told before click is loaded.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout:
        try:
            print(f"banmian {__version__}", flush=True)
            return
        except OSError:
            pass  # a full or closed stream: the command knows what to say of it
    gc.set_threshold(ALLOCATIONS)
    atexit.register(gc.freeze)  # the system takes all memory back: no last looks for circles in all that was loaded
    try:
        try:
            from converter.cli import main
            from converter.cli.streams import mend
        except ModuleNotFoundError as error:  # click: Python was given the source alone
            _tell_missing(error)
        mend()
        main(prog_name="banmian")
    except KeyboardInterrupt:  # while modules were loaded
        os.write(2, b"banmian: interrupted\n")
        _leave()
    except SystemExit as end:
        _leave(end.code or 0)
        raise


def _leave(code: object = None) -> None:
    """End with the code of an interrupt where ``code`` is no other.

    Python itself would end by the signal where that came in code made of text, as the methods of dataclasses are: a
    shell takes both for one, another program does not. What Python does first is done here too: it waits for threads,
    which may be putting away what processes shared.
    """
    from converter.errors import INTERRUPTED

    if code in (None, INTERRUPTED):
        if threading := sys.modules.get("threading"):
            threading._shutdown()
        atexit._run_exitfuncs()
        os._exit(INTERRUPTED)


def _tell_missing(error: ModuleNotFoundError) -> None:
    """End with the sentence that tells which package is not installed, and what helps."""
    from converter.errors import MissingExtra
    from converter.installed import all_installed

    try:
        with all_installed():
            raise error
    except MissingExtra as missing:
        os.write(2, b"banmian: " + str(missing).encode(errors="backslashreplace") + b"\n")
        sys.exit(missing.exit_code)


if __name__ == "__main__":
    start()
