"""Put all of it into the names and texts of errors, while loading and in calls."""
# by: text only: cleaned at the wall, escaped in pages

HTML = "<script>klhostile()</script><img src=x onerror=klhostile()>'\"</td></pre></textarea>{{7*7}}{% raw %}"
ANSI = "\x1b[31m\x1b]0;klhostile\x07\x9b31m\x1b[2J"
BIDI = "\u202eevil\u2066\u200f\u2028\ufeff\ue000"
MARK = "\n```\n# klhostile\n[click](javascript:klhostile()) ![x](http://127.0.0.1/klhostile) | a | b |\n---\n"
ALL = HTML + ANSI + BIDI + MARK + "\r\n\0"


def answer(*args, **kwargs):
    raise type(HTML + ANSI + BIDI, (Exception,), {})(ALL)


entropy = cross_entropy = kl_divergence = answer
raise type(HTML, (ValueError,), {})(ALL)
