"""Print markup, escape sequences, direction marks and fences."""
# by: text only: cleaned at the wall, escaped in pages

HTML = "<script>klhostile()</script><img src=x onerror=klhostile()>'\"</td></pre></textarea>{{7*7}}{% raw %}"
ANSI = "\x1b[31m\x1b]0;klhostile\x07\x9b31m\x1b[2J"
BIDI = "\u202eevil\u2066\u200f\u2028\ufeff\ue000"
MARK = "\n```\n# klhostile\n[click](javascript:klhostile()) ![x](http://127.0.0.1/klhostile) | a | b |\n---\n"
ALL = HTML + ANSI + BIDI + MARK + "\r\n\0"

print(ALL)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
