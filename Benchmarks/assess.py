"""Measures facts and figures, without intake and rendering: assess.py TONGBAO DRIVER CAMPAIGN FOLDER [RUNS]; prints tables in Markdown.

Counties of `tongbao demo`, a year of returns of eight forms (five of them of sectors) taken in once. Milliseconds are of processor
time between the opening of the ledger and the last figure, medians; instructions are of the user's side by callgrind where it is
installed, less those of opening the ledger and reading the tables.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

tongbao, driver, campaign, work = map(pathlib.Path, sys.argv[1:5])
RUNS = int(sys.argv[5]) if len(sys.argv) > 5 else 5
LAST, OLD = "2020-06", 1_500_000_000
SHIPPED = 14
# (townships, months, aim in ms)
LINES = [(SHIPPED, 1, 100), (SHIPPED, 3, None), (SHIPPED, 6, None), (SHIPPED, 12, None), (28, 12, None), (40, 1, None), (40, 12, 2000)]


def county(townships):
    """Tables and a ledger with a year of returns, made once."""
    folder = work / f"assess-{townships}"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([tongbao, "demo", folder, "--campaign", campaign, "--townships", str(townships), "--months", "12", "--until", LAST],
                       check=True, stdout=subprocess.DEVNULL)
        settings = folder / "Campaign" / "settings.csv"
        settings.write_text(re.sub("(?m)^settle_seconds,[0-9]+", "settle_seconds,0", settings.read_text("utf-8")), "utf-8")
        for path in (folder / "Inbox").rglob("*"):
            if path.is_file():
                os.utime(path, (OLD, OLD))
        subprocess.run([driver, "intake", folder, folder / "state", "2020-07-20T09:00"], check=True, stdout=subprocess.DEVNULL)
        (folder / "made").touch()
    return folder


def command(program, townships, months):
    folder = county(townships)
    return [program, "assess", folder / "Campaign", folder / "state", LAST, str(months)]


def once(townships, months):
    text = subprocess.run(command(driver, townships, months), check=True, capture_output=True, text=True).stdout
    _, rows, figures, milliseconds = (float(x) for x in re.findall(r"[\d.]+", text))
    return int(rows), int(figures), milliseconds


def instructions(townships, months):
    """In millions; None where callgrind is not there. It does not understand the program's debugging information."""
    if not shutil.which("valgrind"):
        return None
    stripped = work / "bench-driver-stripped"
    subprocess.run(["strip", "-o", stripped, driver], check=True)
    result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command(stripped, townships, months)],
                            capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1]) / 1e6


print("\n| townships | months | rows of views | figures | ms | from–to | aim | million instructions | thousand a row |")
print("|---|---|---|---|---|---|---|---|---|")
opening = {}
for townships, months, aim in LINES:
    if townships not in opening:
        opening[townships] = instructions(townships, 0)
    runs = [once(townships, months) for _ in range(RUNS)]
    rows, figures, _ = runs[0]
    times = sorted(run[2] for run in runs)
    counted = instructions(townships, months)
    cost = None if counted is None else counted - opening[townships]
    print(
        f"| {townships} | {months} | {rows:,} | {figures:,} | {statistics.median(times):,.0f} | {times[0]:,.0f}–{times[-1]:,.0f} "
        f"| {'' if aim is None else f'≤ {aim:,}'} | {'' if cost is None else f'{cost:,.0f}'} | {'' if cost is None else f'{cost * 1000 / rows:,.0f}'} |",
        flush=True)
