"""Serve one submission in a plain process: connect to the port given, show the token, serve."""

from __future__ import annotations

import os
import socket
import sys

from . import standin
from .serve import serve


def main() -> None:
    """Run with the port and the token as arguments."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=30)
    connection.sendall(sys.argv[2].encode())
    connection.settimeout(None)
    standin.install()
    serve(connection)


if __name__ == "__main__":
    main()
