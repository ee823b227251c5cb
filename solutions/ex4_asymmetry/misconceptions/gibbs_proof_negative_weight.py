"""an inequality may be multiplied by a negative weight

What happens to the sign between two numbers when both are multiplied by -1?
"""


def gibbs_proof():
    return ["-S(p*log(p/q))", ("<=", "S(-p*(p/q - 1))", "log_le", "x = p/q", "w = -p"), ("<=", "0", "algebra")]
