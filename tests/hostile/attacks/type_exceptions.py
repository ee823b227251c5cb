"""Raise exceptions whose text, name and bases raise, exit or never end."""
# by: the failure is told without them

class Silent(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__


class Long(Exception):
    def __str__(self):
        return "x" * 50_000_000


def entropy(p, *, axis=-1, base=None):
    raise Silent


def cross_entropy(p, q, *, axis=-1, base=None):
    raise Long


def kl_divergence(p, q, *, axis=-1, base=None):
    raise type("N" * 10_000_000, (ValueError, TypeError), {})("p q base")
