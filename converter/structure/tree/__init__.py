"""From roles to the tree: blocks, articles, the depths of subheads, datelines, pictures."""
