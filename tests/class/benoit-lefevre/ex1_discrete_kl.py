# -*- coding: latin-1 -*-
# Benoît Lefèvre. Les termes sont triés par valeur absolue avant d'être ajoutés (le plus petit d'abord).
import math
from itertools import product

import numpy as np

TOLÉRANCE = 1e-6


def tableau(x, nom):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError(f"{nom} : liste irrégulière")
    if a.dtype.kind not in "biuf":
        raise TypeError(f"{nom} : des nombres réels, s'il vous plaît")
    if a.ndim == 0:
        raise ValueError(f"{nom} : tableau attendu")
    if a.size == 0:
        raise ValueError(f"{nom} : vide")
    return np.array(a, dtype=np.float64)


def vérifier(a, axis, nom):
    if np.isnan(a).any():
        raise ValueError(f"{nom} : NaN")
    if (a < 0).any() or np.isinf(a).any():
        raise ValueError(f"{nom} : valeur impossible")
    if (np.abs(a.sum(axis) - 1) > TOLÉRANCE).any():
        raise ValueError(f"{nom} : la somme n'est pas 1")


def préparer(p, q, axis):
    p, q = tableau(p, "p"), tableau(q, "q")
    n = max(p.ndim, q.ndim)
    p = p[(np.newaxis,) * (n - p.ndim) + (Ellipsis,)]
    q = q[(np.newaxis,) * (n - q.ndim) + (Ellipsis,)]
    if p.shape[axis] != q.shape[axis]:
        raise ValueError("p et q : longueurs différentes")
    vérifier(p, axis, "p")
    vérifier(q, axis, "q")
    try:
        p, q = np.broadcast_arrays(p, q)
    except ValueError:
        raise ValueError("p et q : formes incompatibles")
    return np.moveaxis(p, axis, -1), np.moveaxis(q, axis, -1)


def unité(base):
    if base is None:
        return 1.0
    if not isinstance(base, (int, float, np.integer, np.floating)):
        raise TypeError("base : nombre attendu")
    if math.isnan(base) or base <= 0 or base == 1:
        raise ValueError("base : il faut base > 0 et base != 1")
    return math.log(base)


def petite_somme(termes):
    s = 0.0
    for t in sorted(termes, key=abs):
        s += t
    return s


def tout(f, tableaux, u):
    forme = tableaux[0].shape[:-1]
    res = np.empty(forme, dtype=np.float64)
    for i in product(*map(range, forme)):
        res[i] = petite_somme(f(*lignes) for lignes in zip(*(t[i].tolist() for t in tableaux))) / u
    return res if forme else res.item()


def entropy(p, *, axis=-1, base=None):
    u = unité(base)
    p = tableau(p, "p")
    vérifier(p, axis, "p")
    return tout(lambda a: 0.0 if a == 0 else -a * math.log(a), [np.moveaxis(p, axis, -1)], u)


def cross_entropy(p, q, *, axis=-1, base=None):
    u = unité(base)

    def terme(a, b):
        if a == 0:
            return 0.0
        return math.inf if b == 0 else -a * math.log(b)

    return tout(terme, préparer(p, q, axis), u)


def kl_divergence(p, q, *, axis=-1, base=None):
    u = unité(base)

    def terme(a, b):
        if a == 0:
            return 0.0
        return math.inf if b == 0 else a * (math.log(a) - math.log(b))

    return tout(terme, préparer(p, q, axis), u)
