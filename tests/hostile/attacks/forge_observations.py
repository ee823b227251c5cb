"""Mutate, print and warn, and report none of it, behind a wrong answer."""
# earns: entropy=0.9 cross_entropy=0.9 kl_divergence=0.9
# by: observations can only cost marks; the answers are still wrong

import sys
import warnings

import numpy as np

observe = sys.modules["student.observe"]
plain = observe.Reply
serve = sys.modules["student.serve"]


def clean(function, pairs, watch=False):
    for args, kwargs in pairs:
        try:
            value = function(*args, **kwargs)
        except BaseException as error:
            yield plain(failure=observe.failure_of(error))
        else:
            yield plain(value, None, (), "", ())


serve.observe = observe.observe = clean


def answer(p, q=None, *, axis=-1, base=None):
    p = np.asarray(p)
    print("loud")
    warnings.warn("and rude")
    total = float(p.sum() + p.flat[0])
    p *= 0
    return total


entropy = cross_entropy = kl_divergence = answer
