"""Whether a folder is a safe place for the record.

Rollback journals need honest locks and honest syncs. Network drives do not always give them
and programs that synchronise folders copy a file in the middle of a write, so both are
refused unless somebody insists.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

NETWORK_TYPES = {"cifs", "smb2", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "davfs", "ceph"}
LOCAL_FUSE = {"fuseblk", "fuse.fuse-overlayfs", "fuse.gocryptfs", "fuse.encfs"}
"""File systems in user space that keep their files on this computer."""
SYNCED_NAMES = re.compile(
    r"OneDrive( - .*)?|Dropbox( \(.*\))?|Google Drive|Nextcloud|ownCloud|iCloudDrive"
    r"|Mobile Documents|CloudStorage",
    re.IGNORECASE,
)
SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
MOUNTS = Path("/proc/self/mountinfo")
DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Why a folder is no place for the record."""

    kind: Literal["network", "synced"]
    name: str
    """What the file system or the synchronised folder is called."""


def unsafe(folder: Path) -> Unsafe | None:
    """Why ``folder``, which need not exist yet, is no place for the record; None if it is one."""
    real = Path(os.path.realpath(folder))
    name = _network(real)
    if name:
        return Unsafe("network", name)
    name = synced_folder(real, os.environ)
    return Unsafe("synced", name) if name else None


def synced_folder(folder: PurePath, environment: Mapping[str, str]) -> str | None:
    """The name of the synchronised folder that ``folder`` is in, by its name or by Windows."""
    for variable in SYNCED_VARIABLES:
        value = environment.get(variable)
        if value and folder.is_relative_to(value):
            return type(folder)(value).name
    return next((part for part in folder.parts if SYNCED_NAMES.fullmatch(part)), None)


def mounted_type(folder: str, mounts: str) -> str:
    """The type of file system that holds ``folder``, from the text of ``mountinfo``."""
    found, longest = "", -1
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if not separator or len(fields) < 5:
            continue
        point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:
            found, longest = after.split(" ")[0], len(point)
    return found


def is_network_type(kind: str) -> bool:
    """Whether a type of file system in Linux may keep its files elsewhere."""
    is_fuse = kind.startswith("fuse") and kind not in LOCAL_FUSE
    return kind in NETWORK_TYPES or is_fuse


def not_local(folder: str, mounts: str) -> str | None:
    """The type of file system that holds ``folder`` if macOS does not call it local.

    ``mounts`` is what ``mount`` prints: ``device on /point (type, flag, flag)``.
    """
    found, longest = None, -1
    for line in mounts.splitlines():
        match = re.fullmatch(r".*? on (/.*) \(([^)]*)\)", line)
        if not match:
            continue
        point, flags = match[1], match[2].split(", ")
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:
            found, longest = (None if "local" in flags else flags[0]), len(point)
    return found


def _network(folder: Path) -> str | None:
    """The name of the network file system that holds ``folder``, or None."""
    if str(folder).startswith(r"\\"):
        return folder.anchor.rstrip("\\")
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == DRIVE_REMOTE
        return folder.drive if remote else None
    if sys.platform == "darwin":
        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return not_local(str(folder), listed.stdout)
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = mounted_type(str(folder), mounts)
    return kind if is_network_type(kind) else None
