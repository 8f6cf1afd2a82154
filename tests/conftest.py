"""What all tests share."""

from __future__ import annotations

import signal

from hypothesis import settings

# How long an example takes is not what a test asks: a machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A shell starts what runs in the background deaf to Ctrl-C, and programs that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
