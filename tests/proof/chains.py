"""Chains for the tests: honest ones by goal, and false ones with the place of their fault."""

from autograder.proof import CONVEXITY_PROOF, CROSS_ENTROPY_PROOF, GIBBS_PROOF, SELF_PROOF

LOG_LE = ("x = q/p", "w = p")

HONEST = {
    "log x <= x - 1, step by step": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("=", "S(p*log(q/p))", "algebra"),
            ("<=", "S(p*(q/p - 1))", "log_le", *LOG_LE),
            ("=", "S(q - p)", "algebra"),
            ("=", "S(q) - S(p)", "algebra"),
            ("=", "S(q) - 1", "normalisation"),
            ("<=", "All(q) - 1", "extend_sum", "e = q"),
            ("=", "0", "normalisation"),
        ],
    ),
    "log x <= x - 1, merged": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("<=", "S(q) - S(p)", "log_le", *LOG_LE),
            ("<=", "0", "extend_sum", "e = q"),
        ],
    ),
    "log x <= x - 1, from KL down": (
        GIBBS_PROOF,
        [
            "S(p*log(p/q))",
            ("=", "-S(p*log(q/p))", "algebra"),
            (">=", "-S(p*(q/p - 1))", "log_le", *LOG_LE),
            ("=", "1 - S(q)", "normalisation"),
            (">=", "1 - All(q)", "extend_sum", "e = q"),
            ("=", "0", "normalisation"),
        ],
    ),
    "log x <= x - 1, with split logarithms": (
        GIBBS_PROOF,
        [
            "S(p*log(q)) - S(p*log(p))",
            ("=", "S(p*(log(q) - log(p)))", "algebra"),
            ("<=", "S(p*(q/p - 1))", "log_le", *LOG_LE),
            ("<=", "All(q) - S(p)", "extend_sum", "e = q"),
            ("=", "1 - 1", "normalisation"),
        ],
    ),
    "log x <= x - 1, half the weight at a time": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("<=", "S(q - p)/2 - S(p*log(p/q))/2", "log_le", "x = q/p", "w = p/2"),
            ("<=", "S(q - p)", "log_le", "x = q/p", "w = 1/2*p"),
            ("<=", "0", "extend_sum", "e = q"),
        ],
    ),
    "Jensen, step by step": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("=", "S(p*log(q/p))", "algebra"),
            ("<=", "log(S(p*(q/p)))", "jensen", *LOG_LE),
            ("=", "log(S(q))", "algebra"),
            ("<=", "log(All(q))", "log_monotone", "e = q"),
            ("=", "log(1)", "normalisation"),
            ("=", "0", "algebra"),
        ],
    ),
    "Jensen, merged": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("<=", "log(S(q))", "jensen", *LOG_LE),
            ("<=", "0", "log_monotone", "e = q"),
        ],
    ),
    "Jensen, from KL down, as a dict": (
        GIBBS_PROOF,
        {
            "start": "S(p*log(p/q))",
            "steps": [
                {"rel": ">=", "expr": "-log(S(p*q/p))", "by": "jensen", "x": "q/p", "w": "p"},
                {"rel": "=", "expr": "-log(S(q))", "by": "algebra"},
                {"rel": ">=", "expr": "-log(All(q))", "by": "log_monotone", "e": "q"},
                {"rel": "=", "expr": "0", "by": "normalisation"},
            ],
        },
    ),
    "Jensen, then log x <= x - 1 for one number": (
        GIBBS_PROOF,
        [
            "-S(p*log(p/q))",
            ("<=", "log(S(q))", "jensen", *LOG_LE),
            ("<=", "S(q) - 1", "log_le", "x = S(q)", "w = 1"),
            ("<=", "0", "extend_sum", "e = q"),
        ],
    ),
    "the log-sum inequality": (
        GIBBS_PROOF,
        [
            "S(p*log(p/q))",
            (">=", "S(p)*log(S(p)/S(q))", "log_sum", "a = p", "b = q"),
            ("=", "-log(S(q))", "normalisation"),
            (">=", "-log(All(q))", "log_monotone", "e = q"),
            ("=", "0", "normalisation"),
        ],
    ),
    "convexity by log-sum": (
        CONVEXITY_PROOF,
        [
            "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
            (
                "<=",
                "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))",
                "log_sum",
                "a = lam*p1, (1-lam)*p2",
                "b = lam*q1, (1-lam)*q2",
            ),
            ("=", "S(lam*p1*log(p1/q1) + (1-lam)*p2*log(p2/q2))", "algebra"),
            ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
        ],
    ),
    "convexity by log-sum, from the mixture down, as a dict": (
        CONVEXITY_PROOF,
        {
            "start": "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
            "steps": [
                {
                    "rel": ">=",
                    "expr": "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
                    "by": "log_sum",
                    "a": ["lam*p1", "(1-lam)*p2"],
                    "b": ["lam*q1", "(1-lam)*q2"],
                },
            ],
        },
    ),
    "convexity by log x <= x - 1, twice": (
        CONVEXITY_PROOF,
        [
            "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
            (
                "<=",
                "lam*S(p1*log(p1/q1)) + S(lam*q1*(lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)) - lam"
                " + (1-lam)*S(p2*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
                "log_le",
                "x = q1*(lam*p1+(1-lam)*p2)/(p1*(lam*q1+(1-lam)*q2))",
                "w = lam*p1",
            ),
            (
                "<=",
                "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
                "log_le",
                "x = q2*(lam*p1+(1-lam)*p2)/(p2*(lam*q1+(1-lam)*q2))",
                "w = (1-lam)*p2",
            ),
        ],
    ),
    "cross-entropy, two steps": (
        CROSS_ENTROPY_PROOF,
        [
            "S(p*log(p/q))",
            ("=", "S(p*(log(p) - log(q)))", "algebra"),
            ("=", "-S(p*log(q)) - (-S(p*log(p)))", "definition"),
        ],
    ),
    "cross-entropy, one step": (
        CROSS_ENTROPY_PROOF,
        ["S(p*log(p/q))", ("=", "S(p*log(1/q)) - S(p*log(1/p))", "algebra")],
    ),
    "cross-entropy, back to front": (
        CROSS_ENTROPY_PROOF,
        [
            "S(p*log(p)) - S(p*log(q))",
            ("=", "S(p*log(p) - p*log(q))", "algebra"),
            ("=", "S(p*log(p/q))", "algebra"),
        ],
    ),
    "KL(P||P)": (
        SELF_PROOF,
        ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    ),
    "KL(P||P) with split logarithms": (
        SELF_PROOF,
        [
            "S(p*(log(p) - log(p)))",
            ("=", "S(p*log(p)) - S(p*log(p))", "algebra"),
            ("=", "0", "algebra"),
        ],
    ),
}

