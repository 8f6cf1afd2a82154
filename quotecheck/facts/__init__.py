"""A text in its own language -> the facts in it."""
