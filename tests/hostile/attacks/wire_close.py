"""Close every descriptor, then go on."""
# by: the process counts as ended

import os

os.closerange(0, 256)
