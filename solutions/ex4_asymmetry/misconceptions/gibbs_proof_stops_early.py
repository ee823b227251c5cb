"""the proof is done when the logarithm is gone

Your last line is not 0 yet: what is its sign, and why?
"""


def gibbs_proof():
    return ["-S(p*log(p/q))", ("<=", "S(q) - S(p)", "log_le", "x = q/p", "w = p")]
