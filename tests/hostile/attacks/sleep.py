"""Sleep instead of computing."""
# by: waiting has a limit of its own

import time

time.sleep(10_000)
