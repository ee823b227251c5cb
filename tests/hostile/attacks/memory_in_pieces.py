"""Take memory piece by piece until there is none."""
# by: a limit on address space

kept = []
while True:
    kept.append(bytearray(64 << 20))
