"""Disks that are full, and folders that cannot be written."""
import os
import subprocess

from county import differences, remove
from kills import again


def full(county, work, program, wanted):
    """The state folder and the Outbox on tmpfs of several sizes, then one that is large enough."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode != 0:
        return "skipped: no user namespaces", []
    faults, tried = [], 0
    inner = " ".join([str(_absolute(program)), *county.runs[0], "--campaign", county.campaign])
    for part in (".tongbao", "Outbox"):
        for kilobytes in (16, 64, 256, 512, 1024):
            place = county.copy(work / "full")
            (place.folder / part).mkdir()
            # What is on the tmpfs in the end is what the disk kept.
            script = (f"mount -t tmpfs -o size={kilobytes}k tmpfs {part} && {inner}; code=$?;"
                      f" cp -a {part} kept; exit $code")
            run = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=place.folder,
                                 env={"PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"},
                                 capture_output=True, text=True)
            tried += 1
            what = f"{part} of {kilobytes} KiB"
            if run.returncode not in (0, 73):
                faults.append(f"{what}: exit {run.returncode}: {run.stderr.strip()}")
            if run.returncode == 73 and "磁盘满了" not in run.stderr:
                faults.append(f"{what}: does not say that the disk is full: {run.stderr.strip()}")
            os.rmdir(place.folder / part)
            os.rename(place.folder / "kept", place.folder / part)
            faults += again(place, program, wanted, what)
    return tried, faults


def read_only(county, work, program, wanted):
    """An Outbox that cannot be written, by rights or by mount."""
    place = county.copy(work / "read-only")
    outbox = place.folder / "Outbox"
    outbox.mkdir()
    command = [str(_absolute(program)), *county.runs[0], "--campaign", county.campaign]
    script = "mount --bind Outbox Outbox && mount -o remount,bind,ro Outbox && exec \"$@\""
    run = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", *command],
                         cwd=place.folder, capture_output=True, text=True,
                         env={"PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"})
    faults = []
    if run.returncode != 73:
        faults.append(f"exit {run.returncode}: {run.stderr.strip()}")
    if "只读" not in run.stderr or "台账" not in run.stderr:
        faults.append(f"says: {run.stderr.strip()}")
    return [*again(place, program, wanted, "afterwards"), *faults],


def _absolute(program):
    import pathlib
    return pathlib.Path(program).resolve()
