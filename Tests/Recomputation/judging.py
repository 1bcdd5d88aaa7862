"""A return is judged: the errors alone decide whether it is accepted."""
import calendar
import datetime as dt
import re
import sqlite3
from collections import defaultdict

from sheets import Bad, parse
from tables import fold, number, period_end, split


class SQL:
    """SQLite with LEAST, GREATEST (NULL if an argument is NULL) and the parameters of the campaign."""
    def __init__(self, c, asof):
        self.db = sqlite3.connect(':memory:')
        for n, f in (('LEAST', min), ('GREATEST', max)):
            self.db.create_function(n, -1, lambda *a, f=f: None if any(x is None for x in a) else f(a))
        self.c, self.asof = c, asof

    def params(self, period, day=None):
        y, m = int(period[:4]), int(period[5:])
        n = calendar.monthrange(y, m)[1]
        return dict(self.c.settings, period=period, month=m, days_in_month=n, asof=day or self.asof[:10],
                    workdays=sum(self.c.workday(dt.date(y, m, d)) for d in range(1, n + 1)))

    def eval(self, expr, tables, period):
        """A scalar over one-row tables: {alias: {column: value}}."""
        args, froms = dict(self.params(period)), []
        for a, row in tables.items():
            cols = []
            for k, v in row.items():
                p = '%s__%s' % (a, k)
                args[p] = v
                cols.append(':%s AS "%s"' % (p, k))
            froms.append('(SELECT %s) AS %s' % (', '.join(cols) or '1', a))
        names = set(re.findall(r':(\w+)', expr + ' '.join(froms)))
        return self.db.execute('SELECT (%s) FROM %s' % (expr, ', '.join(froms)), {k: args.get(k) for k in names}).fetchone()[0]


