#!/usr/bin/env python3
"""Computes a county's tables once more from its files and tables, and compares them with what the program wrote.

  recompute.py FOLDER [--verdicts program] [--verbose]

FOLDER is what hard_county.py or shipped.py has made and run: plan.json says step by step what came, what the office did and
when the program ran; kept/<step>/<period>/ holds the tables as they were written then. No line of code is the program's, and
nothing that it says is read but the tables to compare (and, with --verdicts program, which files it accepted).

Exit 0: no difference; 1: differences, one a line.
"""
import argparse
import json
import os
import sys
from collections import defaultdict
from fractions import Fraction as F

from figures import Figures, fixed
from tables import Campaign, table


class Comparison:
    def __init__(self, root, verdicts):
        self.root = root
        self.plan = json.load(open(os.path.join(root, 'plan.json'), encoding='utf-8'))
        self.campaigns, self.diffs, self.compared = {}, [], defaultdict(int)
        self.own = Figures({} if verdicts == 'program' else None)

    def campaign(self, name):
        if name not in self.campaigns:
            self.campaigns[name] = Campaign(os.path.join(self.root, name))
        return self.campaigns[name]

    def run(self):
        for number, step in enumerate(self.plan['steps']):
            kept = os.path.join(self.root, 'kept', '%03d' % number)
            periods = sorted(os.listdir(kept)) if os.path.isdir(kept) else []
            if self.own.verdicts is not None:
                for p in periods:
                    for r in table(os.path.join(kept, p, '收件.csv')):
                        if r['file']:
                            self.own.verdicts[r['file'], r['form'] or ''] = r['status']
            self.own.take(os.path.join(self.root, 'Inbox'), step, self.campaign(step['campaign']), step['campaign'])
            for p in periods:
                figures, standings = self.own.assess(p)
                where = '%03d %s %s' % (number, step['as_of'], p)
                folder = os.path.join(kept, p)
                self.receipts(where, folder, p)
                self.indicators(where, folder, figures)
                self.ranking(where, folder, standings)
                self.own.publish(p, standings)
            self.own.run_completed()

    def say(self, *words):
        self.diffs.append(' '.join(map(str, words)))

    def receipts(self, where, folder, p):
        theirs = {(r['form'] or '', r['code'], r['file'] or ''): r for r in table(os.path.join(folder, '收件.csv'))}
        mine, revision, own = {}, defaultdict(int), self.own
        for s in sorted((s for s in own.subs if s['period'] == p), key=lambda s: (s['received'], os.path.splitext(s['file']))):
            key = (s['form'], s['unit'])
            late = count = None
            if s['status'] == 'accepted':
                revision[key] += 1
                count = str(revision[key])
                days = own.late(s['form'], s['unit'], p) if count == '1' else None
                late = None if days is None else str(days)
            mine[key + (s['file'],)] = (s['received'][:16], s['status'], late, count)
        for form, u in own.expected(p):
            if own.is_closed(p) and (form, u, p) not in own.accepted and not own.excused(form, u, p):
                mine[form, u, ''] = ('', 'missing', None, None)
        for key in sorted(set(theirs) | set(mine), key=str):
            r = theirs.get(key)
            got = r and ((r['received_at'] or '')[:16], r['status'], r['late_days'], r['revision'])
            self.check(where, '收件', key, 'row', got, mine.get(key))

    def indicators(self, where, folder, figures):
        seen = set()
        for r in table(os.path.join(folder, '指标.csv')):
            key = (r['indicator'], r['code'])
            x = figures.get(key)
            seen.add(key)
            if x is None:
                self.say(where, '指标', key, 'is only in the program')
                continue
            for column in ('numerator', 'denominator', 'weight'):
                self.check(where, '指标', key, column, None if r[column] is None else F(r[column]), x[column])
            for column in ('rate', 'k'):
                self.check(where, '指标', key, column, r[column], fixed(x[column], 12))
            self.check(where, '指标', key, 'light', r['light'], x['light'])
        for key in figures.keys() - seen:
            self.say(where, '指标', key, 'is not in the program')

    def ranking(self, where, folder, standings):
        rows = table(os.path.join(folder, '排名.csv'))
        if {r['code'] for r in rows} != set(standings):
            self.say(where, '排名 has other units')
        for r in rows:
            x = standings.get(r['code'])
            if x is None:
                continue
            for column in ('group', 'rank', 'previous_rank', 'change', 'light'):
                self.check(where, '排名', r['code'], column, r[column], None if x[column] is None else str(x[column]))
            for column in ('score', 'base_score', 'deductions', 'bonus'):
                self.check(where, '排名', r['code'], column, r[column], fixed(x[column], 2))
            self.check(where, '排名', r['code'], 'applicable_weight', F(r['applicable_weight']), x['applicable_weight'])

    def check(self, where, name, key, column, theirs, mine):
        self.compared[column] += 1
        if theirs != mine:
            self.say(where, name, key, column, 'program', theirs, 'recomputed', mine)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('folder')
    ap.add_argument('--verdicts', default='own', choices=('own', 'program'), help='whose verdicts on files: by default none of the program is read')
    ap.add_argument('--verbose', action='store_true', help='what was sent back and why, what was read as something else')
    a = ap.parse_args()
    c = Comparison(a.folder, a.verdicts)
    c.run()
    if a.verbose:
        for x in c.own.remarks:
            print('REMARK', x)
        for s in c.own.subs:
            if s['status'] != 'accepted':
                print('JUDGED', s['period'], s['status'], s['form'], s['unit'], s['file'], '|', s['why'])
    for x in c.diffs:
        print('DIFF', x)
    print('%d tables of %d periods, %d values compared: %d differences' % (
        3 * sum(len(os.listdir(os.path.join(a.folder, 'kept', d))) for d in os.listdir(os.path.join(a.folder, 'kept'))),
        len(c.own.published), sum(c.compared.values()), len(c.diffs)))
    return 1 if c.diffs else 0


if __name__ == '__main__':
    sys.exit(main())
