"""Measures Tongbao beside its peers and prints a table in Markdown: measure.py BUILD FOLDER [RUNS].

Processor time of whole processes, medians; the programs of a group take turns, so that what else
the machine does meets all of them alike. A ratio is to the first program of its group.
"""
import os
import pathlib
import statistics
import subprocess
import sys

build, folder = map(pathlib.Path, sys.argv[1:3])
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
python = folder / "peers" / "bin" / "python"
here = pathlib.Path(__file__).parent
read = [python, here / "Peers" / "read.py"]
driver = build / "bench-driver"
large, utf8, gb18030 = (folder / name for name in ("large.xlsx", "utf8.csv", "gb18030.csv"))

GROUPS = [
    (
        "4 million cells, XLSX with shared strings",
        [
            ("fastexcel (calamine into Arrow)", [*read, "fastexcel", large], None),
            ("python-calamine", [*read, "calamine", large], None),
            ("tongbao dump --count", [build / "tongbao", "dump", "--count", large], 0.40),
            ("the same by libxml2 alone", [driver, "libxml2", large], 0.85),
        ],
    ),
    (
        "200 MB of CSV, UTF-8",
        [
            ("Rust csv, records of bytes", [folder / "csv-peer", utf8], None),
            ("tongbao, fields", [driver, "fields", utf8], 1.3),
            ("tongbao dump --count", [build / "tongbao", "dump", "--count", utf8], 1.3),
        ],
    ),
    (
        "200 MB of CSV, GB 18030",
        [
            ("iconv to UTF-8", ["iconv", "-f", "GB18030", "-t", "UTF-8", "-o", "/dev/null", gb18030], None),
            ("tongbao, fields", [driver, "fields", gb18030], 1.5),
            ("tongbao dump --count", [build / "tongbao", "dump", "--count", gb18030], 1.5),
        ],
    ),
    (
        "1 million cells, CSV into XLSX, deflate level 6",
        [
            (
                "libxlsxwriter, constant memory",
                [folder / "libxlsxwriter-peer", folder / "table.csv", folder / "peer.xlsx"],
                None,
            ),
            ("tongbao", [driver, "write", folder / "table.csv", folder / "ours.xlsx"], 1.0),
        ],
    ),
]


def once(command):
    """Processor seconds and the peak of memory in MiB, of one process; and what it printed."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def main():
    for title, programs in GROUPS:
        results = {name: [] for name, _, _ in programs}
        counts = {}
        for _ in range(runs):
            for name, command, _ in programs:
                seconds, memory, printed = once(command)
                results[name].append((seconds, memory))
                if printed.startswith(b"cells="):
                    counts[name] = printed.split()[0]
        assert len(set(counts.values())) <= 1, counts
        first = statistics.median(seconds for seconds, _ in results[programs[0][0]])
        print(f"\n{title}\n\n| program | s | from–to | MiB | ratio | aim |\n|---|---|---|---|---|---|")
        for name, _, aim in programs:
            times = sorted(seconds for seconds, _ in results[name])
            median = statistics.median(times)
            memory = max(memory for _, memory in results[name])
            print(
                f"| {name} | {median:.2f} | {times[0]:.2f}–{times[-1]:.2f} | {memory:.0f} "
                f"| {median / first:.2f} | {'' if aim is None else f'≤ {aim:.2f}'} |",
                flush=True,
            )


main()
