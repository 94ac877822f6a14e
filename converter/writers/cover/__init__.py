"""The cover: drawn from the issue, or a user's own, and its pixels."""
