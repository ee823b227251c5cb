"""the entropy to subtract is that of the model

Which of the two distributions is the average taken over in every sum of yours?
"""


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(p*log(q))", "algebra"), ("=", "-S(p*log(q)) + S(q*log(q))", "definition")]