START = "-S(p*log(p/q))"
TO_LOG = ("=", "S(p*log(q/p))", "algebra")
TO_LINE = ("<=", "S(p*(q/p - 1))", "log_le", *LOG_LE)
TO_DIFF = ("=", "S(q) - S(p)", "algebra")
MIXED = "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))"
MIXTURE = "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))"
PAIRS = ("a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2")

# name: (goal, chain, refused at, credit, a word of the message)
FALSE = {
    "one jump called algebra": (GIBBS_PROOF, [START, ("<=", "0", "algebra")], 1, 0, "'=' only"),
    "one jump called =": (GIBBS_PROOF, [START, ("=", "0", "algebra")], 1, 0, "not equal"),
    "one jump by Gibbs": (GIBBS_PROOF, [START, ("<=", "0", "Gibbs")], 1, 0, "Gibbs"),
    "one jump by trust": (GIBBS_PROOF, [START, ("<=", "0", "trust me")], 1, 0, "no such rule"),
    "one jump by log_le": (GIBBS_PROOF, [START, ("<=", "0", "log_le", *LOG_LE)], 1, 0, "not give"),
    "one jump by Jensen": (GIBBS_PROOF, [START, ("<=", "0", "jensen", *LOG_LE)], 1, 0, "not give"),
    "S(q) taken as 1": (
        GIBBS_PROOF,
        [START, TO_LINE, TO_DIFF, ("=", "S(q) - 1", "normalisation"), ("=", "0", "normalisation")],
        4, "1/2", "not equal",
    ),
    "S(q) taken as 1 inside the logarithm": (
        GIBBS_PROOF,
        [START, ("<=", "log(S(q))", "jensen", *LOG_LE), ("=", "log(1)", "normalisation"),
         ("=", "0", "algebra")],
        2, "1/2", "not equal",
    ),
    "the inequality called algebra": (
        GIBBS_PROOF,
        [START, TO_LOG, ("<=", "S(q) - S(p)", "algebra"), ("<=", "0", "extend_sum", "e = q")],
        2, 0, "'=' only",
    ),
    "the inequality written as =": (
        GIBBS_PROOF, [START, TO_LOG, ("=", "S(p*(q/p - 1))", "log_le", *LOG_LE)], 2, 0, "not equal",
    ),
    "the sign of the logarithm lost": (
        GIBBS_PROOF,
        [START, ("=", "S(p*log(p/q))", "algebra"), ("<=", "0", "log_le", *LOG_LE)],
        1, 0, "not equal",
    ),
    "x upside down": (
        GIBBS_PROOF, [START, TO_LOG, ("<=", "S(q) - S(p)", "log_le", "x = p/q", "w = p")],
        2, 0, "not give",
    ),
    "x upside down on both sides": (
        GIBBS_PROOF,
        [START, ("<=", "-S(p*(p/q - 1))", "log_le", "x = p/q", "w = p"), ("<=", "0", "algebra")],
        1, 0, "opposite",
    ),
    "wrong weight": (
        GIBBS_PROOF, [START, TO_LOG, ("<=", "S(q) - S(p)", "log_le", "x = q/p", "w = q")],
        2, 0, "not give",
    ),
    "negative weight": (
        GIBBS_PROOF,
        [START, ("<=", "S(-p*(p/q - 1))", "log_le", "x = p/q", "w = -p"), ("<=", "0", "algebra")],
        1, 0, "non-negative",
    ),
    "a weight that only may be negative": (
        GIBBS_PROOF,
        [START,
         ("<=", START + " + S((q-p)*(p-1)) - S((q-p)*log(p))", "log_le", "x = p", "w = q-p")],
        1, 0, "non-negative",
    ),
    "an x that only may be positive": (
        GIBBS_PROOF, [START, ("<=", START + " + S(2*p-2) - S(log(2*p-1))", "log_le", "x = 2*p-1",
                              "w = 1")],
        1, 0, "logarithm",
    ),
    "an x that is positive, but not visibly": (
        GIBBS_PROOF,
        [START, ("<=", START + " + S(p - q) - S(log(1+p-q))", "log_le", "x = 1+p-q", "w = 1")],
        1, 0, "visibly positive",
    ),
    "Jensen backwards": (
        GIBBS_PROOF,
        ["S(p*log(p/q))", ("=", "S(p)*0 - S(p*log(q/p))", "algebra"),
         (">=", "log(S(p*(p/q)))", "jensen", "x = p/q", "w = p")],
        2, 0, "opposite",
    ),
    "Jensen with weights that do not sum to 1": (
        GIBBS_PROOF,
        [START, ("<=", START + " + log(S(q*p)) - S(q*log(p))", "jensen", "x = p", "w = q")],
        1, 0, "sum to 1",
    ),
    "Jensen with unnormalised weights": (
        GIBBS_PROOF, [START, ("<=", "2*log(S(q))", "jensen", "x = q/p", "w = 2*p")],
        1, 0, "sum to 1",
    ),
    "KL(Q||P) instead": (
        GIBBS_PROOF,
        ["-S(q*log(q/p))", ("<=", "S(p) - S(q)", "log_le", "x = p/q", "w = q"),
         ("<=", "0", "algebra")],
        0, 0, "start",
    ),
    "starts at 0": (GIBBS_PROOF, ["0", ("=", "S(p) - 1", "normalisation")], 0, 0, "start"),
    "starts at twice the divergence": (
        GIBBS_PROOF, ["-2*S(p*log(p/q))", ("<=", "0", "algebra")], 0, 0, "start",
    ),
    "starts with a sum over all outcomes": (
        GIBBS_PROOF, ["-All(p*log(p/q))", TO_LOG], 0, 0, "logarithm of 0",
    ),
    "stops after the inequality": (GIBBS_PROOF, [START, TO_LINE, TO_DIFF], 3, "1/2", "ends before"),
    "stops before the last normalisation": (
        GIBBS_PROOF, [START, TO_LINE, ("<=", "All(q) - 1", "extend_sum", "e = q")],
        3, "3/4", "ends before",
    ),
    "ends at another number": (
        GIBBS_PROOF, [START, TO_LINE, ("<=", "1", "extend_sum", "e = q")], 2, "1/2", "not give",
    ),
    "overshoots and comes back": (
        GIBBS_PROOF,
        [START, TO_LINE, ("<=", "S(q) - 1 + 5*(1 - S(q))", "extend_sum", "e = 5*q"),
         (">=", "0", "extend_sum", "e = 4*q")],
        3, "1/2", "'<=' steps only",
    ),
    "up and down": (
        GIBBS_PROOF,
        [START, TO_LINE, (">=", "S(q) - 2", "extend_sum", "e = p"), ("<=", "0", "extend_sum",
                                                                    "e = q")],
        2, "1/2", "'<=' steps only",
    ),
    "KL up instead of down": (
        GIBBS_PROOF,
        ["S(p*log(p/q))", ("<=", "S(p*(p/q - 1))", "log_le", "x = p/q", "w = p")],
        1, 0, "'>=' steps only",
    ),
    "two false steps that cancel": (
        GIBBS_PROOF,
        [START, ("=", START + " + 1", "algebra"), ("=", START, "algebra"), TO_LINE],
        1, 0, "not equal",
    ),
    "extends a sum of terms of both signs": (
        GIBBS_PROOF,
        [START, TO_LINE, ("<=", "All(q - p)", "extend_sum", "e = q - p"), ("=", "0", "algebra")],
        2, "1/2", "non-negative",
    ),
    "extends the wrong sum": (
        GIBBS_PROOF, [START, TO_LINE, ("<=", "0", "extend_sum", "e = p")], 2, "1/2", "not give",
    ),
    "a sum over all of p log": (
        GIBBS_PROOF,
        [START, ("=", "All(p*log(q/p))", "algebra"), ("<=", "All(q - p)", "log_le", *LOG_LE)],
        1, 0, "0",
    ),
    "log_le over all outcomes": (
        GIBBS_PROOF,
        [START, ("<=", "0", "log_le", "x = q/p", "w = p", "over = All")],
        1, 0, "visibly positive",
    ),
    "0 times a logarithm of 0": (
        GIBBS_PROOF,
        [START, ("=", START + " + 0*log(S(p) - 1)", "algebra"), ("<=", "0", "algebra")],
        1, 0, "logarithm of 0",
    ),
    "division by S(p) - 1": (
        GIBBS_PROOF,
        [START, ("=", START + "*(S(p)-1)/(S(p)-1)", "algebra"), ("=", "0", "algebra")],
        1, 0, "divides by 0",
    ),
    "division by what is 0 at P = Q": (
        GIBBS_PROOF,
        [START, ("=", START + "*S((p-q)*(p-q))/S((p-q)*(p-q))", "algebra"), TO_LINE],
        1, 0, "divides by 0",
    ),
    "a product of logarithms": (
        GIBBS_PROOF, [START, ("=", "S(p*log(q)*log(p)/log(p)) - S(p*log(p))", "algebra")],
        1, 0, "logarithm",
    ),
    "Python": (
        GIBBS_PROOF, [START, ("=", "__import__('os').getpid()", "algebra")], 1, 0, "character",
    ),
    "a power tower": (GIBBS_PROOF, [START, ("=", "9**9**9**9", "algebra")], 1, 0, "powers"),
    "a power tower with carets": (
        GIBBS_PROOF, [START, ("=", "9^9^9^9", "algebra")], 1, 0, "powers",
    ),
    "a comparison inside": (GIBBS_PROOF, [START, ("<=", "0 <= 0", "log_le")], 1, 0, "comparison"),
    "no arguments": (GIBBS_PROOF, [START, ("<=", "S(q) - S(p)", "log_le")], 1, 0, "argument"),
    "a strange argument": (
        GIBBS_PROOF, [START, ("<=", "S(q) - S(p)", "log_le", *LOG_LE, "y = 1")], 1, 0, "arguments",
    ),
    "padding, then a jump": (
        GIBBS_PROOF,
        [START, *[("=", f"{START} + {k} - {k}", "algebra") for k in range(20)],
         ("<=", "0", "algebra")],
        21, 0, "'=' only",
    ),
    "lemmas that lead nowhere": (
        GIBBS_PROOF,
        [START, *[("<=", START, "log_le", "x = 1", "w = p")] * 20, ("<=", "0", "algebra")],
        21, 0, "'=' only",
    ),
    "convexity backwards": (
        CONVEXITY_PROOF, [MIXED, (">=", MIXTURE, "log_sum", *PAIRS)], 1, 0, "'<=' steps only",
    ),
    "convexity called algebra": (
        CONVEXITY_PROOF, [MIXED, ("=", MIXTURE, "algebra")], 1, 0, "not equal",
    ),
    "convexity by Jensen's name": (
        CONVEXITY_PROOF, [MIXED, ("<=", MIXTURE, "jensen", "x = q1/p1", "w = p1")],
        1, 0, "not give",
    ),
    "log-sum with the pairs crossed": (
        CONVEXITY_PROOF,
        [MIXED, ("<=", MIXTURE, "log_sum", "a = lam*p1, (1-lam)*p2", "b = (1-lam)*q2, lam*q1")],
        1, 0, "not give",
    ),
    "log-sum with a term short": (
        CONVEXITY_PROOF,
        [MIXED, ("<=", MIXTURE, "log_sum", "a = lam*p1, (1-lam)*p2", "b = lam*q1")],
        1, 0, "its own b",
    ),
    "log-sum with a negative weight": (
        CONVEXITY_PROOF,
        [MIXED, ("<=", MIXTURE, "log_sum", "a = lam*p1, (lam-1)*p2", "b = lam*q1, (1-lam)*q2")],
        1, 0, "non-negative",
    ),
    "convexity in P alone": (
        CONVEXITY_PROOF,
        ["S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/q1))",
         ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q1))", "log_sum",
          "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q1")],
        0, 0, "start",
    ),
    "cross-entropy as KL itself": (
        CROSS_ENTROPY_PROOF, ["S(p*log(p/q))", ("=", "S(p*log(p/q))", "definition")],
        2, 0, "ends before",
    ),
    "cross-entropy from its end": (
        CROSS_ENTROPY_PROOF,
        ["-S(p*log(q)) + S(p*log(p))", ("=", "S(p*log(p)) - S(p*log(q))", "definition")],
        2, 0, "ends before",
    ),
    "cross-entropy with the entropy added": (
        CROSS_ENTROPY_PROOF,
        ["S(p*log(p/q))", ("=", "S(p*(log(p) - log(q)))", "algebra"),
         ("=", "-S(p*log(q)) - S(p*log(p))", "algebra")],
        2, "1/2", "not equal",
    ),
    "cross-entropy with averages over q": (
        CROSS_ENTROPY_PROOF, ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(q*log(q))", "algebra")],
        1, 0, "not equal",
    ),
    "cross-entropy with an inequality": (
        CROSS_ENTROPY_PROOF,
        ["S(p*log(p/q))", ("<=", "S(p*log(p)) - S(p*log(q))", "extend_sum", "e = 0")],
        1, 0, "only '=' steps",
    ),
    "KL(P||P) from 0": (SELF_PROOF, ["0", ("=", "S(p) - S(p)", "algebra")], 0, 0, "start"),
    "KL(P||P) from p alone": (SELF_PROOF, ["S(p*log(1))", ("=", "0", "algebra")], 0, 0, "start"),
    "KL(P||P) with q": (SELF_PROOF, ["S(p*log(p/q))", ("=", "0", "algebra")], 0, 0, "unknown name"),
    "KL(P||P) over all outcomes": (
        SELF_PROOF, ["S(p*log(p/p))", ("=", "All(p*log(p/p))", "algebra"), ("=", "0", "algebra")],
        1, 0, "divides by 0",
    ),
    "a number instead of a chain": (GIBBS_PROOF, 1, 0, 0, "list or a dict"),
    "a start alone": (GIBBS_PROOF, [START], 0, 0, "no steps"),
    "a step without a rule": (GIBBS_PROOF, [START, ("<=", "0")], 1, 0, "a rule"),
    "a step of another type": (GIBBS_PROOF, [START, None], 1, 0, "a step is"),
    "a number as an expression": (GIBBS_PROOF, [START, ("<=", 0, "log_le")], 1, 0, "a string"),
    "a long chain": (GIBBS_PROOF, [START] + [TO_LOG] * 31, 0, 0, "31 steps"),
}  # fmt: skip
