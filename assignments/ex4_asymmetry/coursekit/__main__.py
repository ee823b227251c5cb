"""``python -m coursekit FILE``: run the public checks on a .py file or notebook and pack it."""

import sys
from pathlib import Path

from .checks import Checks

if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
    raise SystemExit("usage: python -m coursekit FILE   (checks FILE, a .py file or a notebook, and packs it as a zip)")
Checks().hand_in(sys.argv[1])
