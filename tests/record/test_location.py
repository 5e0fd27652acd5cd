"""Which folders are no place for a record."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ajs_trainer.record import location
from ajs_trainer.record.location import (
    Unsafe,
    is_network_type,
    mounted_type,
    not_local,
    synced_folder,
    unsafe,
)

MOUNTINFO = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /proc rw - proc proc rw
40 22 0:40 / /home rw - nfs4 server:/home rw
41 40 0:41 / /home/anna/My\040Share rw - cifs //server/share rw
42 40 254:1 / /home/anna/local rw - xfs /dev/vdb rw
43 22 0:50 / /media/usb rw - fuseblk /dev/sdb1 rw
44 22 0:51 / /mnt/far rw - fuse.sshfs host:/ rw
45 22 0:52 / /auto rw - autofs systemd-1 rw
46 22 0:53 / /auto rw - nfs server:/auto rw
"""

MOUNT = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//anna@server/My Share on /Volumes/My Share (smbfs, nodev, nosuid, mounted by anna)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/homer", "ext4"),
        ("/home", "nfs4"),
        ("/home/anna/.local/share", "nfs4"),
        ("/home/anna/My Share/ajs", "cifs"),
        ("/home/anna/local/ajs", "xfs"),
        ("/media/usb", "fuseblk"),
        ("/mnt/far/x", "fuse.sshfs"),
        ("/auto/x", "nfs"),
    ],
)
def test_the_innermost_mount_decides(folder: str, kind: str) -> None:
    assert mounted_type(folder, MOUNTINFO) == kind


@pytest.mark.parametrize(
    ("kind", "network"),
    [
        ("ext4", False),
        ("tmpfs", False),
        ("overlay", False),
        ("fuseblk", False),
        ("", False),
        ("cifs", True),
        ("smb3", True),
        ("nfs", True),
        ("nfs4", True),
        ("fuse.sshfs", True),
        ("fuse", True),
    ],
)
def test_file_systems_that_may_be_elsewhere(kind: str, network: bool) -> None:
    assert is_network_type(kind) == network


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/anna/Library", None),
        ("/System/Volumes/Data/x", None),
        ("/Volumes/My Share/ajs", "smbfs"),
    ],
)
def test_what_macos_does_not_call_local(folder: str, kind: str | None) -> None:
    assert not_local(folder, MOUNT) == kind


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (PurePosixPath("/home/anna/Dropbox/ajs"), "Dropbox"),
        (PurePosixPath("/Users/anna/Library/Mobile Documents/x"), "Mobile Documents"),
        (
            PureWindowsPath(r"C:\Users\anna\OneDrive - Kriminalvården\ajs"),
            "OneDrive - Kriminalvården",
        ),
        (PureWindowsPath(r"D:\Moln\ajs"), "Moln"),
        (PureWindowsPath(r"C:\Users\anna\AppData\Local\ajs_trainer"), None),
        (PurePosixPath("/home/anna/Dropboxen/ajs"), None),
    ],
)
def test_synchronised_folders(folder: PurePosixPath, name: str | None) -> None:
    assert synced_folder(folder, {"OneDriveCommercial": r"D:\Moln", "OneDrive": ""}) == name


def test_an_ordinary_folder_is_safe(tmp_path: Path) -> None:
    assert unsafe(tmp_path / "not" / "there" / "yet") is None


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_a_network_drive_is_found_among_the_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    real = os.path.realpath(tmp_path)
    mounts.write_text(f"1 0 0:1 / / rw - ext4 x rw\n2 1 0:2 / {real} rw - cifs //server/x rw\n")
    monkeypatch.setattr(location, "MOUNTS", mounts)

    assert unsafe(tmp_path / "ajs") == Unsafe("network", "cifs")

    mounts.unlink()
    assert unsafe(tmp_path / "ajs") is None


def test_a_synchronised_folder_is_found_by_its_name(tmp_path: Path) -> None:
    assert unsafe(tmp_path / "Dropbox" / "ajs") == Unsafe("synced", "Dropbox")
