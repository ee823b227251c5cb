"""every single term of the divergence is positive

Is p log(p/q) positive at an outcome that Q finds likelier than P does?
"""


def gibbs_proof():
    return ["S(p*log(p/q))", (">=", "0", "extend_sum", "e = p*log(p/q)")]
