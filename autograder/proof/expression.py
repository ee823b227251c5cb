"""The small language of proof chains: a tokenizer and a recursive parser, never Python's own.

    sum    = product {("+" | "-") product}
    product = factor {("*" | "/") factor}
    factor = ["-" | "+"] factor | integer | name | "(" sum ")"
           | "log(" sum ")" | "S(" sum ")" | "All(" sum ")"

S(...) adds over the outcomes with p > 0 (the support of P), All(...) over all outcomes. A name
such as p or q is the probability of one outcome, so it stands inside S or All; a weight such as
lam may stand anywhere. There are no powers, no decimals, no comparisons. An expression has at
most 300 characters, 25 levels of brackets and 3 levels of sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .exact import ProofError, type_name
from .setting import Setting

MAX_LENGTH = 300
MAX_DEPTH = 25
MAX_SUMS = 3
MAX_DIGITS = 9

_TOKEN = re.compile(r"([0-9]+)|([A-Za-z_][A-Za-z_0-9]*)|(.)", re.ASCII | re.DOTALL)
_HINTS = {
    "^": "there are no powers here: write a product",
    ".": "write a fraction such as 1/2 instead of a decimal",
    ",": "a comma has no meaning here",
    "=": "an expression holds no comparison: put each side in a step of its own",
    "<": "an expression holds no comparison: put each side in a step of its own",
    ">": "an expression holds no comparison: put each side in a step of its own",
    "\u2212": "this is a typographic minus: type -",
    "\u00b7": "type * for a product",
}


@dataclass(frozen=True, eq=False)
class Node:
    """A node of an expression.

    Attributes
    ----------
    kind : str
        "number", "name", "+", "-", "*", "/", "negative", "log", "S" or "All".
    args : tuple of Node
    name : str
        The name, for kind "name".
    number : Fraction
        The value, for kind "number".
    source : str
        The piece of the student's text, for messages.
    """

    kind: str
    args: tuple[Node, ...] = ()
    name: str = ""
    number: Fraction = Fraction(0)
    source: str = ""

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it."""
        yield self
        for arg in self.args:
            yield from arg.walk()


@dataclass(frozen=True)
class _Token:
    text: str
    kind: str
    at: int


