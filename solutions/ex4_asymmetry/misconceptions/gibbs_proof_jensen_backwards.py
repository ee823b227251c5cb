"""Jensen says that the average of the logarithm is the larger side

Draw the logarithm and a chord: which of the two lies above?
"""


def gibbs_proof():
    return [
        "S(p*log(p/q))",
        (">=", "log(S(p*(p/q)))", "jensen", "x = p/q", "w = p"),
        (">=", "log(S(p))", "algebra"),
        ("=", "0", "normalisation"),
    ]
