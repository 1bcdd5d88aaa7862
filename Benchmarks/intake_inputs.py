"""Makes Inboxes for the benchmark of the intake: intake_inputs.py TONGBAO CAMPAIGN FOLDER COUNT…

Months of the shipped county, its first files in the order of the months, so many as asked for; forms, unit sizes,
file formats and habits are those of `tongbao demo`. The register holds the lines of these files and no others.
"""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys

program, campaign, work = map(pathlib.Path, sys.argv[1:4])
counts = sorted(map(int, sys.argv[4:]))
REGISTER = "收件登记.csv"
# Old enough to have settled.
OLD = 1_500_000_000
# What `tongbao demo` makes at once; the last two months of each stretch have the planned faults.
STRETCHES = ["2020-12", "2023-12", "2026-12", "2029-12"]


def stretch(until):
    """Three years of returns, made once."""
    folder = work / f"demo-{until}"
    if not (folder / "Inbox" / REGISTER).exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(
            [program, "demo", folder, "--campaign", campaign, "--months", "36", "--until", until],
            check=True, stdout=subprocess.DEVNULL)
    return folder


def files(count):
    """The first returns by month and name, with the lines of their registers by base name."""
    found, lines = [], {}
    for until in STRETCHES:
        inbox = stretch(until) / "Inbox"
        with open(inbox / REGISTER, encoding="utf-8-sig", newline="") as register:
            lines |= {row[0]: row for row in csv.reader(register)}
        for month in sorted(path for path in inbox.iterdir() if re.fullmatch(r"\d{4}-\d{2}", path.name)):
            found += sorted((path, path.relative_to(inbox)) for path in month.rglob("*") if path.is_file())
            if len(found) >= count:
                return found[:count], lines
    sys.exit(f"there are only {len(found)} files")


def make(count):
    folder = work / f"intake-{count}"
    if (folder / "Inbox" / REGISTER).exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(stretch(STRETCHES[0]) / "Campaign", folder / "Campaign")
    settings = folder / "Campaign" / "settings.csv"
    settings.write_text(
        re.sub("(?m)^settle_seconds,[0-9]+", "settle_seconds,0", settings.read_text("utf-8")), "utf-8")
    chosen, lines = files(count)
    for path, name in chosen:
        target = folder / "Inbox" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
        os.utime(target, (OLD, OLD))
    register = folder / "Inbox" / REGISTER
    with open(register, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(lines["文件名"])
        writer.writerows(lines[path.name] for path, _ in chosen if path.name in lines)
    os.utime(register, (OLD, OLD))


for count in counts:
    make(count)
