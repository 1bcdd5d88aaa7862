"""A county in a folder of its own, runs of the program over it, and what came of them."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import zipfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


class County:
    """One campaign with its Inbox; `copy` gives a fresh one to disturb."""

    def __init__(self, folder, campaign, runs, has_old_files=True):
        self.folder = pathlib.Path(folder)
        self.campaign = campaign
        # Arguments of the runs that belong together, in their order.
        self.runs = runs
        if has_old_files:
            # Old enough that no run waits for them to settle, each an hour younger than the last.
            for number, path in enumerate(sorted(self.folder.glob("Inbox/**/*"))):
                if path.is_file():
                    os.utime(path, (1_500_000_000 + number * 3600,) * 2)

    def copy(self, folder):
        """The same county with nothing done; the files of the Inbox are links to the same bytes."""
        folder = pathlib.Path(folder)
        if folder.exists():
            remove(folder)
        folder.mkdir(parents=True)
        for part in ("Inbox", self.campaign.split("/")[0]):
            subprocess.run(["cp", "-al", self.folder / part, folder / part], check=True)
        county = County.__new__(County)
        county.folder, county.campaign, county.runs = folder, self.campaign, self.runs
        return county

    def start(self, program, arguments, environment=None):
        return subprocess.Popen(
            [str(pathlib.Path(program).resolve()), *arguments, "--campaign", self.campaign],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8", **(environment or {})},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, program, arguments, environment=None):
        """Exit code (negative: a signal), what it said, what it complained of."""
        process = self.start(program, arguments, environment)
        out, complaints = process.communicate()
        return process.returncode, out, complaints

    def run_all(self, program, environment=None):
        """The county's runs in their order, up to the first that does not end with 0."""
        outcome = (0, "", "")
        for arguments in self.runs:
            outcome = self.run(program, arguments, environment)
            if outcome[0] != 0:
                break
        return outcome

    def result(self, program):
        """All that must be as after an undisturbed run, by name."""
        files = {}
        for part in ("Outbox", ".tongbao/office", ".tongbao/archive", ".tongbao/outbox",
                     ".tongbao/quarantine"):
            for path in sorted((self.folder / part).glob("**/*")):
                if path.is_file():
                    name = str(path.relative_to(self.folder))
                    files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        # What a killed writer left beside an original is not spoken of by anything.
        files = {name: value for name, value in files.items()
                 if not (name.startswith(".tongbao/") and name.endswith(".tongbao-part"))}
        journal = self.folder / ".tongbao/events.jsonl"
        files["events.jsonl"] = hashlib.sha256(journal.read_bytes()).hexdigest()
        for command in ("dump", "verify"):
            code, out, complaints = self.run(
                program, ["ledger", command] + (["--json"] if command == "verify" else []))
            if command == "dump":
                files["ledger dump"] = hashlib.sha256(out.encode()).hexdigest()
            if code != 0:
                files[f"ledger {command}"] = f"exit {code}: {complaints}{out[-400:]}"
        return files


def differences(result, wanted):
    """The names of what differs; none where all is as it should be."""
    return sorted(name for name in result.keys() | wanted.keys()
                  if result.get(name) != wanted.get(name))


def remove(folder):
    """With folders in it that were made read-only."""
    for path, folders, _ in os.walk(folder):
        os.chmod(path, 0o700)
    shutil.rmtree(folder)


def shipped(folder):
    """The shipped county and its two runs."""
    folder = pathlib.Path(folder)
    for part in ("Inbox", "Templates"):
        shutil.copytree(REPOSITORY / part, folder / part)
    as_of = ["--as-of", "2020-07-06T09:00"]
    return County(folder, "Templates/five-in-one",
                  [["run", "--period", "2020-05", *as_of], ["run", *as_of]])


def small(folder, program):
    """An invented county of four townships, one month."""
    folder = pathlib.Path(folder)
    subprocess.run([pathlib.Path(program).resolve(), "demo", folder, "--townships", "4",
                    "--months", "1", "--campaign", REPOSITORY / "Templates/five-in-one"],
                   check=True, stdout=subprocess.DEVNULL)
    send_as_archive(folder / "Inbox")
    return County(folder, "Campaign", [["run", "--as-of", "2020-07-06T09:00"]])


def send_as_archive(inbox):
    """Every third return lies in one archive instead, under its own folder there."""
    files = [path for path in sorted(inbox.glob("2020-06/**/*")) if path.is_file()
             and not path.name.startswith("收件登记")][::3]
    with zipfile.ZipFile(inbox / "2020-06/各乡镇.zip", "w") as archive:
        for path in files:
            # A fixed time: the same bytes whenever it is made.
            entry = zipfile.ZipInfo(str(path.relative_to(inbox / "2020-06")))
            archive.writestr(entry, path.read_bytes())
            path.unlink()
