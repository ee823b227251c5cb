"""Start other programs: exec, spawn, a shell."""
# by: exec and fork are refused
# escapes: limits

import os
import subprocess
import sys

for start in (
    lambda: subprocess.run(["/bin/sh", "-c", "echo shell"], timeout=5).returncode == 0,
    lambda: os.posix_spawn("/bin/true", ["true"], {}) > 0,
    lambda: os.system("true") == 0,
):
    try:
        if start():
            print("BREACH started a program")
    except (OSError, subprocess.SubprocessError) as error:
        print(type(error).__name__, end=" ")
os.execv(sys.executable, [sys.executable, "-c", "print('hello')"])
