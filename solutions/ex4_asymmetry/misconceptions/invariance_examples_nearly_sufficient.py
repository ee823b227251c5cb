"""ratios that are nearly equal are as good as equal ones

Compare the likelihood ratios of the merged outcomes as fractions.
"""


def invariance_examples():
    return {**reference.invariance_examples(), "lossless": (["1/4", "1/4", "1/2"], ["1/8", "63/500", "749/1000"], [0, 0, 1])}
