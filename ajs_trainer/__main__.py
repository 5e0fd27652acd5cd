"""Run the trainer with ``python -m ajs_trainer``."""

from ajs_trainer.cli.main import main

if __name__ == "__main__":
    main()
