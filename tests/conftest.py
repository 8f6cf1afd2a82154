"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes is not what a test asks: a machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
