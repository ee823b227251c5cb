"""Die of a segmentation fault while loading."""
# by: the death of one process

import ctypes

ctypes.string_at(0)
