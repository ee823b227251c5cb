"""Put all of it into the source of a wrong function that reports show."""
# earns: entropy=0.9 cross_entropy=0.9 kl_divergence=0.9
# by: text only: cleaned and escaped

# <script>klhostile()</script> ‮ ``` {{7*7}}


def entropy(p, *, axis=-1, base=None):
    """<script>klhostile()</script> ‮evil⁦ ``` <img src=x onerror=klhostile()>"""
    import numpy as np

    return float(np.sum(np.asarray(p, float) ** 3)) + 0.1234


cross_entropy = kl_divergence = entropy
