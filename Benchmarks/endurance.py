"""Runs Tongbao every night over months of returns and prints what the runs cost: endurance.py PROGRAM MONTHS [TOWNSHIPS [FOLDER]].
With a folder everything is kept in it.

The county is the shipped one. Each month has the faults that `tongbao demo` plans for the last month of a demo, so some
returns are late, some go back and are mended. A file lies in the Inbox from the night after the register says that it came;
the register grows by the lines of that day. A night is a run at 18:15; a month has 30 of them (February fewer), and one more before it closes.

Instructions are of the user's side, by `perf stat` where the machine counts them, else by callgrind (which does not
understand the program's debugging information: it is given a stripped copy), on a copy of the folders. A night without anything new must open no file of the Inbox and change none anywhere: what it does is counted.
"""
import calendar
import csv
import datetime
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
MONTHS = int(sys.argv[2])
TOWNSHIPS = sys.argv[3] if len(sys.argv) > 3 else "14"
KEPT = pathlib.Path(sys.argv[4]).resolve() if len(sys.argv) > 4 else None
MEASURED = {1, 2, 3, 6, 12, 18, 24, 30, 36}
CLOSING, IDLE = 5, 27
REGISTER = "收件登记.csv"
# Rewritten by every run: who holds the lock, and when a run was last seen alive.
LIVELY = {"lock", "heartbeat.json"}
OLD = 1_500_000_000


def month_after(month, count=1):
    index = month[0] * 12 + month[1] - 1 + count
    return index // 12, index % 12 + 1


def text(month):
    return f"{month[0]}-{month[1]:02}"


class County:
    def __init__(self, folder):
        self.folder = folder
        self.inbox = folder / "Inbox"
        self.state = folder / "state"
        self.lines = []
        self.waiting = []

    def make(self, month):
        """The returns of a month, each with the moment at which it comes."""
        demo = self.folder / "demo"
        shutil.rmtree(demo, ignore_errors=True)
        call([PROGRAM, "demo", demo, "--townships", TOWNSHIPS, "--months", "2", "--until", text(month)])
        if not (self.folder / "Campaign").exists():
            shutil.copytree(demo / "Campaign", self.folder / "Campaign")
            settings = self.folder / "Campaign" / "settings.csv"
            settings.write_text(re.sub("(?m)^settle_seconds,[0-9]+", "settle_seconds,0", settings.read_text("utf-8")), "utf-8")
        with open(demo / "Inbox" / REGISTER, encoding="utf-8-sig", newline="") as register:
            receipts = {row[0]: row for row in csv.reader(register)}
        for path in sorted((demo / "Inbox" / text(month)).rglob("*")):
            if path.is_file():
                line = receipts[path.name]
                target = self.folder / "coming" / path.relative_to(demo / "Inbox")
                target.parent.mkdir(parents=True, exist_ok=True)
                path.rename(target)
                self.waiting.append((line[1], target, line))
        self.waiting.sort(key=lambda coming: (coming[0], str(coming[1])))

    def deliver(self, moment):
        """Puts into the Inbox what came by a moment, and its lines into the register."""
        came = [coming for coming in self.waiting if coming[0] <= moment]
        if not came:
            return 0
        self.waiting = self.waiting[len(came):]
        for _, path, line in came:
            target = self.inbox / path.relative_to(self.folder / "coming")
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            os.utime(target, (OLD, OLD))
            self.lines.append(line)
        register = self.inbox / REGISTER
        with open(register, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["文件名", "收件时间", "备注"])
            writer.writerows(self.lines)
        os.utime(register, (OLD + len(self.lines),) * 2)
        return len(came)

    def command(self, moment):
        return [
            PROGRAM, "run", "--campaign", "Campaign", "--inbox", "Inbox", "--outbox", "Outbox", "--state", "state",
            "--as-of", moment.replace(" ", "T"),
        ]

    def run(self, moment):
        """One run; its peak memory in KiB."""
        with open(self.folder / "run.log", "w") as log:
            process = subprocess.Popen(self.command(moment), cwd=self.folder, stdout=log, stderr=log)
            _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{moment}: status {status}\n" + (self.folder / "run.log").read_text())
        return usage.ru_maxrss

    def snapshot(self):
        seen = {}
        for part in ("Inbox", "Outbox", "state"):
            for path in (self.folder / part).rglob("*"):
                if path.is_file() and path.name not in LIVELY:
                    status = path.stat()
                    # In pieces: what this script holds when it starts a run counts as that run's memory.
                    with open(path, "rb") as file:
                        digest = hashlib.file_digest(file, "sha256").digest()
                    seen[path] = (status.st_ino, status.st_mtime_ns, digest)
        return seen

    def sizes(self):
        database = sqlite3.connect(f"file:{self.state}/ledger.sqlite?mode=ro", uri=True)
        files, events = (database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("file", "event"))
        database.close()
        archive = sum(path.stat().st_size for path in (self.state / "archive").rglob("*") if path.is_file())
        journal = (self.state / "events.jsonl").stat().st_size
        return files, events, (self.state / "ledger.sqlite").stat().st_size, journal, archive


