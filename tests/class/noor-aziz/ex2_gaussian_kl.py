import numpy as np
from numpy.linalg import LinAlgError


# --- input ---------------------------------------------------------------
def make_reader(*conditions):
    """returns a function read(name, x) that converts x and applies the conditions"""
    def read(name, x):
        try:
            a = np.asarray(x)
        except ValueError as e:
            raise ValueError(f"{name}: {e}") from e
        if np.result_type(a.dtype, np.int8).kind not in "iuf":
            raise TypeError(f"{name}: not a real number type: {a.dtype}")
        a = a.astype(np.float64)
        for ok, text in conditions:
            if not ok(a):
                raise ValueError(f"{name} {text}")
        return a
    return read



not_empty = (lambda a: a.size > 0, "must not be empty")
finite = (lambda a: np.isfinite(a).all(), "must be finite (no NaN, no inf)")
positive = (lambda a: (a > 0).all(), "must be > 0")
vector = (lambda a: a.ndim >= 1, "must have at least one dimension")
square = (lambda a: a.ndim >= 2 and a.shape[-1] == a.shape[-2], "must be square")


def is_symmetric(a):
    t = a.swapaxes(-1, -2)
    return (np.abs(a - t).max((-1, -2)) <= 1e-8 * np.abs(a).max((-1, -2))).all()


def is_pd(a):
    try:
        np.linalg.cholesky(a)
    except LinAlgError:
        return False
    return True


def strings_first(read):
    # result_type refuses strings and objects with its own errors, give one kind of error
    def inner(name, x):
        try:
            return read(name, x)
        except TypeError as e:
            raise TypeError(f"{name}: only real numbers ({e})") from None
    return inner


read_mean = strings_first(make_reader(not_empty, finite))
read_sigma = strings_first(make_reader(not_empty, finite, positive))
read_vec = strings_first(make_reader(not_empty, finite, vector))
read_cov = strings_first(make_reader(not_empty, finite, square, (is_symmetric, "must be symmetric"),
                                     (is_pd, "must be positive definite")))


# --- formulas ------------------------------------------------------------
def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1 = read_mean("mu1", mu1), read_sigma("sigma1", sigma1)
    m2, s2 = read_mean("mu2", mu2), read_sigma("sigma2", sigma2)
    try:
        np.broadcast_shapes(m1.shape, s1.shape, m2.shape, s2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 need shapes that broadcast") from None
    tau = 1 / s2**2                      # precision of q
    return 0.5 * (tau * (s1**2 + (m1 - m2) ** 2) - 1 - np.log(tau * s1**2))


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, c1 = read_vec("mu1", mu1), read_cov("cov1", cov1)
    m2, c2 = read_vec("mu2", mu2), read_cov("cov2", cov2)
    d = m1.shape[-1]
    for name, n in (("mu2", m2.shape[-1]), ("cov1", c1.shape[-1]), ("cov2", c2.shape[-1])):
        if n != d:
            raise ValueError(f"{name} has dimension {n}, but mu1 has {d}")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], c1.shape[:-2], c2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 need batches that broadcast") from None
    c1 = np.broadcast_to(c1, lead + (d, d))
    dm = np.broadcast_to(m1 - m2, lead + (d,))
    prec = np.linalg.inv(c2)
    second = c1 + np.einsum("...i,...j->...ij", dm, dm)      # E (x-mu2)(x-mu2)^T under p
    return 0.5 * (np.einsum("...ij,...ij->...", prec, second) - d
                  - np.linalg.slogdet(prec @ c1).logabsdet)
