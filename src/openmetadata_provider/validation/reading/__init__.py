"""From files to documents: YAML, JSON and JSON Lines, with limits, and with positions for what turns out wrong."""
