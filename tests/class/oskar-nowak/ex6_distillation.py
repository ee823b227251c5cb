"""
Distillation -- plan

1. softmax with temperature
2. log-softmax
3. loss = (1 - alpha) CE + alpha T^2 KL
4. gradient

TODO everything
"""
import numpy as np

rng = np.random.default_rng(0)
z = rng.normal(size=(4, 3))
p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