def id_number(s):
    s = fold(s)
    for m in re.findall(r'(?<!\d)\d{17}[\dX](?!\d)', s):
        if '10X98765432'[sum(int(a) * w for a, w in zip(m, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11] == m[17]:
            return True
    return bool(re.search(r'(?<!\d)1[3-9]\d{9}(?!\d)', s))


def match_entry(c, form, unit, code, name, end):
    """The roster entry of a row: by code, else by name under the unit (suffixes stripped)."""
    own = c.by_owner[c.forms[form]['sector'], unit]
    if code:
        e = c.codes.get(fold(code))
        if e and e['sector'] == c.forms[form]['sector']:
            return e
    strip = lambda s: re.sub(r'(村民委员会|居民委员会|委员会)$', '', fold(s))
    for valid in (True, False):
        for e in own:
            if c.valid(e, end) == valid and name and strip(name) in {strip(x) for x in [e['name']] + split(e['aliases'])}:
                return e
    return None


def judge(c, sql, ret, past, log):
    """Fill ret.rows and ret.errors: the errors alone decide.

    `past` has the line of the period before by code: of who reported then or has something to carry, with what restarts
    in January NULL.
    """
    form, period, end = ret.form, ret.period, period_end(ret.period)
    fs, sector = c.field[form], c.forms[form]['sector']
    err = lambda row, col, check, extra='': ret.errors.append((row, col, check, extra))
    if ret.unit is None:
        err(None, None, 'unknown_unit', ret.label_unit)
    if ret.label_unit and ret.file_unit and ret.label_unit != ret.file_unit:
        err(None, None, 'unknown_unit' if ret.label_unit.startswith('unknown') else 'unit_disagrees', ret.label_unit)
    sets = [s for s in (ret.title_periods, ret.folder_periods, ret.file_periods) if s]
    if sets and not set.intersection(*sets):
        err(None, None, 'wrong_period', str(sets))
    unit = c.unit.get(ret.unit)
    if unit and not (unit['kind'] in split(c.forms[form]['submitted_by']) and c.valid(unit, end) and (not sector or c.entries(form, end, ret.unit))):
        err(None, None, 'not_asked')
    present = {x[0] for x in ret.cols.values()}
    for f in c.fields[form]:
        if f['required'] != 'no' and f['id'] not in present and not (f['id'] == 'unit_code' and sector):
            err(None, f['id'], 'missing_column')
    top_row = ret.sheet.cells[ret.top]
    for v in top_row:
        if v is not None and re.search(r'姓名|身份证|电话', str(v)):
            ret.quarantine = True
    used = defaultdict(list)
    for i, vals in ret.data:
        row, states = {}, {}
        for v in vals:
            if v is not None and fold(v) not in c.codes and id_number(v):
                ret.quarantine = True
        for j, (fid, hu) in ret.cols.items():
            raw = vals[j] if j < len(vals) else None
            if (i, j) in ret.sheet.uncomputed:
                err(i, fid, 'formula_uncomputed')
                states[fid] = 'bad'
                continue
            try:
                row[fid], states[fid] = parse(c, fs[fid], raw, hu, period, log)
            except Bad as b:
                err(i, fid, str(b), raw)
                row[fid], states[fid] = None, 'bad'
        entry = None
        if sector:
            entry = match_entry(c, form, ret.unit, row.get('unit_code'), row.get('unit_name'), end)
            if entry is None:
                if states.get('unit_code') != 'bad':
                    err(i, 'unit_name', 'unknown_entry', row.get('unit_name'))
            elif entry['valid_from'] and entry['valid_from'] > end:
                err(i, 'unit_name', 'unknown_entry', entry['name'])
                continue
            elif not c.valid(entry, end):
                ret.notes.append((i, 'closed_entry', entry['name']))
                continue
            elif entry['unit'] != ret.unit:
                # Another unit's to report: asked, not sent back, and none of its cells is anybody's worry here.
                ret.notes.append((i, 'reported_by_two', entry['name']))
                ret.rows.append((i, entry['code'], row, states))
                continue
            else:
                used[entry['code']].append(i)
        full = {f: row.get(f) for f in fs}
        for f in fs:                                   # cur: submitted, else carried
            if fs[f]['carry'] == 'yes' and full[f] is None and states.get(f) not in ('na', 'bad') and entry:
                full[f] = past.get(entry['code'], {}).get(f)
        attrs = view_attrs(c, entry, ret.unit)
        cur = dict(attrs, **full)
        for fid, f in fs.items():
            if fid not in present or states.get(fid) == 'bad':
                continue
            need = f['required'] == 'yes' or (f['required'] not in ('yes', 'no') and sql.eval(f['required'], {'cur': cur}, period))
            if need and row.get(fid) is None and states.get(fid) != 'na' and not (fid == 'unit_code' and sector and entry):
                err(i, fid, 'missing_value', states.get(fid))
            if isinstance(full[fid], (int, float)) or (f['type'] == 'date' and full[fid]):
                for bound, bad in (('min', lambda v, b: v < b), ('max', lambda v, b: v > b)):
                    if f[bound] is not None:
                        b = sql.eval(f[bound], {'cur': cur}, period)
                        if b is not None and bad(full[fid], b):
                            err(i, fid, 'out_of_range', (full[fid], b))
        ret.rows.append((i, entry['code'] if entry else None, row, states))
        prev = past.get(entry['code']) if entry else None
        rost = {k: number(entry[k]) for k in c.roster_attrs} if entry else {}
        for rule in c.rules:
            if rule['form'] != form or rule['state'] != 'active' or rule['severity'] != 'error':
                continue
            if rule['kind'] not in ('row', 'month', 'roster') or (rule['kind'] == 'month' and not prev):
                continue
            tabs = {'cur': cur}
            if 'prev.' in rule['when']:
                tabs['prev'] = prev
            if 'roster.' in rule['when']:
                tabs['roster'] = rost
            if sql.eval(rule['when'], tabs, period):
                err(i, None, rule['id'])
    if sector:
        for e in c.entries(form, end, ret.unit):
            n = len(used[e['code']])
            if n == 0:
                err(None, None, 'absent_entry', e['name'])
            for i in used[e['code']] if n > 1 else ():
                err(i, 'unit_name', 'duplicate_entry', e['name'])
    bad_rows = {e[0] for e in ret.errors}
    ret.total_rows = len(c.entries(form, end, ret.unit)) if sector else len(ret.data)
    file_level = any(e[2] in ('wrong_period', 'not_begun', 'unknown_unit', 'unit_disagrees', 'not_asked', 'missing_column') for e in ret.errors)
    ret.ok_rows = 0 if file_level or ret.quarantine else (
        sum(1 for e in c.entries(form, end, ret.unit) if len(used[e['code']]) == 1 and used[e['code']][0] not in bad_rows) if sector
        else sum(1 for i, _ in ret.data if i not in bad_rows))
    ret.accepted = not ret.errors and not ret.quarantine


def view_attrs(c, entry, unit):
    a = {'unit_' + k: c.unit[unit][k] for k in c.unit_attrs} if unit in c.unit else {}
    if entry:
        a.update({'roster_' + k: number(entry[k]) for k in c.roster_attrs})
        a.update(code=entry['code'], name=entry['name'], unit=entry['unit'], co_unit=entry['co_unit'])
    return a
