"""What the first and the last cell of a student's notebook use: checks in plain words, and packing.

The build copies this package beside each notebook.  It needs the standard library, and otter for
the checks alone; ``python -m coursekit`` does the same for a .py file.
"""

from .checks import Checks

__all__ = ["Checks"]
