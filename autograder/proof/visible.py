"""Signs that the form of an expression shows, at every legal point and without evaluating it."""

from __future__ import annotations

from .expression import Node, constant
from .setting import Setting

UNKNOWN, NON_NEGATIVE, POSITIVE = 0, 1, 2


def visible_sign(node: Node, setting: Setting, over: str) -> int:
    """Read off the form of an expression whether it cannot be negative.

    Parameters
    ----------
    node : Node
    setting : Setting
    over : {"S", "All"}
        The outcomes at which it is read: p and q are positive on the support (S), and
        non-negative on all outcomes.

    Returns
    -------
    int
        POSITIVE, NON_NEGATIVE or UNKNOWN. Only numbers, names, their sums, products, quotients
        by something visibly positive, 1 - weight, and sums over outcomes of such are visible.
    """
    value = constant(node)
    if value is not None:
        return POSITIVE if value > 0 else NON_NEGATIVE if value == 0 else UNKNOWN
    if node.kind == "name":
        sure = node.name in setting.weights or over == "S" or not setting.zeros
        return POSITIVE if sure else NON_NEGATIVE
    if node.kind == "S":
        return visible_sign(node.args[0], setting, "S")
    if node.kind == "All":
        everywhere = visible_sign(node.args[0], setting, "All")
        return max(everywhere, visible_sign(node.args[0], setting, "S")) if everywhere else UNKNOWN
    if node.kind == "-":
        left, right = node.args
        is_rest = constant(left) == 1 and right.kind == "name" and right.name in setting.weights
        return POSITIVE if is_rest else UNKNOWN
    if node.kind not in ("+", "*", "/"):
        return UNKNOWN
    a, b = (visible_sign(arg, setting, over) for arg in node.args)
    if node.kind == "/":
        return a if b == POSITIVE else UNKNOWN
    if UNKNOWN in (a, b):
        return UNKNOWN
    return max(a, b) if node.kind == "+" else min(a, b)


def visibly_nonnegative(node: Node, setting: Setting, over: str = "S") -> bool:
    """Tell whether an expression's form shows that it is >= 0 (see `visible_sign`)."""
    return visible_sign(node, setting, over) >= NON_NEGATIVE


def visibly_positive(node: Node, setting: Setting, over: str = "S") -> bool:
    """Tell whether an expression's form shows that it is > 0 (see `visible_sign`)."""
    return visible_sign(node, setting, over) == POSITIVE
