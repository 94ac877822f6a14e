"""From cues to roles: the grammar of a page, the weights of the cues, and the best path through them."""
