"""The weights of the structure detector: labelled pages, variants of them, the fit, and the figures that it gives."""
