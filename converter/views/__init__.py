"""What ``banmian inspect`` shows of a structure: in a terminal, in a browser."""
