"""Killed anywhere, run again: the same as undisturbed."""
import random
import signal
import time

from county import differences


def at_random(county, work, program, wanted, count, seed=4):
    """SIGKILL at random moments of the whole of a county's runs."""
    place = county.copy(work / "timing")
    begin = time.monotonic()
    assert place.run_all(program)[0] == 0
    whole = time.monotonic() - begin
    moments = random.Random(seed)
    faults, killed = [], 0
    # A moment may come when the runs have ended already: that is no kill.
    for number in range(3 * count):
        if killed == count:
            break
        place = county.copy(work / "random")
        moment = moments.uniform(0, whole)
        begin = time.monotonic()
        for arguments in county.runs:
            process = place.start(program, arguments)
            try:
                process.communicate(timeout=max(0.001, begin + moment - time.monotonic()))
            except Exception:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                killed += 1
                break
        faults += again(place, program, wanted, f"{moment:.3f} s")
    return killed, faults


def at_points(county, work, program, wanted, step=1, count=None, errno=None):
    """At every point, every `step`th, or `count` points spread over all."""
    record = work / "points"
    record.unlink(missing_ok=True)
    place = county.copy(work / "counting")
    assert place.run_all(program, {"TONGBAO_FAIL_COUNT": str(record)})[0] == 0
    # The count begins anew with each run of the county.
    runs, names = [], []
    for line in record.read_text().splitlines():
        number, name, _ = line.split(" ", 2)
        if number == "1":
            runs.append(0)
        runs[-1] += 1
        names.append(name)
    points = [(run, at) for run, size in enumerate(runs) for at in range(1, size + 1)]
    step = max(1, len(points) // count) if count else step
    faults, tried = [], 0
    for index in range(0, len(points), step):
        run, at = points[index]
        place = county.copy(work / "points-place")
        for arguments in county.runs[:run]:
            assert place.run(program, arguments)[0] == 0
        environment = {"TONGBAO_FAIL_AT": str(at)}
        if errno:
            environment["TONGBAO_FAIL_ERRNO"] = str(errno)
        outcome = place.run(program, county.runs[run], environment)
        tried += 1
        what = f"run {run + 1}, point {at} ({names[index]})"
        if errno and outcome[0] not in (0, 73):
            faults.append(f"{what}: exit {outcome[0]}: {outcome[2].strip()}")
        if not errno and outcome[0] != -signal.SIGKILL:
            faults.append(f"{what}: not killed, exit {outcome[0]}")
        faults += again(place, program, wanted, what)
    return len(points), tried, faults


def again(place, program, wanted, what):
    """Runs once more with the same arguments; says what differs then."""
    code, _, complaints = place.run_all(program)
    if code != 0:
        return [f"{what}: the next run ends with {code}: {complaints.strip()}"]
    different = differences(place.result(program), wanted)
    if different:
        return [f"{what}: {len(different)} differ: {', '.join(different[:4])}"]
    return []
