"""`python -m realpolitik.cli`: the program where no console script is installed."""

import sys

from realpolitik.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
