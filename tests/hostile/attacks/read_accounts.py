"""Read the accounts of this machine, its name and a person's file."""
# by: no such files in sight (Landlock; an empty root)
# escapes: limits

for path in ["/etc/passwd", "/etc/hostname", "@HOME@/secret.txt"]:
    try:
        with open(path, "rb") as file:
            print("BREACH read", path, len(file.read(100)))
    except OSError as error:
        print(error.errno, end=" ")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
