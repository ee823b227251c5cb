"""Wait for a line of input, a signal and a lock."""
# by: input is empty; waiting has a limit

import signal
import threading

try:
    input("your password: ")
except EOFError:
    print("no input")
lock = threading.Lock()
lock.acquire()
lock.acquire()
