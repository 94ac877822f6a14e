"""The program ``banmian``, which is also ``python -m converter``."""

import os
import sys

from converter import __version__


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
    try:
        from converter.cli import main
        from converter.cli.streams import mend

        mend()
        main(prog_name="banmian")
    except KeyboardInterrupt:  # while modules were loaded
        os.write(2, b"banmian: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    start()
