"""an inequality that everybody knows is algebra

Which step of yours turns an equality into an inequality, and which lemma allows it?
"""


def convexity_proof():
    start, (relation, bound, *_), *rest = reference.convexity_proof()
    return [start, (relation, bound, "algebra"), *rest]
