"""How the text report is laid out: what may be printed, how wide it is, where lines break, what is marked."""
