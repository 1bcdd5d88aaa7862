#!/usr/bin/env python3
"""Makes a county that is hard to compute, and lets the program run through it month by month as an office would.

  hard_county.py PROGRAM FOLDER [--townships 40] [--months 12] [--until 2021-02] [--seed 1] [--export] [--plan-only]

The returns are those of `tongbao demo` with their planned faults. What the demo does not have is added, all from the seed:
roster entries closed in the middle of a month, newcomers among entries and units, a unit merged into another, corrections of
months that were issued already, verdicts that follow a visit by a month, the office's waivers, later due times and verdicts,
returns that are misfiled, come too early or are held up by the month before, files that the register does not have, a parameter
that is set and weights that change in the middle of the year.
"""
import argparse
import os
import random
import shutil
import subprocess

from acts import Acts
from astray import Astray
from office import Office, write_plan
from sheetwork import Sheetwork
from tables import after, period_end, table
from tableset import TableSet

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
# A draft, the first run after the due time, and one when the late returns have come: days of the following month.
RUNS = ('03T18:15', '05T18:15', '12T18:15')


class HardCounty:
    def __init__(self, a):
        self.a, self.root, self.random = a, a.folder, random.Random(a.seed)
        self.months = [a.until]
        while len(self.months) < a.months:
            y, m = map(int, self.months[0].split('-'))
            self.months.insert(0, '%04d-%02d' % ((y, m - 1) if m > 1 else (y - 1, 12)))
        self.receipts, self.files = {}, {m: [] for m in self.months}    # path -> moment; month -> paths
        self.unregistered = set()

    def make(self):
        self.make_demos()
        self.tables = TableSet(self.root, self.months, self.random)
        self.tables.write()
        self.work = Sheetwork(os.path.join(self.root, 'Inbox'), self.tables)
        for month in self.months:
            self.work.month = month
            self.files[month] = self.work.rearrange(self.files[month], self.receipts)
        self.acts, astray = Acts(self.months, self.random, self.tables, self.work), Astray(self)
        for month in self.months:
            self.acts.choose(month, self.files, self.receipts)
            self.correct(month)
            self.register_more(month)
            astray.choose(month)
            self.unregistered |= set(self.random.sample(self.files[month], len(self.files[month]) // 50))
        write_plan(self.root, self.plan())

    def make_demos(self):
        """Two months at a time, so that faults of the last month and of the one before it fall to every other month."""
        for end in range(len(self.months) - 1, -1, -2):
            pair = self.months[max(0, end - 1):end + 1]
            demo = os.path.join(self.root, 'demo')
            subprocess.run([os.path.abspath(self.a.program), 'demo', demo, '--townships', str(self.a.townships), '--months', str(len(pair)),
                            '--until', pair[-1], '--seed', str(self.a.seed), '--campaign', os.path.join(REPOSITORY, 'Templates', 'five-in-one')],
                           check=True, stdout=subprocess.DEVNULL)
            lines = {r['文件名']: r['收件时间'].replace(' ', 'T') for r in table(os.path.join(demo, 'Inbox', '收件登记.csv'))}
            for month in pair:
                for base, _, names in os.walk(os.path.join(demo, 'Inbox', month)):
                    for name in sorted(names):
                        rel = os.path.relpath(os.path.join(base, name), os.path.join(demo, 'Inbox'))
                        target = os.path.join(self.root, 'Inbox', rel)
                        os.makedirs(os.path.dirname(target), exist_ok=True)
                        shutil.move(os.path.join(base, name), target)
                        self.files[month].append(rel)
                        self.receipts[rel] = lines[name]
                self.files[month].sort()
            base = os.path.join(self.root, 'base')
            if not os.path.isdir(base):
                shutil.copytree(os.path.join(demo, 'Campaign'), base)
            shutil.rmtree(demo)
        names = [os.path.basename(p) for p in self.receipts]
        assert len(set(names)) == len(names), 'two files of one name'

    def correct(self, month):
        """Returns of the month that come once more with other figures, most of them after it was issued."""
        self.work.month, chosen = month, []
        for path in self.random.sample(self.files[month], len(self.files[month])):
            if len(chosen) < max(3, self.a.townships // 4) and self.work.is_plain(path):
                chosen.append(path)
        for path in sorted(chosen):
            stem, ending = os.path.splitext(path)
            new = stem + '（订正）' + ending
            if self.work.correct(path, new, self.random):
                following = after(month)
                day = self.random.choice([(following, 6), (following, 14), (following, 25), (after(following), 2), (after(after(following)), 4)])
                self.receipts[new] = '%s-%02dT%02d:%02d' % (*day, self.random.randint(9, 16), self.random.randint(0, 59))
                self.files[month].append(new)

    def register_more(self, month):
        """A second register that adds a matter and says one otherwise; then, under its name once more, without the latter."""
        self.work.month = month
        path = next((p for p in self.files[month] if '/加分登记/' in p), None)
        found = path and self.work.read(path)
        if not found or not found[1]:
            return
        first, last = found[1][0], found[1][-1]
        more = dict(first, points=(1, ''), basis=(first['basis'][0] + '之二', ''))
        otherwise = dict(last, points=(1.5, ''))
        name = '%s加分补充登记.xlsx' % month
        for folder, day, rows in (('', '04', [more, otherwise]), ('更正/', '10', [dict(more, points=(0.5, ''))])):
            new = '%s/加分登记/%s%s' % (month, folder, name)
            os.makedirs(os.path.dirname(os.path.join(self.root, 'Inbox', new)), exist_ok=True)
            self.work.write(new, 'bonus', None, rows)
            self.receipts[new] = '%s-%sT10:00' % (after(month), day)
            self.files[month].append(new)
            self.unregistered.add(new)           # the receipt register tells files of one name apart by their order alone

    def plan(self):
        moments = [(after(m) + '-' + run, m) for m in self.months for run in RUNS]
        moments.append((after(after(self.months[-1])) + '-25T18:15', self.months[-1]))
        files = [p for m in self.months for p in self.files[m]] + self.acts.extra
        steps, last = [], ''
        for as_of, month in moments:
            came = sorted(p for p in files if last < self.receipts[p] <= as_of)
            steps.append(dict(
                as_of=as_of, campaign=self.tables.version(as_of), command=['run'], deliver=came,
                register=sorted(([os.path.basename(p), self.receipts[p]] for p in came if p not in self.unregistered), key=lambda x: x[1]),
                acts=self.acts.between(last, as_of)))
            last = as_of
        # Every month once more, as it is known in the end.
        steps += [dict(as_of=last, campaign=steps[-1]['campaign'], command=['bulletin', '--period', m]) for m in self.months]
        return dict(steps=steps)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('program')
    ap.add_argument('folder', help='must not be there')
    ap.add_argument('--townships', type=int, default=40)
    ap.add_argument('--months', type=int, default=12)
    ap.add_argument('--until', default='2021-02')
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--export', action='store_true', help='keep the views of what was written, for portable.py')
    ap.add_argument('--plan-only', action='store_true', help='do not run the program through it')
    a = ap.parse_args()
    if a.months < 4 or a.townships < 4:
        ap.error('a year is hard from 4 months and 4 townships on')
    os.makedirs(a.folder)
    county = HardCounty(a)
    county.make()
    if not a.plan_only:
        Office(a.folder, a.program, a.export).run(county.plan())


if __name__ == '__main__':
    main()
