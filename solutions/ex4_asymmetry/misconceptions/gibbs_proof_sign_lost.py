"""the minus sign before the divergence does not matter

Evaluate both sides of your first step for a pair of your choice.
"""


def gibbs_proof():
    return ["-S(p*log(p/q))", ("=", "S(p*log(p/q))", "algebra"), ("<=", "0", "log_le", "x = q/p", "w = p")]
