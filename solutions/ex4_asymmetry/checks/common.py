"""What the checks share: an answer as plain data, claims about it, and the verdict on a chain."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from autograder.checking import Mismatch, batch, show, signature, usable
from autograder.proof.chain import check_chain
from autograder.proof.exact import FAMILY_BITS, SMALL_BITS, ProofError, distribution, kl_form

nothing = signature()
DEPTH = 24


@dataclass(frozen=True)
class Foreign:
    """What stands in for a value of a type that no answer is made of."""

    type_name: str


def plain(value, depth=0):
    """The value in Python's own types, as the grader gets it; a subclass counts by its value."""
    if value is None or type(value) in (bool, int, float, str, Fraction) or isinstance(value, (np.generic, np.ndarray)):
        return value
    if depth >= DEPTH:
        return Foreign("list that is nested too deeply")
    for base in (int, float, str):
        if isinstance(value, base):
            return base(value)
    if isinstance(value, (list, tuple)):
        items = [plain(item, depth + 1) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, dict):
        return {key: plain(item, depth + 1) for key, item in value.items() if type(key) is str}
    return value if hasattr(value, "type_name") else Foreign(type(value).__name__)


def ask(function, call):
    """The function's answer as plain data; a Mismatch where none comes."""
    (reply,) = batch(function, [call])
    if reply.failure is not None:
        usable(reply, call, "An answer has to come back.")
    return plain(reply.value)


def not_yet(sentence, call, value):
    """The Mismatch of an answer that is refused, with the answer as far as it can be shown."""
    return Mismatch(f"Not yet: {sentence}", call.shown(), show(value))


def certify(function, claim, *, call=None, key=None):
    """Raise unless `claim(answer)`, which returns a sentence or None, has nothing to say against the answer.

    With `key` the answer is a dict, and the claim is about one of its values.
    """
    call = call or nothing()
    value = ask(function, call)
    if key is not None:
        value = part(value, key, call)
    sentence = claim(value)
    if sentence is not None:
        raise not_yet(sentence, call, value)


def part(answer, key, call):
    """One value of an answer that is a dict."""
    if type(answer) is not dict:
        raise not_yet("the answer has to be a dict.", call, answer)
    if key not in answer:
        raise Mismatch(f'Not yet: the dict has no key "{key}".')
    return answer[key]


def as_claim(check: Callable[..., None]):
    """Turn a check that raises a ProofError into a claim that returns its sentence, or None."""

    def claim(*args):
        try:
            check(*args)
        except ProofError as error:
            return str(error)
        return None

    return claim


def read(answer, names, bits=SMALL_BITS):
    """A tuple of distributions of the same outcomes; a ProofError otherwise."""
    if type(answer) not in (list, tuple) or len(answer) != len(names):
        raise ProofError(f"the answer has to be a tuple ({', '.join(names)}).")
    found = [distribution(value, name=name, bits=bits) for value, name in zip(answer, names)]
    if len({len(one) for one in found}) > 1:
        raise ProofError("the distributions are about the same outcomes, so they have equal lengths.")
    return found


def finite(p, q, names):
    """KL(P||Q) as a sum of logarithms; a ProofError where it is infinite."""
    form = kl_form(p, q)
    if form is None:
        raise ProofError(f"KL({names}) is infinite.")
    return form


def pair_of_distributions(answer):
    """P and Q are exact distributions of the same outcomes."""
    read(answer, ("P", "Q"))


def family_pair(answer):
    """P and Q are exact distributions, both divergences finite, with long numbers allowed."""
    p, q = read(answer, ("P", "Q"), FAMILY_BITS)
    finite(p, q, "P||Q")
    finite(q, p, "Q||P")


# The cases of one question judge one answer, so the last verdict is kept.
VERDICTS = {}


def verdict(function, goal, seed=0, key=None):
    """What the checker of chains says about the function's answer."""
    chain = ask(function, nothing())
    if key is not None:
        chain = part(chain, key, nothing())
    known = repr((chain, goal.routes[0].start.text, seed))
    if known not in VERDICTS:
        VERDICTS.clear()
        VERDICTS[known] = check_chain(chain, goal, seed=seed)
    return VERDICTS[known]


def starts(function, goal, key=None):
    """Raise unless the chain can be read and starts where the question says."""
    found = verdict(function, goal, key=key)
    if found.fault == 0:
        raise Mismatch(f"Not yet: {found.message}")


def earns(function, goal, credit, lead, seed=0, key=None):
    """Raise unless the steps up to the first refused one earn `credit`; say what is wrong with the first that fails."""
    found = verdict(function, goal, seed, key)
    if found.credit < credit:
        raise Mismatch(f"{lead} {found.message}")
