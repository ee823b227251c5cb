"""a proof is a sentence

What would somebody have to check, step by step, who does not believe your sentence?
"""


def convexity_proof():
    return "By the log sum inequality, the divergence of the mixtures is at most the mixture of the divergences."
