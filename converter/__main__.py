"""``python -m converter`` is ``banmian``."""

from converter.cli import main

if __name__ == "__main__":
    main(prog_name="banmian")
