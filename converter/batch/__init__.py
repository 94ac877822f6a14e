"""An archive → books: planned, spread over processes or a cluster, kept in a manifest, put on a shelf and reported."""
