"""Sleep a little in every call."""
# by: waiting is added up over a question

import time


def answer(*args, **kwargs):
    time.sleep(0.4)
    return 0.0


entropy = cross_entropy = kl_divergence = answer
