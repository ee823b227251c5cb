"""Return an instance of a class whose metaclass fights isinstance, names and hashing."""
# by: exact types only; what fights is a failure

class Meta(type):
    def __instancecheck__(cls, instance):
        return True

    @property
    def __name__(cls):
        raise SystemExit

    @property
    def __module__(cls):
        return "numpy"

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(float)


class Odd(metaclass=Meta):
    dtype = None

    def tobytes(self):
        return b"\0" * 8


def answer(*args, **kwargs):
    return Odd()


entropy = cross_entropy = kl_divergence = answer