def call(command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=pathlib.Path(__file__).parents[1], **options)


def counted_by_perf():
    """Whether the machine counts instructions."""
    if not shutil.which("perf"):
        return False
    tried = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True)
    return tried.returncode == 0 and tried.stderr.split(",")[0].isdigit()


def instructions(county, moment):
    """Of a run on a copy of the folders, in millions."""
    with tempfile.TemporaryDirectory(dir=county.folder.parent) as copy:
        folder = pathlib.Path(copy) / "county"
        shutil.copytree(county.folder, folder, ignore=shutil.ignore_patterns("demo", "coming"))
        command = county.command(moment)
        if counted_by_perf():
            out = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", *command], cwd=folder, capture_output=True, text=True)
            return int(out.stderr.strip().splitlines()[-1].split(",")[0]) / 1e6
        if not shutil.which("valgrind"):
            return None
        stripped = pathlib.Path(copy) / "tongbao"
        call(["strip", "--strip-debug", "-o", stripped, PROGRAM])
        out = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={copy}/out", stripped, *command[1:]], cwd=folder, capture_output=True, text=True)
        found = re.search(r"Collected : (\d+)", out.stderr)
        return int(found[1]) / 1e6 if found else None


def opens(county, moment):
    """How many files of the Inbox a run opens, on a copy; None without strace."""
    if not shutil.which("strace"):
        return None
    with tempfile.TemporaryDirectory(dir=county.folder.parent) as copy:
        folder = pathlib.Path(copy) / "county"
        shutil.copytree(county.folder, folder, ignore=shutil.ignore_patterns("demo", "coming"))
        trace = pathlib.Path(copy) / "trace"
        subprocess.run(["strace", "-f", "-e", "trace=openat", "-o", trace, *county.command(moment)], cwd=folder, stdout=subprocess.DEVNULL)
        lines = trace.read_text(errors="replace").splitlines()
        return sum('"Inbox/' in line and "O_DIRECTORY" not in line for line in lines)


def megabytes(count):
    return f"{count / 1e6:.1f}"


def millions(count):
    return "" if count is None else f"{count:,.0f}"


def main():
    print("| month | files | events | database MB | journal MB | archive MB | idle: M instr. | MiB | opens | changes | closing: M instr. | MiB |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="tongbao-endurance-") as base:
        county = County((KEPT or pathlib.Path(base)) / "county")
        county.inbox.mkdir(parents=True)
        month = (2020, 1)
        for number in range(1, MONTHS + 1):
            county.make(month)
            year, here = month_after(month)
            row = {}
            for day in range(1, min(30, calendar.monthrange(year, here)[1]) + 1):
                moment = f"{datetime.date(year, here, day)} 18:15"
                came = county.deliver(moment)
                isMeasured = number in MEASURED
                if day == CLOSING:
                    # All that came in time is taken in before, so that every month closes with the same work.
                    county.run(f"{datetime.date(year, here, day)} 16:55")
                if day == CLOSING and isMeasured:
                    row["closing"] = instructions(county, moment)
                if day == IDLE:
                    assert came == 0, "the idle night is not idle"
                    before = county.snapshot()
                    if isMeasured:
                        row["idle"], row["opens"] = instructions(county, moment), opens(county, moment)
                memory = county.run(moment)
                if day == CLOSING:
                    row["closing memory"] = memory
                if day == IDLE:
                    row["idle memory"] = memory
                    after = county.snapshot()
                    row["changes"] = sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())
            files, events, database, journal, archive = county.sizes()
            print(
                f"| {number} ({text(month)}) | {files:,} | {events:,} | {megabytes(database)} | {megabytes(journal)} | {megabytes(archive)}"
                f" | {millions(row.get('idle'))} | {row['idle memory'] // 1024} | {row.get('opens', '')} | {row['changes']}"
                f" | {millions(row.get('closing'))} | {row['closing memory'] // 1024} |",
                flush=True,
            )
            month = month_after(month)


main()
