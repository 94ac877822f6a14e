"""The program ``banmian``, which is also ``python -m converter``."""

import os
import sys


def start() -> None:
    """Run the command that the program was called with; it may be interrupted from the first."""
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
