"""What lay in the Inbox at each moment, as the office would have filed it: submissions, revisions, records of inspections."""
import datetime as dt
import hashlib
import os
from collections import defaultdict
from fractions import Fraction as F

from judging import SQL, judge
from sheets import Bad, parse, read_file, stated, take_sheet
from tables import before, fold, folded, period_end
from views import Views

OFFICE = ('inspection', 'bonus', 'review')
UNREAD = ('empty', 'not an xlsx')


def by_receipt(s):
    return s['received'], os.path.splitext(s['file']), s['order']


def settled(*statements):
    """The month that most of title, folder and name state, of equals the later; None where none states one."""
    months = [min(x) for x in statements if len(x) == 1]
    return max(months, key=lambda m: (months.count(m), m), default=None)


class Files(Views):
    """Takes files step by step, never looking ahead.

    A step has a moment, the tables of that day, the files that have come since the last one and what the register says of
    them, and the acts of the office.
    """

    def __init__(self, verdicts=None):
        self.verdicts = verdicts                 # the program's own, in the second mode: {(file, form): status}
        self.received, self.first_seen, self.registered, self.named = {}, {}, set(), {}
        self.seen_at = {}
        self.subs, self.accepted = [], {}        # in the order taken; (form, unit, period) -> [Return] by receipt
        self.records, self.registers = [], {}    # (received, file, row, step, record); period -> [(received, file, [(unit, basis, points)])]
        self.firsts, self.origins = {}, {}       # of bytes, the path under which they came first; that of another path of theirs
        self.read_at = set()                     # (bytes, path)
        self.published = {}                      # the months that were told; Figures fills it
        self.acts, self.runs = [], []
        self.remarks, self.log, self.periods = [], [], defaultdict(set)
        self.step, self.judged, self.campaign_name, self.asof = -1, 0, None, None

    def take(self, root, step, campaign, campaign_name):
        """One step: what went back under other tables is judged again, what came is taken, and what went back before that or
        before its month had begun is judged again; each time files in the order of period, receipt, path."""
        self.step += 1
        self.asof = dt.datetime.fromisoformat(step['as_of'])
        is_other = self.step > 0 and campaign_name != self.campaign_name
        self.c, self.campaign_name = campaign, campaign_name
        self.sql = SQL(self.c, step['as_of'])
        self.forget()
        for name, moment in step.get('register', []):
            self.registered.add(name)
            self.received[name] = moment.replace(' ', 'T')
        self.acts += [dict(act, step=self.step) for act in step.get('acts', [])]
        if is_other:
            self.judge_again(root, lambda s: True)
        self.take_files(root, step.get('deliver', []))
        self.judge_again(root, self.is_outdated)
        self.forget()

    def run_completed(self):
        """The program notes a run only where it can tell something of lateness; a later one changes nothing."""
        self.runs.append((self.step, self.asof))

    # -- what is read

    def take_files(self, root, paths):
        """What came. Bytes that came before are read again only where they went back and lie where they were never read."""
        arrivals = []
        for rel in sorted(paths, key=lambda rel: (self.receipt(rel), os.path.splitext(rel))):
            with open(os.path.join(root, rel), 'rb') as file:
                data = file.read()
            bytes_ = hashlib.sha256(data).hexdigest() if data else 'nothing in ' + rel
            first = self.firsts.setdefault(bytes_, rel)
            if first != rel:
                if bytes_ in {b for b, _ in arrivals} or not self.is_worth_reading(bytes_, rel):
                    self.remarks.append('duplicate: %s has the bytes of %s' % (rel, first))
                    continue
                self.origins[rel] = first
            self.first_seen.setdefault(first, self.step)
            self.seen_at.setdefault(first, self.asof.isoformat()[:16])
            arrivals.append((bytes_, rel))
        self.read(root, arrivals)

    def is_worth_reading(self, bytes_, rel):
        return (bytes_, rel) not in self.read_at and any(s['bytes'] == bytes_ for s in self.open_returns())

    def judge_again(self, root, concerns):
        """Of what went back and is open still what `concerns` says."""
        again = [s for s in self.open_returns() if concerns(s)]
        self.read(root, sorted({(s['bytes'], s['file']) for s in again}), again)

    def open_returns(self):
        """What went back and was not replaced; what cannot be read is not kept, and is what it was."""
        return [s for s in self.subs if s['status'] == 'returned' and s['why'] not in UNREAD and not self.is_replaced(s)]

    def is_replaced(self, s):
        """Whether a later return of the same form, unit and month was accepted: later by receipt, by path, as taken."""
        return any(o['status'] == 'accepted' and (o['form'], o['unit'], o['period']) == (s['form'], s['unit'], s['period'])
                   and by_receipt(o) > by_receipt(s) for o in self.subs)

    def is_outdated(self, s):
        """Whether an earlier month of the return was accepted since it went back, or its month has begun since."""
        if not s['period']:
            return False
        earlier = any(o['status'] == 'accepted' and (o['form'], o['unit']) == (s['form'], s['unit']) and o['period'] < s['period']
                      and o['judged'] > s['judged'] for o in self.subs)
        return earlier or s['judged_in'] < s['period'] <= self.month()

    def month(self):
        return self.asof.isoformat()[:7]

    def read(self, root, files, again=None):
        """Reads files and gives a verdict on each of their sheets; of files that are read again on those that are to be judged."""
        pending = []
        for bytes_, rel in files:
            received = self.receipt(rel)
            whole = dict(bytes=bytes_, sheet=None, file=rel, received=received, form=self.folder_form(rel), unit=self.c.unit_in(rel),
                         period=self.name_period(rel, received), ret=None)
            sheets = read_file(os.path.join(root, rel))
            if isinstance(sheets, str):
                pending.append(dict(whole, why=sheets))
                continue
            rets = [x for x in (take_sheet(self.c, s, rel, received) for s in sheets) if x]
            if not rets:
                pending.append(dict(whole, why='no form'))
            for r in rets:
                r.period, r.quarantine = settled(r.title_periods, r.folder_periods, r.file_periods), False
                r.unit = r.label_unit if r.label_unit and not r.label_unit.startswith('unknown') else r.file_unit
                pending.append(dict(whole, sheet=r.sheet.name, form=r.form, unit=r.unit, period=r.period, ret=r, why='',
                                    received=self.credible(received, r.period, rel)))
        for s in sorted(pending, key=lambda s: (s['period'] is None, s['period'], s['received'], os.path.splitext(s['file']))):
            self.settle(s, again)

    def receipt(self, rel):
        """What the register says of the path under which the bytes came first, or of their new one; else the first run that saw them."""
        name, first = self.registered_name(rel), self.origins.get(rel, rel)
        return self.received[name] if name else self.received.setdefault(first, self.asof.isoformat()[:16])

    def credible(self, received, period, rel):
        """A line of the register that lies before the return's own month does not count: the run that saw the file first does."""
        seen = self.seen_at.get(self.origins.get(rel, rel), received)
        begins = '%s-01T00:00' % period
        return seen if period and received < begins <= seen else received

    def registered_name(self, rel):
        """The name by which the register has the file: a line is about the file of its name that came first."""
        first = self.origins.get(rel, rel)
        names = map(os.path.basename, (first, rel))
        return next((n for n in names if n in self.registered and self.named.setdefault(n, first) == first), None)

    # -- what counts

    def settle(self, s, again):
        r = s['ret']
        if r and r.form in OFFICE:
            if self.c.forms[r.form]['folder'] not in s['file'].split(os.sep):
                self.remarks.append('outside its folder, not taken: ' + s['file'])
            elif again is None:
                self.file_record(r, s['received'], s['file'])
            return
        # A file that said nothing as a whole, and says something now, is what it says now.
        old = next((o for o in self.subs if o['bytes'] == s['bytes'] and o['sheet'] in (None, s['sheet'])), None)
        if old and (old['status'] == 'accepted' or self.is_replaced(old) or again is not None and not any(o is old for o in again)):
            return                               # beside it another sheet of the file was sent back, and is judged again
        self.judge(s)
        if old and s['status'] != 'accepted':
            known = (s['form'], s['unit'], s['period'])
            if again is None and (None in known or '' in known or known == (old['form'], old['unit'], old['period'])):
                self.remarks.append('duplicate: %s says no more than %s' % (s['file'], old['file']))
                return
            if again is not None and r and old['ret'] and old['period'] in self.published:
                r.ok_rows = max(r.ok_rows, old['ret'].ok_rows)
        self.judged += 1
        self.read_at.add((s['bytes'], s['file']))
        s.update(judged=self.judged, judged_in=self.month(), order=old['order'] if old else self.judged)
        self.subs = [o for o in self.subs if o is not old] + [s]
        if s['status'] == 'accepted':
            r.received, r.file = s['received'], s['file']
            revisions = self.accepted.setdefault((r.form, r.unit, r.period), [])
            revisions.append(r)
            revisions.sort(key=lambda x: (x.received, os.path.splitext(x.file)))
            self.periods[r.form].add(r.period)
            self.forget(r.form, r.period)

    def judge(self, s):
        r, s['status'] = s['ret'], 'returned'
        if r is None:
            return
        if r.period is None or r.period > self.month():
            r.errors.append((None, None, 'no_period' if r.period is None else 'not_begun'))
        if r.period is None:
            r.ok_rows = 0
        else:
            judge(self.c, self.sql, r, self.past(r.form, r.period), self.log)
            s['status'] = 'quarantined' if r.quarantine else 'accepted' if r.accepted else 'returned'
        if self.verdicts is not None:
            s['status'] = self.verdicts.get((s['file'], r.form), s['status'])
        s['why'] = '; '.join(map(str, r.errors))

    def name_period(self, rel, received):
        name, folder = stated((os.path.basename(rel), os.path.dirname(rel)), received)
        return min(name or folder, default=None)

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
