"""The commands, one module each; every module offers its command as ``command``."""