class _Parser:
    def __init__(self, text: str, setting: Setting, per_outcome: bool) -> None:
        self.text = text
        self.setting = setting
        self.tokens = [
            _Token(m.group(), ("digits", "name", "sign")[(m.lastindex or 1) - 1], m.start())
            for m in _TOKEN.finditer(text)
            if not m.group().isspace()
        ]
        self.next = 0
        self.depth = 0
        self.sums = 1 if per_outcome else 0

    def fail(self, what: str, token: _Token | None = None) -> ProofError:
        if token is None:
            return ProofError(f"the expression ends too early: {what}.")
        shown = token.text[:12] if token.text.isprintable() else "?"
        return ProofError(f"at character {token.at + 1} ({shown}): {what}.")

    def peek(self) -> str:
        return self.tokens[self.next].text if self.next < len(self.tokens) else ""

    def take(self, what: str) -> _Token:
        if self.next == len(self.tokens):
            raise self.fail(what)
        self.next += 1
        return self.tokens[self.next - 1]

    def expect(self, sign: str, what: str) -> None:
        token = self.take(what)
        if token.text != sign:
            raise self.fail(_HINTS.get(token.text, what), token)

    def node(self, kind: str, args: tuple[Node, ...], start: int) -> Node:
        end = self.tokens[self.next - 1]
        return Node(kind, args, source=self.text[start : end.at + len(end.text)])

    def whole(self) -> Node:
        node = self.sum()
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            hint = _HINTS.get(token.text, "an operator (+ - * /) is missing before this")
            if token.text == ")":
                hint = "this bracket was never opened"
            raise self.fail(hint, token)
        return node

    def start(self) -> int:
        return self.tokens[self.next].at if self.next < len(self.tokens) else len(self.text)

    def sum(self) -> Node:
        start = self.start()
        node = self.product()
        while self.peek() in ("+", "-"):
            kind = self.take("").text
            node = self.node(kind, (node, self.product()), start)
        return node

    def product(self) -> Node:
        start = self.start()
        node = self.factor()
        while self.peek() in ("*", "/"):
            kind = self.take("").text
            if self.peek() == "*":
                raise self.fail(_HINTS["^"], self.tokens[self.next])
            node = self.node(kind, (node, self.factor()), start)
        return node

    def factor(self) -> Node:
        start = self.start()
        token = self.take("a number, a name or a bracket is missing")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail(f"more than {MAX_DEPTH} levels of brackets or signs", token)
        if token.text in ("-", "+"):
            inner = self.factor()
            node = inner if token.text == "+" else self.node("negative", (inner,), start)
        elif token.text == "(":
            node = self.sum()
            self.expect(")", "a closing bracket is missing")
        elif token.kind == "digits":
            if len(token.text) > MAX_DIGITS:
                raise self.fail(f"a number with more than {MAX_DIGITS} digits", token)
            node = Node("number", number=Fraction(int(token.text)), source=token.text)
        elif token.kind == "name":
            node = self.named(token, start)
        else:
            hint = _HINTS.get(token.text, "this cannot stand here")
            raise self.fail(hint, token)
        self.depth -= 1
        return node

    def named(self, token: _Token, start: int) -> Node:
        name = token.text
        if name in ("log", "S", "All"):
            self.expect("(", f"{name} needs brackets: {name}(...)")
            summed = name != "log"
            self.sums += summed
            if self.sums > MAX_SUMS:
                raise self.fail(f"more than {MAX_SUMS} sums inside each other", token)
            inner = self.sum()
            self.expect(")", "a closing bracket is missing")
            self.sums -= summed
            return self.node(name, (inner,), start)
        known = self.setting.distributions + self.setting.weights
        if name not in known:
            raise self.fail(f"unknown name; the names here are {', '.join(known)}, log, S and All", token)
        if name in self.setting.distributions and not self.sums:
            raise self.fail(
                f"{name} is the probability of one outcome, so it stands inside S(...) or All(...)",
                token,
            )
        return Node("name", name=name, source=name)


def parse(text: object, setting: Setting, *, per_outcome: bool = False) -> Node:
    """Read an expression.

    Parameters
    ----------
    text : str
        At most 300 characters.
    setting : Setting
        The names that may be used.
    per_outcome : bool
        Whether names such as p may stand outside a sum (in a lemma's x or w).

    Returns
    -------
    Node

    Raises
    ------
    ProofError
        With one sentence that names the character at fault.
    """
    if type(text) is not str:
        raise ProofError(f"an expression is a string, and this is a value of type {type_name(text)}.")
    assert isinstance(text, str)
    if not text.strip():
        raise ProofError("the expression is empty.")
    if len(text) > MAX_LENGTH:
        raise ProofError(f"the expression has {len(text)} characters: {MAX_LENGTH} are allowed.")
    return _Parser(text, setting, per_outcome).whole()


def is_per_outcome(node: Node, setting: Setting) -> bool:
    """Tell whether a distribution's name stands outside every sum."""
    if node.kind in ("S", "All"):
        return False
    if node.kind == "name":
        return node.name in setting.distributions
    return any(is_per_outcome(arg, setting) for arg in node.args)


def constant(node: Node) -> Fraction | None:
    """Return the value of an expression of numbers alone, or None."""
    if node.kind == "number":
        return node.number
    values = [constant(arg) for arg in node.args]
    if node.kind not in ("negative", "+", "-", "*", "/") or None in values:
        return None
    known = [v for v in values if v is not None]
    if node.kind == "negative":
        return -known[0]
    a, b = known
    if node.kind == "/":
        return a / b if b else None
    return a + b if node.kind == "+" else a - b if node.kind == "-" else a * b


def terms(node: Node, positive: bool = True) -> list[tuple[bool, Node]]:
    """Split an expression at its outermost + and - into (is it added?, term)."""
    if node.kind == "negative":
        return terms(node.args[0], not positive)
    if node.kind in ("+", "-"):
        left, right = node.args
        return terms(left, positive) + terms(right, positive == (node.kind == "+"))
    return [(positive, node)]
