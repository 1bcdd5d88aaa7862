"""What lay in the Inbox at each moment, as the office would have filed it: submissions, revisions, records of inspections."""
import datetime as dt
import hashlib
import os
from collections import defaultdict
from fractions import Fraction as F

from judging import SQL, judge
from sheets import Bad, parse, periods_in, read_file, take_sheet
from tables import before, fold, folded, period_end
from views import Views

OFFICE = ('inspection', 'bonus', 'review')


class Files(Views):
    """Takes files step by step, never looking ahead.

    A step has a moment, the tables of that day, the files that have come since the last one and what the register says of
    them, and the acts of the office. What was sent back is judged again where the tables have changed.
    """

    def __init__(self, verdicts=None):
        self.verdicts = verdicts                 # the program's own, in the second mode: {(file, form): status}
        self.received, self.first_seen, self.registered = {}, {}, set()
        self.subs, self.accepted = [], {}        # in the order taken; (form, unit, period) -> [Return] by receipt
        self.records, self.registers = [], {}    # (received, file, row, step, record); period -> [(received, file, [(unit, basis, points)])]
        self.hashes, self.acts, self.runs = {}, [], []
        self.remarks, self.log, self.periods = [], [], defaultdict(set)
        self.step, self.campaign_name, self.asof = -1, None, None

    def take(self, root, step, campaign, campaign_name):
        """One step: what came, then what is judged again; files in the order of period, receipt, path."""
        self.step += 1
        self.asof = dt.datetime.fromisoformat(step['as_of'])
        again = []
        if campaign_name != self.campaign_name:
            self.c, self.campaign_name = campaign, campaign_name
            if self.step:
                again = [s for s in self.subs if s['status'] == 'returned']
                self.subs = [s for s in self.subs if s['status'] != 'returned']
        self.sql = SQL(self.c, step['as_of'])
        self.forget()
        for name, moment in step.get('register', []):
            self.registered.add(name)
            self.received[name] = moment.replace(' ', 'T')
        self.acts += [dict(act, step=self.step) for act in step.get('acts', [])]
        paths = {s['file'] for s in again}
        self.take_files(root, sorted(paths))
        self.take_files(root, [x for x in step.get('deliver', []) if x not in paths])
        self.forget()

    def run_completed(self):
        """The program notes a run only where it can tell something of lateness; a later one changes nothing."""
        self.runs.append((self.step, self.asof))

    def take_files(self, root, paths):
        pending = []
        for rel in sorted(paths, key=lambda rel: (self.receipt(rel), os.path.splitext(rel))):
            path = os.path.join(root, rel)
            digest = hashlib.sha256(open(path, 'rb').read()).hexdigest()
            if self.hashes.get(digest, rel) != rel and os.path.getsize(path):
                self.remarks.append('duplicate: %s has the bytes of %s' % (rel, self.hashes[digest]))
                continue
            self.hashes[digest] = rel
            self.first_seen.setdefault(rel, self.step)
            received = self.receipt(rel)
            sheets = read_file(path)
            if isinstance(sheets, str):
                pending.append((self.name_period(rel), received, rel, None, sheets))
                continue
            rets = [x for x in (take_sheet(self.c, s, rel) for s in sheets) if x]
            if not rets:
                pending.append((self.name_period(rel), received, rel, None, 'no form'))
            for r in rets:
                stated = (r.title_periods & r.folder_periods) or r.title_periods or r.file_periods or r.folder_periods
                # Where title and folder disagree the file goes back, and counts to the folder's month.
                r.period, r.quarantine = sorted(r.folder_periods or stated)[0], False
                r.unit = r.label_unit if r.label_unit and not r.label_unit.startswith('unknown') else r.file_unit
                pending.append((r.period, received, rel, r, None))
        for period, received, rel, r, why in sorted(pending, key=lambda x: (*x[:2], os.path.splitext(x[2]))):
            self.settle(period, received, rel, r, why)

    def receipt(self, rel):
        """What the register says, else the first run that saw the file."""
        return self.received.get(os.path.basename(rel)) or self.received.setdefault(rel, self.asof.isoformat()[:16])

    def settle(self, period, received, rel, r, why):
        if r is None:
            form = self.folder_form(rel)
            self.subs.append(dict(period=period, received=received, file=rel, form=form, unit=self.c.unit_in(rel), status='returned', why=why, ret=None))
            return
        if r.form in OFFICE:
            if self.c.forms[r.form]['folder'] not in rel.split(os.sep):
                self.remarks.append('outside its folder, not taken: ' + rel)
            else:
                self.file_record(r, received, rel)
            return
        if any(s['file'] == rel and s['form'] == r.form and s['status'] == 'accepted' for s in self.subs):
            return                               # beside it another sheet of the file was sent back, and is judged again
        judge(self.c, self.sql, r, self.past(r.form, period), self.log)
        status = 'quarantined' if r.quarantine else 'accepted' if r.accepted else 'returned'
        mine = status
        if self.verdicts is not None:
            status = self.verdicts.get((rel, r.form), status)
        r.received, r.file = received, rel
        self.subs.append(dict(period=period, received=received, file=rel, form=r.form, unit=r.unit, status=status, mine=mine,
                              why='; '.join(map(str, r.errors)), ret=r))
        if status == 'accepted':
            revisions = self.accepted.setdefault((r.form, r.unit, period), [])
            revisions.append(r)
            revisions.sort(key=lambda x: (x.received, os.path.splitext(x.file)))
            self.periods[r.form].add(period)
            self.forget(r.form, period)

    def name_period(self, rel):
        return sorted(periods_in(os.path.basename(rel)) or periods_in(rel))[0]

    def folder_form(self, rel):
        return next((f['id'] for f in self.c.forms.values() if f['folder'] in rel.split(os.sep)), '')

    def file_record(self, r, received, rel):
        fields, rows = self.c.field[r.form], []
        for i, vals in r.data:
            row = {}
            for j, (fid, unit) in r.cols.items():
                try:
                    row[fid], _ = parse(self.c, fields[fid], vals[j] if j < len(vals) else None, unit, r.period, self.log)
                except Bad as bad:
                    self.remarks.append('office record: %s row %d %s: %s' % (rel, i + 1, fid, bad))
                    row[fid] = None
            rows.append((i, row))
        if r.form == 'review':
            return                               # counts once, at the end of the year
        if r.form == 'inspection':
            for i, row in rows:
                row['unit'] = self.c.find_unit(row['duty_unit'])
                self.records.append((received, rel, i, self.step, row))
            self.records.sort(key=lambda x: x[:3])
        else:
            lines = [(self.c.find_unit(row['unit_name']), folded(row['basis'] or ''), F(str(row['points'] or 0))) for _, row in rows]
            self.registers.setdefault(r.period, []).append((received, rel, lines))

    def awards(self, period):
        """What the registers of a month say together: they add up; the later file of a name takes the earlier one's place, and of a
        matter (unit, basis) the last file that names it counts."""
        names, named, awards = set(), set(), []
        for _, rel, lines in sorted(self.registers.get(period, []), reverse=True):
            if os.path.basename(rel) not in names:
                names.add(os.path.basename(rel))
                awards += [(unit, points) for unit, basis, points in lines if (unit, basis) not in named]
                named |= {(unit, basis) for unit, basis, _ in lines}
        return awards
