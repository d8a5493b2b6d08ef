"""Lets the tests import `strategies`, however pytest was started."""

import sys
from pathlib import Path

if (folder := str(Path(__file__).parents[1])) not in sys.path:
    sys.path.insert(0, folder)
