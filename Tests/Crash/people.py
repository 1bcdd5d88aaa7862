"""What people and their machines do while a run is under way."""
import os
import subprocess
import threading
import time

from county import differences


def two_runs(county, work, program, wanted):
    """One works, the other ends with 75 and names it; nothing is done twice."""
    place = county.copy(work / "two")
    faults, waits = [], 0
    for _ in range(20):
        place = county.copy(work / "two")
        processes = [place.start(program, county.runs[0]) for _ in range(4)]
        outcomes = [(process, *process.communicate()) for process in processes]
        codes = sorted(process.returncode for process, _, _ in outcomes)
        if set(codes) - {0, 75} or 0 not in codes:
            faults.append(f"exit codes {codes}")
        for process, _, complaints in outcomes:
            if process.returncode == 75:
                waits += 1
                if "另一次运行正在进行（进程" not in complaints or "起），请稍后再试" not in complaints:
                    faults.append(f"says: {complaints.strip()}")
        different = differences(place.result(program), wanted)
        if different:
            faults.append(f"differ: {different[:4]}")
    return waits, faults


def questions(county, work, program, wanted):
    """`status` and `ledger verify` while runs work: they answer or say 75, and disturb nothing."""
    faults, asked = [], 0
    for _ in range(5):
        place = county.copy(work / "asked")
        run = place.start(program, county.runs[0])
        while run.poll() is None:
            code, _, complaints = place.run(program, ["status", *county.runs[0][-2:]])
            asked += 1
            if code not in (0, 75):
                faults.append(f"status: exit {code}: {complaints.strip()}")
        run.communicate()
        if run.returncode != 0:
            faults.append(f"the run: exit {run.returncode}")
        different = differences(place.result(program), wanted)
        if different:
            faults.append(f"differ: {different[:4]}")
    return asked, faults


def slow_copy(county, work, program, wanted):
    """A file that is written over 14 seconds is not half read, and is taken by the next run."""
    place = county.copy(work / "slow")
    name = next(path for path in sorted(place.folder.glob("Inbox/**/*.xlsx")))
    bytes_, times = name.read_bytes(), (name.stat().st_atime, name.stat().st_mtime)
    name.unlink()

    def write():
        with open(name, "wb", buffering=0) as file:
            for piece in range(28):
                file.write(bytes_[len(bytes_) * piece // 28:len(bytes_) * (piece + 1) // 28])
                time.sleep(0.5)
        os.utime(name, times)

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.3)
    code, out, complaints = place.run(program, county.runs[0])
    faults = [] if code == 0 else [f"exit {code}: {complaints.strip()}"]
    if f"还在写入，下次再取：{name.relative_to(place.folder / 'Inbox')}" not in out:
        faults.append("the file is not said to be still written")
    writer.join()
    code, out, complaints = place.run(program, county.runs[0])
    if code != 0 or "新收 1 个文件" not in out:
        faults.append(f"the next run: exit {code}: {out[:200]}{complaints.strip()}")
    return faults,


def replaced_files(county, work, program, wanted):
    """Files are replaced all the time while a run works: each is taken whole, old or new."""
    place = county.copy(work / "replaced")
    names = sorted(place.folder.glob("Inbox/**/*.xlsx"))
    for name in names:
        # Not the linked bytes of the county that all copies share.
        bytes_, times = name.read_bytes(), (name.stat().st_atime, name.stat().st_mtime)
        name.unlink()
        name.write_bytes(bytes_)
        os.utime(name, times)
    whole = {name: name.read_bytes() for name in names}
    ended = threading.Event()

    def replace():
        turn = 0
        while not ended.is_set():
            turn += 1
            for name in names:
                # In place, so that a reader meets half of it; old, so that nobody waits.
                with open(name, "r+b", buffering=0) as file:
                    half = len(whole[name]) // 2
                    file.write(whole[name][:half])
                    file.truncate(half)
                    file.write(whole[name][half:])
                os.utime(name, (1_500_000_000 + turn, 1_500_000_000 + turn))

    writer = threading.Thread(target=replace)
    writer.start()
    outcomes = [place.run(program, county.runs[0]) for _ in range(10)]
    ended.set()
    writer.join()
    faults = [f"exit {code}: {complaints.strip()}" for code, _, complaints in outcomes if code]
    code, _, complaints = place.run(program, county.runs[0])
    if code:
        faults.append(f"exit {code}: {complaints.strip()}")
    stored = {path.name: path for path in place.folder.glob(".tongbao/archive/*/*")}
    known = {sha for sha in wanted if sha.startswith(".tongbao/archive/")}
    half = [name for name, path in stored.items()
            if f".tongbao/archive/{name[:2]}/{name}" not in known]
    if half:
        faults.append(f"{len(half)} originals that nobody ever sent")
    return faults,


def junk(county, work, program, wanted):
    """5,000 files that are no returns: nothing is lost, the list on the terminal stays short."""
    place = county.copy(work / "junk")
    folder = place.folder / "Inbox/杂物"
    folder.mkdir()
    for number in range(1000):
        (folder / f"照片{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + number.to_bytes(4, "big"))
        (folder / f"通知{number}.txt").write_text(f"关于第{number}次会议的通知\n")
        (folder / f"~$锁{number}.xlsx").write_bytes(b"x")
        os.symlink("/etc/passwd", folder / f"链接{number}.xlsx")
        with open(os.fsencode(folder) + b"/" + f"乱码{number}.xlsx".encode("gbk"), "wb") as file:
            file.write(b"x")
    old = 1_400_000_000
    for name in os.listdir(os.fsencode(folder)):
        os.utime(os.fsencode(folder) + b"/" + name, (old, old), follow_symlinks=False)
    begin = time.monotonic()
    code, out, complaints = place.run(program, county.runs[0])
    seconds = time.monotonic() - begin
    faults = [] if code == 0 else [f"exit {code}: {complaints.strip()}"]
    if len(out.splitlines()) > 250:
        faults.append(f"{len(out.splitlines())} lines on the terminal")
    if "\x1b" in out or "另有" not in out:
        faults.append("the list is not capped")
    code, out, _ = place.run(program, [*county.runs[0], "--json"])
    for reason, count in (("link", 1000), ("encoding", 1000)):
        if out.count(f'"reason" : "{reason}"') != count:
            faults.append(f"{reason}: {out.count(reason)}")
    scores = "Outbox/2020-06/数据/排名.csv"
    if place.result(program).get(scores) != wanted[scores]:
        faults.append("the ranking differs")
    return f"{seconds:.0f} s the run", faults


def clock(county, work, program, wanted):
    """A clock that jumps back stops the run, says so, and harms nothing; then it goes on."""
    place = county.copy(work / "clock")
    before = place.run_all(program)[0]
    code, _, complaints = place.run(program, ["run", "--as-of", "2019-01-01T00:00"])
    faults = [] if (before, code) == (0, 78) else [f"exit {before}, {code}"]
    if "核对时钟" not in complaints:
        faults.append(f"says: {complaints.strip()}")
    if place.run_all(program)[0] != 0 or differences(place.result(program), wanted):
        faults.append("afterwards it differs")
    return faults,


TESTS = [
    ("two runs at once", two_runs), ("questions during a run", questions),
    ("a file copied in slowly", slow_copy), ("files replaced during a run", replaced_files),
    ("5,000 junk files", junk), ("a clock that jumps back", clock),
]
