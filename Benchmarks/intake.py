"""Measures the intake beside the best plain script: intake.py BUILD FOLDER [RUNS]; prints tables in Markdown.

Processor time of whole processes, start and end included; the two take turns. Neither side waits for the disk:
fsync is taken out of both (nosync.c). Instructions are of the user's side, where callgrind is installed.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

build, work = map(pathlib.Path, sys.argv[1:3])
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
here = pathlib.Path(__file__).parent
python = work / "peers" / "bin" / "python"
driver = build / "bench-driver"
nosync = work / "nosync.so"
AIM = 0.80


def ours(folder, state):
    """A run after the last month of the Inbox."""
    year, month = map(int, max(path.name for path in (folder / "Inbox").iterdir() if path.is_dir()).split("-"))
    return [driver, "intake", folder, state, f"{year + month // 12}-{month % 12 + 1:02}-06T09:00"]


def peer(folder, state):
    return [python, here / "Peers" / "intake.py", folder / "Campaign", folder / "Inbox", state]


def fresh():
    """A folder that is not there; those of earlier runs stay, for to make files where some were just removed
    is slow."""
    return pathlib.Path(tempfile.mkdtemp(dir=work)) / "state"


def once(command, folder):
    """Processor seconds of one process that begins with nothing."""
    environment = os.environ | {"LD_PRELOAD": str(nosync.resolve())}
    process = subprocess.Popen(
        [str(word) for word in command(folder, fresh())], stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command.__name__} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def files(folder):
    """Without the register."""
    return sum(path.is_file() for path in (folder / "Inbox").rglob("*")) - 1


def instructions(folder):
    """Thousands of instructions a file; nothing where callgrind is not there."""
    if not shutil.which("valgrind"):
        return ""
    # It does not understand the program's debugging information.
    stripped = work / "bench-driver-stripped"
    subprocess.run(["strip", "-o", stripped, driver], check=True)
    result = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", stripped, *ours(folder, fresh())[1:]],
        capture_output=True, text=True, check=True)
    count = int(re.search(r"Collected : (\d+)", result.stderr)[1])
    return f"{count / files(folder) / 1000:,.0f}"


def main():
    subprocess.run(
        ["gcc", "-O2", "-shared", "-fPIC", "-o", nosync, here / "Peers" / "nosync.c"], check=True)
    folders = sorted(work.glob("intake-*"), key=files)
    compared = next(folder for folder in folders if files(folder) >= 2000)
    results = {"peer": [], "ours": []}
    for _ in range(runs):
        results["peer"].append(once(peer, compared))
        results["ours"].append(once(ours, compared))
    count = files(compared)
    first = statistics.median(seconds for seconds, _ in results["peer"])
    print(f"\n{count:,} files\n\n| program | s | from–to | ms a file | MiB | ratio | aim |\n|---|---|---|---|---|---|---|")
    for name, title, aim in (
        ("peer", "python-calamine, csv, sqlite3: types and ranges", ""),
        ("ours", "Tongbao: read, understood, checked, stored", f"≤ {AIM:.2f}"),
    ):
        times = sorted(seconds for seconds, _ in results[name])
        median = statistics.median(times)
        memory = max(memory for _, memory in results[name])
        print(
            f"| {title} | {median:.2f} | {times[0]:.2f}–{times[-1]:.2f} | {median / count * 1000:.2f} "
            f"| {memory:.0f} | {median / first:.2f} | {aim} |")
    print("\n| files | s | ms a file | thousand instructions a file |\n|---|---|---|---|")
    for folder in folders:
        seconds = statistics.median(once(ours, folder)[0] for _ in range(max(1, runs // 2)))
        counted = instructions(folder) if files(folder) <= 2000 else ""
        print(f"| {files(folder):,} | {seconds:.2f} | {seconds / files(folder) * 1000:.2f} | {counted} |", flush=True)



try:
    main()
finally:
    for left in work.glob("tmp*"):
        shutil.rmtree(left, ignore_errors=True)
