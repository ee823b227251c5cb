"""Exact certificates and proof chains about KL divergences, in pure integers.

Three layers, each stating in its own text what it guarantees:

- `exact` reads answers as rational numbers and refuses floats; `certificate` decides the sign of
  a rational combination of logarithms and a constant for certain; `claims` puts the questions'
  claims on top of them.
- `expression`, `setting` and `evaluate` are the language of proof chains, its variables and its
  exact values at rational points.
- `lemmas`, `goals`, `reading` and `chain` check a chain step by step. Inequalities hold because
  they are instances of a lemma; identities are decided exactly, but at finitely many points.

Nothing here evaluates Python or compares floats, and nothing outside the standard library is
needed (python-flint speeds up large certificates where it is installed).
"""

from . import claims
from .certificate import has_flint, is_zero, sign
from .chain import check_chain
from .exact import (
    FAMILY_BITS,
    SMALL_BITS,
    LogForm,
    ProofError,
    distribution,
    kl_form,
    rational,
    scaled,
)
from .expression import parse
from .goals import (
    CONVEXITY_PROOF,
    CROSS_ENTROPY_PROOF,
    GIBBS_PROOF,
    SELF_PROOF,
    Goal,
)
from .latex import to_latex
from .setting import CONVEXITY, GIBBS, SELF, Setting
from .verdict import ChainVerdict, Counterexample, StepVerdict, chain_to_latex
from .visible import visibly_nonnegative, visibly_positive

__all__ = [
    "CONVEXITY",
    "CONVEXITY_PROOF",
    "CROSS_ENTROPY_PROOF",
    "FAMILY_BITS",
    "GIBBS",
    "GIBBS_PROOF",
    "SELF",
    "SELF_PROOF",
    "SMALL_BITS",
    "ChainVerdict",
    "Counterexample",
    "Goal",
    "LogForm",
    "ProofError",
    "Setting",
    "StepVerdict",
    "chain_to_latex",
    "check_chain",
    "claims",
    "distribution",
    "has_flint",
    "is_zero",
    "kl_form",
    "parse",
    "rational",
    "scaled",
    "sign",
    "to_latex",
    "visibly_nonnegative",
    "visibly_positive",
]
