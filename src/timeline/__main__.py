"""Lets ``python -m timeline`` be the command line, where the script is not on the path."""

import sys

from timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
