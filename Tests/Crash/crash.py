"""Disturbs runs in every way that is known of and prints a table; see Scripts/crash."""
import os
import pathlib
import shutil
import sys
import tempfile
import time

import disks
import kills
import people
from county import shipped, small

RELEASE, POINTED = sys.argv[1], sys.argv[2]
SECTIONS = sys.argv[3:] or ["random", "points", "spread", "full", "people"]


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="tongbao-crash-"))
    failed = 0
    try:
        county, little = shipped(work / "shipped"), small(work / "small", RELEASE)
        wanted = undisturbed(county, work)
        wanted_little = undisturbed(little, work)
        for section in SECTIONS:
            for row in rows(section, county, little, wanted, wanted_little, work):
                failed += row(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)


def undisturbed(county, work):
    place = county.copy(work / "undisturbed")
    code, _, complaints = place.run_all(RELEASE)
    assert code == 0, complaints
    result = place.result(RELEASE)
    assert "ledger verify" not in result, result["ledger verify"]
    # A second time changes nothing.
    assert place.run_all(RELEASE)[0] == 0 and place.result(RELEASE) == result
    return result


def rows(section, county, little, wanted, wanted_little, work):
    """The lines of a section's table, each to be called."""
    if section == "random":
        count = int(os.environ.get("CRASH_RANDOM", "200"))
        yield row("SIGKILL at random moments, shipped county",
                  lambda: kills.at_random(county, work, RELEASE, wanted, count))
    elif section == "points":
        yield row("SIGKILL at every point, small county",
                  lambda: kills.at_points(little, work, POINTED, wanted_little,
                                          int(os.environ.get("CRASH_STEP", "1"))))
    elif section == "spread":
        count = int(os.environ.get("CRASH_SPREAD", "200"))
        yield row("SIGKILL at spread points, shipped county",
                  lambda: kills.at_points(county, work, POINTED, wanted, count=count))
    elif section == "full":
        yield row("ENOSPC from every 5th point on, small county",
                  lambda: kills.at_points(little, work, POINTED, wanted_little, 5, errno=28))
        yield row("EIO from every 5th point on, small county",
                  lambda: kills.at_points(little, work, POINTED, wanted_little, 5, errno=5))
        yield row("a full tmpfs", lambda: disks.full(little, work, RELEASE, wanted_little))
    elif section == "people":
        yield row("a read-only Outbox",
                  lambda: disks.read_only(little, work, RELEASE, wanted_little))
        for name, test in people.TESTS:
            yield row(name, lambda test=test: test(little, work, RELEASE, wanted_little))
    else:
        sys.exit(f"no section {section}")


def row(name, test):
    def run(_):
        begin = time.monotonic()
        *figures, faults = test()
        seconds = time.monotonic() - begin
        told = " of ".join(str(figure) for figure in reversed(figures))
        print(f"{name:45} {told:>16} {seconds:6.0f} s  "
              + (f"{len(faults)} FAULTS" if faults else "the same"), flush=True)
        for fault in faults[:20]:
            print("    " + fault, flush=True)
        return len(faults)
    return run


main()
