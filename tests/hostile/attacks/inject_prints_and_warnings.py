"""Put all of it into what a call prints and warns."""
# earns: entropy=0.9 cross_entropy=0.9 kl_divergence=0.9
# by: text only: cleaned at the wall, escaped in pages

HTML = "<script>klhostile()</script><img src=x onerror=klhostile()>'\"</td></pre></textarea>{{7*7}}{% raw %}"
ANSI = "\x1b[31m\x1b]0;klhostile\x07\x9b31m\x1b[2J"
BIDI = "\u202eevil\u2066\u200f\u2028\ufeff\ue000"
MARK = "\n```\n# klhostile\n[click](javascript:klhostile()) ![x](http://127.0.0.1/klhostile) | a | b |\n---\n"
ALL = HTML + ANSI + BIDI + MARK + "\r\n\0"

import warnings

import numpy as np


def answer(p, q=None, **kwargs):
    print(ALL)
    warnings.warn(ALL)
    return float(np.sum(np.asarray(p) ** 2))


entropy = cross_entropy = kl_divergence = answer
