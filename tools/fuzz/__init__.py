"""Documents that nobody would write, made by the thousand: no reader may fail on one, hang, or lose a character."""
