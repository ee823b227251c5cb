"""Loop for ever while loading."""
# by: a limit on CPU time

while True:
    pass
