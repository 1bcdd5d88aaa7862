"""Rewrites returns: rows left out, two units' sheets put together, figures corrected, verdicts that came later."""
import csv
import os

import openpyxl

from sheets import Bad, parse, read_file, take_sheet
from tables import Campaign

# What may be corrected without another figure having to follow.
CORRECTED = dict(rural=('study_cnt', 'duty_days', 'pay_paid', 'site_open_days'), community=('inservice_act', 'allow_paid'), enterprise=('act_cnt',),
                 social_org=('act_cnt',), organ=('committee', 'congress', 'lecture', 'dues_paid'))


class Sheetwork:
    def __init__(self, inbox, tables):
        self.inbox, self.tables, self.month, self.campaigns, self.memo = inbox, tables, None, {}, {}

    @property
    def campaign(self):
        name = self.tables.version_of(self.month)
        if name not in self.campaigns:
            self.campaigns[name] = Campaign(os.path.join(self.tables.root, name))
        return self.campaigns[name]

    # -- reading and writing

    def read(self, path):
        """(return, rows of {field: (value, state)}) of a file of one sheet all of whose cells can be read; else None."""
        if path not in self.memo:
            self.memo[path] = self.read_anew(path)
        found = self.memo[path]
        return found and (found[0], [dict(row) for row in found[1]])

    def read_anew(self, path):
        sheets = read_file(os.path.join(self.inbox, path))
        if isinstance(sheets, str) or len(sheets) != 1 or sheets[0].uncomputed:
            return None
        r = take_sheet(self.campaign, sheets[0], path)
        if r is None or not r.title_periods or self.month not in r.title_periods:
            return None
        fields, rows = self.campaign.field[r.form], []
        for _, vals in r.data:
            row = {}
            for j, (fid, unit) in r.cols.items():
                try:
                    row[fid] = parse(self.campaign, fields[fid], vals[j] if j < len(vals) else None, unit, self.month, [])
                except Bad:
                    return None
            rows.append(row)
        return r, rows

    def unit_of(self, r):
        return r.label_unit if r.label_unit in self.campaign.unit else r.file_unit

    def is_plain(self, path):
        found = self.read(path)
        return bool(found and found[0].form in CORRECTED and self.unit_of(found[0]))

    def write(self, path, form, unit, rows, title=None):
        fields = [f for f in self.campaign.fields[form] if any(f['id'] in row for row in rows)]
        lines = [[(title or '%s年%d月' % (self.month[:4], int(self.month[5:]))) + self.campaign.forms[form]['title']]]
        if unit:
            lines.append(['填报单位：' + self.campaign.unit[unit]['name']])
        lines.append([f['header'] for f in fields])
        for row in rows:
            cells = [row.get(f['id'], (None, 'blank')) for f in fields]
            lines.append(['—' if state == 'na' and value is None else value for value, state in cells])
        target = os.path.join(self.inbox, path)
        self.memo.pop(path, None)
        if path.endswith('.csv'):
            with open(target, 'w', encoding='utf-8-sig', newline='') as file:
                csv.writer(file).writerows(lines)
        else:
            book = openpyxl.Workbook()
            for line in lines:
                book.active.append(line)
            book.save(target)

    # -- what the year brings

    def rearrange(self, paths, receipts):
        """Leaves out files and rows of who is not there yet or no longer; gives the paths that remain."""
        t, kept, of_merged, of_heir = self.tables, [], {}, {}
        merged = self.month >= t.merger_month
        for path in paths:
            unit = self.campaign.unit_in(os.path.basename(path))
            if unit == t.newcomer and self.month < t.newcomer_month:
                continue
            if merged and unit in (t.merged, t.into):
                found = self.read(path)
                if found:
                    (of_merged if unit == t.merged else of_heir)[found[0].form] = (path, found[1])
                    if unit == t.merged:
                        continue
                elif unit == t.merged:
                    continue
            self.leave_out(path)
            kept.append(path)
        for form, (path, rows) in sorted(of_merged.items()):
            for row in rows:                     # who reports is the heir, whoever it was
                row.update({f['id']: (self.campaign.unit[t.into]['short_name'], '') for f in self.campaign.fields[form]
                            if f['type'] == 'unit_name' and f['id'] in row})
            if form in of_heir:
                path, own = of_heir[form]
                if form != 'ledger':
                    self.write(path, form, t.into, own + rows)
            elif form != 'ledger':
                heir, old = (self.campaign.unit[u]['short_name'] for u in (t.into, t.merged))
                new = path.replace(old, heir)
                if os.path.basename(new) not in {os.path.basename(p) for p in kept}:
                    self.write(new, form, t.into, rows)
                    receipts[new] = receipts[path]
                    kept.append(new)
        return sorted(kept)

    def leave_out(self, path):
        leaving = {c for c, m in self.tables.dropped.items() if m <= self.month} | {c for c, m in self.tables.before.items() if self.month < m}
        if self.campaign.unit_in(os.path.basename(path)) not in {self.campaign.entry[c]['unit'] for c in leaving}:
            return
        found = self.read(path)
        if not found or not self.campaign.forms[found[0].form]['sector']:
            return
        r, rows = found
        names = {e['name']: code for code, e in self.campaign.entry.items() if e['unit'] == self.unit_of(r) and e['sector'] == r.form}

        def is_kept(row):
            code = row.get('unit_code', (None,))[0] or names.get(row.get('unit_name', (None,))[0])
            return code not in leaving
        left = [row for row in rows if is_kept(row)]
        if left and len(left) < len(rows) and self.unit_of(r):
            self.write(path, r.form, self.unit_of(r), left)

    def correct(self, path, new, dice):
        r, rows = self.read(path)
        for row in dice.sample(rows, min(len(rows), 3)):
            for fid in CORRECTED[r.form]:
                value, state = row.get(fid, (None, 'blank'))
                if value is None or dice.random() < 0.3:
                    continue
                row[fid] = (round(value * dice.choice([0.5, 0.9, 0.97]), 2) if isinstance(value, float) else max(0, value + dice.choice([-2, -1, 0, 1])), state)
        self.write(new, r.form, self.unit_of(r), rows)
        return True
