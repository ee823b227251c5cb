"""Put all of it into answers: texts, keys, type names."""
# by: values are shown by repr, cut, escaped

HTML = "<script>klhostile()</script><img src=x onerror=klhostile()>'\"</td></pre></textarea>{{7*7}}{% raw %}"
ANSI = "\x1b[31m\x1b]0;klhostile\x07\x9b31m\x1b[2J"
BIDI = "\u202eevil\u2066\u200f\u2028\ufeff\ue000"
MARK = "\n```\n# klhostile\n[click](javascript:klhostile()) ![x](http://127.0.0.1/klhostile) | a | b |\n---\n"
ALL = HTML + ANSI + BIDI + MARK + "\r\n\0"


def entropy(p, *, axis=-1, base=None):
    return ALL


def cross_entropy(p, q, *, axis=-1, base=None):
    return {ALL: [ALL] * 8}


def kl_divergence(p, q, *, axis=-1, base=None):
    return type(ALL.replace("\0", ""), (), {})()
