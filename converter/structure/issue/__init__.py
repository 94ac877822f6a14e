"""From several pages to one issue: margins that are repeated, stories that jump, the order of all."""
