"""a proof for D(Q || P) is a proof for D(P || Q)

Who is averaged over in the first line of your chain?
"""


def gibbs_proof():
    return ["-S(q*log(q/p))", ("<=", "S(p) - S(q)", "log_le", "x = p/q", "w = q"), ("<=", "0", "algebra")]
