# João Pereira
#
# plan:
#   entropy        -> minus sum of p log p
#   cross_entropy  -> the same with log q
#   kl_divergence  -> difference
#
# def entropy(p, *, axis=-1, base=None):
#     return ...
