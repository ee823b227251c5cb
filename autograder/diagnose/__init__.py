"""Say what a failing question's answers are consistent with: a known belief, or a formula."""

from autograder.diagnose.behaviour import MESSAGES, ORDINARY, TINY
from autograder.diagnose.diagnoser import Diagnoser
from autograder.diagnose.formula import Basis

__all__ = ["MESSAGES", "ORDINARY", "TINY", "Basis", "Diagnoser"]
