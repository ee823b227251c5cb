"""weights that do not sum to 1 should be normalised

Should a function repair weights that are no distribution without telling anybody?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    array = np.asarray(weights)
    if (
        array.dtype.kind in "fiu"
        and array.ndim == 1
        and array.size
        and np.all(np.isfinite(array))
        and np.all(array >= 0)
        and array.sum() > 0
    ):
        weights = array / array.sum()
    return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
