"""`python -m ctip_law` is `ctip-law`."""

from __future__ import annotations

from ctip_law.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
