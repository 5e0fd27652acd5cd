"""Run the trainer with ``python -m ajs_trainer``."""

import sys

from ajs_trainer.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
