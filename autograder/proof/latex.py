"""Expressions as LaTeX, for the notebook.

Only parsed expressions are rendered, so nothing of a student's text but digits and known names
reaches the page.
"""

from __future__ import annotations

from .expression import Node
from .setting import Setting

# how tightly a piece binds: a sum needs brackets inside a product, and so on
_SUM, _PRODUCT, _ATOM = 0, 1, 2

UNREADABLE = r"\text{(not readable)}"
RELATION_SIGNS = {"=": "=", "<=": r"\le", ">=": r"\ge"}


def to_latex(node: Node, setting: Setting) -> str:
    """Return an expression as LaTeX, with i as the outcome."""
    return _render(node, setting)[0]


def _render(node: Node, setting: Setting) -> tuple[str, int]:
    kind = node.kind
    if kind == "number":
        return str(node.number), _ATOM
    if kind == "name":
        return _name(node.name, setting), _ATOM
    if kind == "log":
        return rf"\log\left({_render(node.args[0], setting)[0]}\right)", _ATOM
    if kind in ("S", "All"):
        index = "i"
        if kind == "S" and setting.zeros:
            index = rf"i:\,{_name(setting.pairs[0][0], setting)}>0"
        return rf"\sum_{{{index}}} {_bracketed(node.args[0], setting, _PRODUCT)}", _PRODUCT
    if kind == "negative":
        return f"-{_bracketed(node.args[0], setting, _PRODUCT)}", _SUM
    left, right = node.args
    if kind == "/":
        top, bottom = _render(left, setting)[0], _render(right, setting)[0]
        return rf"\frac{{{top}}}{{{bottom}}}", _ATOM
    if kind == "*":
        # a sum sign on the left would swallow the right factor
        level = _ATOM if _ends_in_sum(left) else _PRODUCT
        first, second = _bracketed(left, setting, level), _bracketed(right, setting, _PRODUCT)
        dot = r"\cdot " if second[0].isdigit() else r"\,"
        return f"{first}{dot}{second}", _PRODUCT
    second = _bracketed(right, setting, _PRODUCT if kind == "-" else _SUM)
    if second.startswith("-"):
        second = rf"\left({second}\right)"
    first = _render(left, setting)[0]
    if _ends_in_sum(left):
        first = rf"\left({first}\right)"
    return f"{first} {kind} {second}", _SUM


def _ends_in_sum(node: Node) -> bool:
    if node.kind == "*":
        return _ends_in_sum(node.args[1])
    if node.kind in ("+", "-"):
        return False
    return node.kind in ("S", "All")


def _bracketed(node: Node, setting: Setting, level: int) -> str:
    text, own = _render(node, setting)
    return text if own >= level else rf"\left({text}\right)"


def _name(name: str, setting: Setting) -> str:
    if name in setting.weights:
        return r"\lambda"
    return f"{name[0]}_{{{name[1:]}{',' if name[1:] else ''}i}}"
