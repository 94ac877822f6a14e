def with_verse(lines):
    return lines
