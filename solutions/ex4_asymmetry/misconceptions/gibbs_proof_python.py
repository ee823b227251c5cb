"""an expression of the chain is Python

Which words does the small language have for a sum over outcomes?
"""


def gibbs_proof():
    return ["-sum(p*log(p/q))", ("<=", "sum(q) - sum(p)", "log_le", "x = q/p", "w = p"), ("<=", "0", "extend_sum", "e = q")]
