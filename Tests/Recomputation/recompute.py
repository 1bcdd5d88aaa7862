#!/usr/bin/env python3
"""Recompute a Tongbao ranking from the source files and the campaign tables, independently of the program.

Follows the rules of the score as Documentation/Decisions/0006 and the handbook tell them. Reads every file of the inbox itself (XLSX through openpyxl, CSV),
judges it, builds the roster views, evaluates the indicators in SQLite, scores with exact fractions,
and compares with the tables the program wrote. Exit 0: no difference; 1: differences, one a line.

  recompute.py --campaign DIR --inbox DIR --out OUTBOX --as-of 2020-07-06T09:00 --periods 2020-05,2020-06
               [--status program]     take accepted/returned from 收件.csv instead of judging
               [--future missing]     a file registered after --as-of counts as not yet received
               [--period-from folder] where title and folder disagree, the returned file counts to the folder's month
"""
import argparse, calendar as cal, csv, datetime as dt, decimal, hashlib, io, os, re, sqlite3, sys, unicodedata, warnings
from collections import defaultdict
from fractions import Fraction as F

import openpyxl

warnings.filterwarnings('ignore')


# ---------------------------------------------------------------- tables

def table(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return [{k: (v if v != '' else None) for k, v in r.items()} for r in csv.DictReader(f)]


def number(s):
    if s is None:
        return None
    if re.fullmatch(r'-?\d+', s):
        return int(s)
    if re.fullmatch(r'-?\d*\.\d+', s):
        return float(s)
    if re.fullmatch(r'-?\d+(\.\d+)?%', s):
        return float(F(s[:-1]) / 100)
    return s


def split(s):
    return [x for x in (s or '').split(';') if x]


def fold(s):
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', str(s))).upper()


class Campaign:
    def __init__(self, d):
        t = lambda n: table(os.path.join(d, n + '.csv'))
        self.settings = {r['key']: number(r['value']) for r in t('settings')}
        self.units = t('units')
        self.unit = {u['code']: u for u in self.units}
        self.roster = t('roster')
        self.entry = {r['code']: r for r in self.roster}
        self.forms = {r['id']: r for r in t('forms')}
        self.fields = defaultdict(list)
        for r in t('fields'):
            self.fields[r['form']].append(r)
        self.field = {f: {r['id']: r for r in v} for f, v in self.fields.items()}
        self.choices = defaultdict(dict)
        for r in t('choices'):
            self.choices[r['list']][fold(r['spelling'])] = r['value']
        self.rules = t('rules')
        self.indicators = t('indicators')
        self.items = {r['id']: r for r in t('inspection_items')}
        self.days = {r['date']: r['workday'] == 'yes' for r in t('calendar')}
        self.headers = {}
        for form, fs in self.fields.items():
            h = {}
            for f in fs:
                for s in [f['header']] + split(f['aliases']):
                    h.setdefault(bare(s)[0], f['id'])
                    h.setdefault(fold(s), f['id'])
            self.headers[form] = h
        base = {'code', 'name', 'aliases', 'sector', 'unit', 'co_unit', 'valid_from', 'valid_to', 'merged_into'}
        self.roster_attrs = [k for k in self.roster[0] if k not in base]
        self.unit_attrs = [k for k in self.units[0] if k not in ('mailbox', 'valid_from', 'valid_to', 'merged_into')]

    def workday(self, d):
        return self.days.get(d.isoformat(), d.weekday() < 5)

    def valid(self, r, end):
        return (not r['valid_from'] or r['valid_from'] <= end) and (not r['valid_to'] or r['valid_to'] >= end)

    def entries(self, form, end, unit=None):
        s = self.forms[form]['sector']
        return [r for r in self.roster if r['sector'] == s and self.valid(r, end) and (unit is None or r['unit'] == unit)]

    def find_unit(self, text):
        """The unit a cell names: suffixes stripped, then exact on name, short name, alias."""
        t = fold(text).replace('(盖章)', '')
        for s in (t, re.sub(r'(人民政府|党委|党工委|党组|委员会|办事处)$', '', t)):
            for u in self.units:
                if s in {fold(x) for x in [u['name'], u['short_name']] + split(u['aliases']) if x}:
                    return u['code']
        return None

    def unit_in(self, text):
        """The unit whose name stands somewhere in a title or file name: the longest name wins."""
        t, best = fold(text), (0, None)
        for u in self.units:
            for x in (u['name'], u['short_name']):
                if fold(x) in t and len(x) > best[0]:
                    best = (len(x), u['code'])
        return best[1]


def bare(header):
    """A header without its unit in brackets, and that unit."""
    h = fold(header)
    m = re.fullmatch(r'(.*?)\(([^()]*)\)', h)
    return (m.group(1), m.group(2)) if m and m.group(1) else (h, None)


# ---------------------------------------------------------------- reading

class Sheet:
    def __init__(self, name, cells, uncomputed=(), hidden_rows=()):
        self.name, self.cells, self.uncomputed, self.hidden_rows = name, cells, set(uncomputed), set(hidden_rows)


def read_file(path):
    """Sheets of a file, or a string saying why it cannot be read."""
    data = open(path, 'rb').read()
    if not data:
        return 'empty'
    if path.endswith('.csv'):
        for enc in ('utf-8-sig', 'gb18030'):
            try:
                text = data.decode(enc)
                break
            except UnicodeDecodeError:
                continue
        return [Sheet('csv', [[c if c != '' else None for c in r] for r in csv.reader(io.StringIO(text))])]
    if data[:4] != b'PK\x03\x04':
        return 'not an xlsx'
    wb, raw = (openpyxl.load_workbook(io.BytesIO(data), data_only=o) for o in (True, False))
    out = []
    for ws in wb:
        if ws.sheet_state != 'visible':
            continue
        cells, un = [[c.value for c in r] for r in ws.iter_rows()], []
        for r in raw[ws.title].iter_rows():
            for c in r:
                if isinstance(c.value, str) and c.value.startswith('=') and cells[c.row - 1][c.column - 1] is None:
                    un.append((c.row - 1, c.column - 1))
        out.append(Sheet(ws.title, cells, un, [i - 1 for i, d in ws.row_dimensions.items() if d.hidden]))
    return out


def text(v):
    return v.strip() if isinstance(v, str) else v


DASHES = {'—', '-', '/', '——', '--', '无', '―', '–', '不适用'}
CHINESE = {c: i for i, c in enumerate('〇一二三四五六七八九')} | {'零': 0, '两': 2, '十': 10}
UNIT_FACTORS = {('元', '万元'): F(1, 10000), ('万元', '元'): F(10000), ('字', '万字'): F(1, 10000)}


def chinese_number(s):
    if not s or any(c not in CHINESE for c in s):
        return None
    if '十' in s:
        a, b = s.split('十', 1)
        return (CHINESE[a] if a else 1) * 10 + (CHINESE[b] if b else 0)
    n = 0
    for c in s:
        n = n * 10 + CHINESE[c]
    return n


class Bad(Exception):
    pass


def parse(c, field, raw, header_unit, period, log):
    """The value of a cell: (value, state); state is '', 'blank' or 'na'. Raises Bad(check)."""
    raw = text(raw)
    ty, blank = field['type'], field['blank']
    if raw is None or raw == '':
        return (0 if blank == 'zero' else None), 'blank'
    s = fold(raw) if isinstance(raw, str) else None
    if ty.startswith('enum:'):
        key = s if s is not None else fold(int(raw) if isinstance(raw, float) and raw == int(raw) else raw)
        if isinstance(raw, bool):
            key = 'TRUE' if raw else 'FALSE'
        got = c.choices[ty[5:]].get(key)
        if got is not None:
            return got, ''
        if key in DASHES and blank != 'missing':
            return None, 'na'
        raise Bad('unknown_choice')
    if ty in ('integer', 'decimal', 'percent'):
        if isinstance(raw, (dt.datetime, dt.date, bool)):
            raise Bad('not_a_number')
        if s is not None:
            if s in DASHES:
                if blank == 'missing':
                    raise Bad('not_a_number')
                return (0 if blank == 'zero' else None), 'na'
            if re.search(r'约|余|左右|大概|近|多$|以上', s) and re.search(r'\d|[一二三四五六七八九十]', s):
                raise Bad('approximation')
            m = re.fullmatch(r'(-?[\d,]*\.?\d+)([^\d]*)', s)
            if not m:
                n = chinese_number(s.rstrip(fold(field['unit'] or '')) or s)
                if n is None:
                    raise Bad('not_a_number')
                v, u = F(n), None
            else:
                v, u = F(m.group(1).replace(',', '')), m.group(2) or None
            log.append((field['id'], raw))
            if u == '%' and ty == 'percent':
                v, u = v / 100, None
            if u and u != fold(field['unit'] or '') and (u, field['unit']) in UNIT_FACTORS:
                v, header_unit, u = v * UNIT_FACTORS[(u, field['unit'])], None, None
            elif u and u == fold(field['unit'] or ''):
                header_unit = None
            elif u:
                raise Bad('not_a_number')
        else:
            v = F(repr(raw)) if isinstance(raw, float) else F(raw)
        if header_unit and header_unit != fold(field['unit'] or ''):
            f = UNIT_FACTORS.get((header_unit, field['unit']))
            if f:
                v *= f
                log.append((field['id'], raw, 'header unit', header_unit))
        if ty == 'integer':
            if v.denominator != 1:
                raise Bad('not_a_number')
            return int(v), ''
        return float(v), ''
    if ty == 'date':
        if isinstance(raw, dt.datetime):
            return raw.date().isoformat(), ''
        if isinstance(raw, (int, float)):
            if raw > 19000000:
                s = str(int(raw))
            else:
                return (dt.date(1899, 12, 30) + dt.timedelta(days=int(raw))).isoformat(), ''
        if s in DASHES:
            if blank == 'missing':
                raise Bad('bad_date')
            return None, 'na'
        m = re.fullmatch(r'(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?', s) or re.fullmatch(r'(\d{4})(\d\d)(\d\d)', s)
        p = re.fullmatch(r'(\d{1,2})[.月](\d{1,2})日?', s)
        try:
            if m:
                return dt.date(*map(int, m.groups())).isoformat(), ''
            if p:
                return dt.date(int(period[:4]), int(p.group(1)), int(p.group(2))).isoformat(), ''
        except ValueError:
            pass
        raise Bad('bad_date')
    if s in DASHES and ty not in ('text', 'note'):
        return None, 'na'
    if isinstance(raw, float) and raw == int(raw):
        raw = int(raw)
    if ty in ('code', 'subject_code'):
        if re.fullmatch(r'[\d.]+E\+\d+', s or fold(raw)):
            raise Bad('damaged_code')
        return fold(raw), ''
    return str(raw).strip(), ''


class Return:
    """One sheet taken as a form."""
    def __init__(self):
        self.errors, self.rows, self.notes = [], [], []


def periods_in(t):
    t = fold(t)
    return ({'%s-%02d' % (a, int(b)) for a, b in re.findall(r'(20\d\d)年(\d{1,2})月', t)}
            | {'%s-%s' % x for x in re.findall(r'(?<!\d)(20\d\d)[.\-]?(0[1-9]|1[0-2])(?!\d)', t)})


def take_sheet(c, sheet, rel):
    """The sheet as a return (form, unit, period, raw rows), or None."""
    best = None
    for form in c.forms:
        heads = c.headers[form]
        for i in range(min(8, len(sheet.cells))):
            for depth in (1, 2, 3):
                block = sheet.cells[i:i + depth]
                if len(block) < depth:
                    continue
                cols = {}
                for j in range(max(len(r) for r in block)):
                    for r in reversed(block):              # the lowest label of a column is its header
                        v = text(r[j]) if j < len(r) else None
                        if v is not None:
                            h, u = bare(v)
                            fid = heads.get(fold(v)) or heads.get(h)
                            if fid and fid not in [x[0] for x in cols.values()]:
                                cols[j] = (fid, u)
                            break
                share = len(cols) / len(c.fields[form])
                key = (len(cols), -depth)
                if best is None or key > best[0]:
                    best = (key, form, i, depth, cols, share)
    if best is None or best[0][0] < 3 or best[5] < 0.4:
        return None
    _, form, top, depth, cols, _ = best
    r = Return()
    r.form, r.cols, r.sheet, r.top = form, cols, sheet, top
    head = [str(v) for row in sheet.cells[:top] for v in row if v is not None]
    r.title = head[0] if head else ''
    r.title_periods = periods_in(r.title)
    r.label_unit = None
    for h in head:
        m = re.search(r'填报单位[^：:]*[：:]\s*(\S+)', h)
        if m:
            r.label_unit = c.find_unit(m.group(1)) or 'unknown:' + m.group(1)
    r.file_unit = c.unit_in(os.path.basename(rel))
    r.file_periods = periods_in(os.path.basename(rel))
    r.folder_periods = periods_in(os.path.dirname(rel))
    r.data = []
    for i in range(top + depth, len(sheet.cells)):
        row = sheet.cells[i]
        vals = [text(v) for v in row]
        got = [v for v in vals if v not in (None, '')]
        if not got:
            continue
        first = fold(got[0])
        if re.match(r'(填表人|审核人|负责人|联系电话|注:|说明:|备注:)', first):
            break
        if re.match(r'(合计|总计|小计|全镇合计|全乡合计)', first):
            r.total = (i, vals)
            continue
        if set(fold(v) for v in got) <= set('甲乙丙丁戊己') | {str(n) for n in range(1, 40)} and first in '甲乙栏次1':
            if '甲' in [fold(v) for v in got] or all(fold(v).isdigit() for v in got):
                continue
        r.data.append((i, vals))
    return r


# ---------------------------------------------------------------- judging

class SQL:
    """SQLite with LEAST, GREATEST (NULL if an argument is NULL) and the parameters of the campaign."""
    def __init__(self, c, asof):
        self.db = sqlite3.connect(':memory:')
        for n, f in (('LEAST', min), ('GREATEST', max)):
            self.db.create_function(n, -1, lambda *a, f=f: None if any(x is None for x in a) else f(a))
        self.c, self.asof = c, asof

    def params(self, period):
        y, m = int(period[:4]), int(period[5:])
        n = cal.monthrange(y, m)[1]
        return dict(self.c.settings, period=period, month=m, days_in_month=n, asof=self.asof[:10],
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


def period_end(p):
    y, m = int(p[:4]), int(p[5:])
    return dt.date(y, m, cal.monthrange(y, m)[1]).isoformat()


def before(p):
    y, m = int(p[:4]), int(p[5:])
    return '%04d-%02d' % ((y, m - 1) if m > 1 else (y - 1, 12))


def after(p):
    y, m = int(p[:4]), int(p[5:])
    return '%04d-%02d' % ((y, m + 1) if m < 12 else (y + 1, 1))


def id_number(s):
    s = fold(s)
    for m in re.findall(r'(?<!\d)\d{17}[\dX](?!\d)', s):
        if '10X98765432'[sum(int(a) * w for a, w in zip(m, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11] == m[17]:
            return True
    return bool(re.search(r'(?<!\d)1[3-9]\d{9}(?!\d)', s))


def match_entry(c, form, unit, code, name, end):
    """The roster entry of a row: by code, else by name under the unit (suffixes stripped)."""
    own = [e for e in c.roster if e['sector'] == c.forms[form]['sector'] and e['unit'] == unit]
    if code:
        for e in own:
            if fold(e['code']) == fold(code):
                return e
    strip = lambda s: re.sub(r'(村民委员会|居民委员会|委员会)$', '', fold(s))
    for valid in (True, False):
        for e in own:
            if c.valid(e, end) == valid and name and strip(name) in {strip(x) for x in [e['name']] + split(e['aliases'])}:
                return e
    return None


def judge(c, sql, ret, prev_view, carried, log):
    """Fill ret.rows and ret.errors: the errors alone decide."""
    form, period, end = ret.form, ret.period, period_end(ret.period)
    fs, sector = c.field[form], c.forms[form]['sector']
    err = lambda row, col, check, extra='': ret.errors.append((row, col, check, extra))
    if ret.label_unit and ret.file_unit and ret.label_unit != ret.file_unit:
        err(None, None, 'unknown_unit' if ret.label_unit.startswith('unknown') else 'unit_disagrees', ret.label_unit)
    sets = [s for s in (ret.title_periods, ret.folder_periods, ret.file_periods) if s]
    if sets and not set.intersection(*sets):
        err(None, None, 'wrong_period', str(sets))
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
            if v is not None and fold(v) not in {fold(k) for k in c.entry} and id_number(v):
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
            elif not c.valid(entry, end):
                ret.notes.append((i, 'closed_entry', entry['name']))
                continue
            else:
                used[entry['code']].append(i)
        full = {f: row.get(f) for f in fs}
        for f in fs:                                   # cur: submitted, else carried
            if fs[f]['carry'] == 'yes' and full[f] is None and states.get(f) not in ('na', 'bad') and entry:
                full[f] = carried(form, entry['code'], f, period)
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
        prev = prev_view.get(entry['code']) if entry and prev_view else None
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
    file_level = any(e[2] in ('wrong_period', 'unknown_unit', 'unit_disagrees', 'missing_column') for e in ret.errors)
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


# ---------------------------------------------------------------- the whole

class Audit:
    def __init__(self, a):
        self.c, self.a = Campaign(a.campaign), a
        self.clocks = dict(zip(a.periods, a.as_of if len(a.as_of) > 1 else a.as_of * len(a.periods)))
        a.as_of = a.as_of[-1]
        self.asof = dt.datetime.fromisoformat(a.as_of)
        self.sql = SQL(self.c, a.as_of)
        self.log, self.subs, self.insp, self.bonus, self.remarks = [], [], {}, [], []
        self.accepted = {}                       # (form, unit, period) -> [Return] in order of receipt
        self.register = {}
        for r in table(os.path.join(a.inbox, '收件登记.csv')):
            self.register[r['文件名']] = r['收件时间'].replace(' ', 'T')
        self.program = {}
        for p in a.periods:
            path = os.path.join(a.out, p, '数据', '收件.csv')
            if os.path.exists(path):
                for r in table(path):
                    if r['file']:
                        self.program[(r['file'], r['form'] or '')] = (r['status'], p)

    # -- intake

    def intake(self):
        files = []
        for base, _, names in os.walk(self.a.inbox):
            for n in names:
                rel = os.path.relpath(os.path.join(base, n), self.a.inbox)
                if os.path.dirname(rel) and not n.startswith('~$') and n.endswith(('.xlsx', '.xls', '.csv')):
                    files.append((self.register.get(n, self.a.as_of), rel))
        seen, pending = {}, []
        for received, rel in sorted(files):
            path = os.path.join(self.a.inbox, rel)
            h = hashlib.sha256(open(path, 'rb').read()).hexdigest()
            if h in seen and os.path.getsize(path):
                self.remarks.append('duplicate: %s has the bytes of %s' % (rel, seen[h]))
                continue
            seen[h] = rel
            if self.a.future == 'missing' and received > self.a.as_of:
                self.remarks.append('registered after --as-of, not taken: ' + rel)
                continue
            sheets = read_file(path)
            if isinstance(sheets, str):
                pending.append((self.name_period(rel), received, rel, None, sheets))
                continue
            rets = [x for x in (take_sheet(self.c, s, rel) for s in sheets) if x]
            if not rets:
                pending.append((self.name_period(rel), received, rel, None, 'no form'))
            for r in rets:
                p = (r.title_periods & r.folder_periods) or r.title_periods or r.file_periods or r.folder_periods
                if self.a.period_from == 'folder' and r.folder_periods:
                    p = r.folder_periods
                r.period, r.quarantine = sorted(p)[0], False
                r.unit = r.label_unit if r.label_unit and not r.label_unit.startswith('unknown') else r.file_unit
                pending.append((r.period, received, rel, r, None))
        pending.sort(key=lambda x: (x[0], x[1], x[2]))
        for p, received, rel, r, why in pending:
            if r is None:
                unit = self.c.unit_in(rel)
                self.subs.append(dict(period=p, received=received, file=rel, form=self.folder_form(rel), unit=unit, status='returned', why=why, ret=None))
                continue
            folder = self.c.forms[r.form]['folder']
            if r.form in ('inspection', 'bonus'):
                if folder not in rel.split(os.sep):
                    self.remarks.append('outside its folder, not taken: ' + rel)
                    continue
                self.office(r, received, rel)
                continue
            r.prev = None
            prev = before(p)
            pv = {x['code']: x for x in self.view(r.form, prev)} if self.c.forms[r.form]['sector'] and self.any(r.form, r.unit, prev) else None
            if pv and prev[:4] != p[:4]:
                for x in pv.values():
                    for f in self.c.fields[r.form]:
                        if f['cumulative'] == 'yes':
                            x[f['id']] = None
            judge(self.c, self.sql, r, pv, self.carried, self.log)
            status = 'quarantined' if r.quarantine else 'accepted' if r.accepted else 'returned'
            mine = status
            if self.a.status == 'program':
                status = self.program.get((rel, r.form), (status,))[0]
            self.subs.append(dict(period=p, received=received, file=rel, form=r.form, unit=r.unit, status=status, mine=mine,
                                  why='; '.join(map(str, r.errors)), ret=r))
            if status == 'accepted':
                r.received = received
                self.accepted.setdefault((r.form, r.unit, p), []).append(r)

    def name_period(self, rel):
        p = periods_in(os.path.basename(rel)) or periods_in(rel)
        return sorted(p)[0]

    def folder_form(self, rel):
        for f in self.c.forms.values():
            if f['folder'] in rel.split(os.sep):
                return f['id']
        return ''

    def any(self, form, unit, period):
        return (form, unit, period) in self.accepted

    def office(self, r, received, rel):
        fs = self.c.field[r.form]
        for i, vals in r.data:
            row = {}
            for j, (fid, hu) in r.cols.items():
                try:
                    row[fid], _ = parse(self.c, fs[fid], vals[j] if j < len(vals) else None, hu, r.period, self.log)
                except Bad as b:
                    self.remarks.append('office record: %s row %d %s: %s %r' % (rel, i + 1, fid, b, vals[j]))
                    row[fid] = None
            if r.form == 'inspection':
                row['unit'] = self.c.find_unit(row['duty_unit'])
                row['_period'], row['_file'] = r.period, rel
                self.insp[(row['visit_id'], row['item'])] = row       # the later record wins
            else:
                self.bonus.append((r.period, self.c.find_unit(row['unit_name']), F(str(row['points'] or 0))))

    # -- views

    def rows_of(self, form, unit, period):
        a = self.accepted.get((form, unit, period))
        return {code: (row, st) for _, code, row, st in a[-1].rows if code} if a else {}

    def carried(self, form, code, field, period):
        unit, p = self.c.entry[code]['unit'], before(period)
        for _ in range(24):
            got = self.rows_of(form, unit, p).get(code)
            if got:
                v, st = got[0].get(field), got[1].get(field)
                if st == 'na':
                    return None
                if v is not None:
                    return v
            p = before(p)
        return None

    def waited(self, visit):
        d, n = dt.date.fromisoformat(visit), 0
        while d < self.asof.date():
            d += dt.timedelta(days=1)
            n += self.c.workday(d)
        return n

    def confirmed(self, x):
        return x['verdict'] in ('虚报', '瞒报', '属实不符') and (x['feedback'] in ('无异议', '有异议') or self.waited(x['visit_date']) >= self.c.settings['answer_days'])

    def target_period(self, x):
        item = self.c.items[x['item']]
        p = x['visit_date'][:7]
        if item['as_of'] != 'month' and period_end(p) > x['visit_date']:
            p = before(p)
        return p

    def observed(self, form, period):
        out = {}
        for x in sorted(self.insp.values(), key=lambda x: (x['visit_date'], x['visit_id'])):
            f = self.c.items[x['item']]['field']
            if self.confirmed(x) and f and f.split('.')[0] == form and self.target_period(x) == period:
                field = self.c.field[form][f.split('.')[1]]
                try:
                    v, _ = parse(self.c, field, x['observed'], None, period, [])
                except Bad as b:
                    self.remarks.append('observed %r of %s %s cannot be read as %s' % (x['observed'], x['visit_id'], x['item'], f))
                    continue
                out[(x['unit_code'], field['id'])] = v
        return out

    def view(self, form, period, quarter=True):
        c, end, obs, out = self.c, period_end(period), self.observed(form, period), []
        cache = {}
        for e in c.entries(form, end):
            if e['unit'] not in cache:
                cache[e['unit']] = self.rows_of(form, e['unit'], period)
            row, st = cache[e['unit']].get(e['code'], ({}, {}))
            v = dict(view_attrs(c, e, e['unit']), reported=1 if e['code'] in cache[e['unit']] else 0)
            own = {}
            for f in c.fields[form]:
                k = f['id']
                x = row.get(k)
                if (e['code'], k) in obs:
                    x = obs[(e['code'], k)]
                own[k] = x
                if x is None and f['carry'] == 'yes' and st.get(k) != 'na':
                    x = self.carried(form, e['code'], k, period)
                v[k] = x
            v['_own'] = own
            out.append(v)
        if quarter:
            m = int(period[5:])
            months = ['%s-%02d' % (period[:4], n) for n in range((m - 1) // 3 * 3 + 1, m)]
            older = [{x['code']: x['_own'] for x in self.view(form, p, False)} for p in months]
            for v in out:
                for f in c.fields[form]:
                    if f['type'] in ('integer', 'decimal', 'percent') and f['cumulative'] != 'yes':
                        xs = [o[v['code']].get(f['id']) for o in older if v['code'] in o] + [v['_own'].get(f['id'])]
                        xs = [x for x in xs if x is not None]
                        v[f['id'] + '_quarter'] = sum(xs) if xs else None
            for v in out:
                del v['_own']
        return out

    # -- returns expected, deductions

    def expected(self, period):
        end = period_end(period)
        for form, f in self.c.forms.items():
            if form in ('inspection', 'bonus') or f['period'] != 'month':
                continue
            for u in self.c.units:
                if u['kind'] in split(f['submitted_by']) and self.c.valid(u, end) and (not f['sector'] or self.c.entries(form, end, u['code'])):
                    yield form, u['code']

    def due(self, period):
        p = after(period)
        return dt.datetime(int(p[:4]), int(p[5:]), self.c.settings['due_day'], *map(int, str(self.c.settings['due_time']).split(':')))

    def late(self, form, unit, period):
        """None: on time; else the late days of the first accepted revision."""
        r = self.accepted[(form, unit, period)][0]
        got, due = dt.datetime.fromisoformat(r.received), self.due(period)
        if got <= due:
            return None
        d, n = due.date(), 0
        while d < got.date():
            d += dt.timedelta(days=1)
            n += self.c.workday(d)
        return n

    def submissions(self, period):
        out = []
        for form, unit in self.expected(period):
            acc = self.accepted.get((form, unit, period))
            subs = [s for s in self.subs if s['form'] == form and s['unit'] == unit and s['period'] == period]
            total = len(self.c.entries(form, period_end(period), unit))
            ok = subs[0]['ret'].ok_rows if subs and subs[0]['ret'] else 0
            if not self.c.forms[form]['sector']:
                total = ok = 0                   # no roster: neither rows nor errors to count
            out.append(dict(unit=unit, form=form, on_time=1 if acc and self.late(form, unit, period) is None else 0,
                            first_ok_rows=ok, total_rows=total))
        return out

    def deductions(self, unit, period):
        s = {k: F(str(v)) for k, v in self.c.settings.items() if isinstance(v, (int, float))}
        late = miss = F(0)
        for form, u in self.expected(period):
            if u != unit:
                continue
            if not self.any(form, u, period):
                miss += s['missing_points']
            elif self.late(form, u, period):
                late += min(s['late_points'] * self.late(form, u, period), s['missing_points'])
        returned = sum(1 for x in self.subs if x['unit'] == unit and x['period'] == period and x['status'] == 'returned'
                       # A table of somebody else's, outside the folders of the forms, is no return of anybody's.
                       and not (x['why'] == 'no form' and not x['form']))
        mis = sum(1 for x in self.insp.values() if x['unit'] == unit and x['verdict'] in ('虚报', '瞒报') and self.confirmed(x)
                  and self.misreport_period(x) == period)
        return min(late, s['late_cap']) + miss + min(s['returned_points'] * returned, s['returned_cap']) + s['misreport_points'] * mis

    def misreport_period(self, x):
        """The first bulletin after the confirmation: the visit's month is the first that closes after it."""
        return x['visit_date'][:7]

    # -- indicators

    def rows_for(self, ind, period):
        form = ind['form']
        if form == 'submission':
            return self.submissions(period)
        if form == 'inspection':
            m, lo = period, period
            for _ in range(self.c.settings['match_months'] - 1):
                lo = before(lo)
            return [x for x in self.insp.values() if lo <= x['visit_date'][:7] <= period]
        if not self.c.forms[form]['sector']:
            out = []
            for (f, u, p), a in self.accepted.items():
                if f == form and p == period:
                    out += [dict(row, unit=u, reported=1) for _, _, row, _ in a[-1].rows]
            return out
        return self.view(form, period)

    def evaluate(self, ind, rows, period, cols):
        db, q = self.sql.db, lambda k: '"%s"' % k
        db.execute('DROP TABLE IF EXISTS v')
        db.execute('CREATE TABLE v (%s)' % ', '.join(map(q, cols)))
        db.executemany('INSERT INTO v VALUES (%s)' % ','.join('?' * len(cols)), [[r.get(k) for k in cols] for r in rows])
        p = self.sql.params(period)
        out = []
        for k in ('numerator', 'denominator'):
            names = set(re.findall(r':(\w+)', ind[k]))
            x = db.execute('SELECT %s FROM v' % ind[k], {n: p.get(n) for n in names}).fetchone()[0]
            out.append(None if x is None else F(decimal.Decimal(repr(x)).quantize(decimal.Decimal('0.000001'), decimal.ROUND_HALF_UP)))
        n, d = out
        if d is not None and n is None:
            n = F(0)
        return n, d

    def suspended(self, ind):
        names = set(re.findall(r':(\w+)', ind['numerator'] + ' ' + ind['denominator'])) & set(self.c.settings)
        return any(self.c.settings[n] is None for n in names)

    def k(self, ind, rate, period):
        if rate is None or ind['target'] is None:
            return None
        t, b, m = F(ind['target']), F(ind['base'] or 0), int(period[5:])
        if ind['direction'] == 'lower':
            rate = 1 - rate
        linear = lambda: min(F(1), rate / (b + (t - b) * F(m, 12)))
        if ind['phase'] == 'monthly' or (ind['phase'] == 'annual' and m == 12):
            return min(F(1), rate / t)
        if ind['phase'] == 'linear':
            return linear()
        if ind['phase'] == 'annual':
            return None
        if period_end(period) < ind['due']:
            return linear()
        return F(1) if rate >= t else F(str(self.c.settings['deadline_missed_factor'])) * rate / t

    def assess(self, period):
        """indicator rows {(indicator, unit): (n, d, rate, k, weight)} and unit scores"""
        res, end = {}, period_end(period)
        units = [u for u in self.c.units if u['rank_group'] and self.c.valid(u, end)]
        owed = defaultdict(set)
        for form, u in self.expected(period):
            owed[u].add(form)
        for ind in self.c.indicators:
            rows = self.rows_for(ind, period)
            cols = list(dict.fromkeys(k for r in rows for k in r))
            for k in [f['id'] for f in self.c.fields.get(ind['form'], [])] + ['unit', 'co_unit', 'reported', 'on_time', 'first_ok_rows', 'total_rows']:
                if k not in cols:
                    cols.append(k)
            sus = self.suspended(ind)
            for u in units:
                w = F((ind['weight_department'] if u['kind'] == 'department' else ind['weight_township']) or 0)
                mine = [r for r in rows if ind['credit'] in ('unit', 'both') and r.get('unit') == u['code']
                        or ind['credit'] in ('co_unit', 'both') and r.get('co_unit') == u['code']]
                n, d = (None, None) if sus else self.evaluate(ind, mine, period, cols)
                rate = n / d if d else None
                k = None if sus else self.k(ind, rate, period)
                if (not sus and ind['credit'] in ('unit', 'both') and ind['form'] in owed[u['code']]
                        and not self.any(ind['form'], u['code'], period) and not (ind['phase'] == 'annual' and period[5:] != '12')):
                    k = F(0)
                res[(ind['id'], u['code'])] = (n, d, rate, k, w, len(mine))
            n, d = (None, None) if sus else self.evaluate(ind, [r for r in rows if ind['credit'] != 'co_unit' or r.get('co_unit')], period, cols)
            rate = n / d if d else None
            res[(ind['id'], 'county')] = (n, d, rate, None if sus else self.k(ind, rate, period), None, len(rows))
        scores = {}
        for u in units:
            ks = [(x[3], x[4]) for (i, code), x in res.items() if code == u['code'] and x[3] is not None and x[4]]
            w = sum(x[1] for x in ks)
            base = 100 * sum(a * b for a, b in ks) / w if w else F(0)
            ded = self.deductions(u['code'], period)
            bonus = min(sum((b for p, c, b in self.bonus if c == u['code'] and p == period), F(0)), F(self.c.settings['bonus_cap']))
            s = None if w < self.c.settings['unranked_below'] else base - ded + bonus
            scores[u['code']] = dict(group=u['rank_group'], score=None if s is None else cents(s), base=cents(base), ded=cents(ded), bonus=cents(bonus), weight=w,
                                     light=light(base / 100, self.c.settings))
        for u, x in scores.items():
            others = [y['score'] for y in scores.values() if y['group'] == x['group'] and y['score'] is not None]
            x['rank'] = None if x['score'] is None else 1 + sum(y > x['score'] for y in others)
        return res, scores


def half_away(x, n):
    q = abs(x) * 10 ** n
    i = (2 * q.numerator + q.denominator) // (2 * q.denominator)
    return F(i if x >= 0 else -i, 10 ** n)


def cents(x):
    return half_away(F(x), 2)


def fixed(x, n):
    if x is None:
        return None
    x = half_away(x, n)
    return format((decimal.Decimal(x.numerator) / decimal.Decimal(x.denominator)).quantize(decimal.Decimal(1).scaleb(-n)), 'f')


def light(k, s):
    return None if k is None else 'green' if k >= F(str(s['light_green'])) else 'yellow' if k >= F(str(s['light_yellow'])) else 'red'


def main():
    ap = argparse.ArgumentParser()
    for x in ('campaign', 'inbox', 'out'):
        ap.add_argument('--' + x, required=True)
    ap.add_argument('--as-of', required=True, type=lambda s: s.split(','), help='one, or one a period: when its bulletin was made')
    ap.add_argument('--periods', required=True, type=lambda s: s.split(','))
    ap.add_argument('--status', default='own', choices=('own', 'program'))
    ap.add_argument('--future', default='take', choices=('take', 'missing'))
    ap.add_argument('--period-from', default='title', choices=('title', 'folder'))
    ap.add_argument('--verbose', action='store_true')
    a = ap.parse_args()
    decimal.getcontext().prec = 60
    au = Audit(a)
    au.intake()
    diffs = []
    say = lambda *x: diffs.append(' '.join(str(y) for y in x))
    for r in au.remarks:
        print('REMARK', r)
    for s in au.subs:
        if s['status'] != 'accepted' or s.get('mine', s['status']) != s['status']:
            print('JUDGED', s['period'], s['status'], s['form'], s['unit'], s['file'], '|', s['why'])
    if a.verbose:
        for x in sorted(set(map(str, au.log))):
            print('NORMALISED', x)
    ranks = {}
    for p in a.periods:
        d = os.path.join(a.out, p, '数据')
        # receipts
        prog = {}
        for r in table(os.path.join(d, '收件.csv')):
            prog[(r['form'] or '', r['code'], r['file'] or '')] = r
        mine = {}
        rev = defaultdict(int)
        for s in sorted((s for s in au.subs if s['period'] == p), key=lambda s: (s['received'], s['file'])):
            form = s['form'] if s['ret'] else ''
            late = ''
            if s['status'] == 'accepted':
                rev[(form, s['unit'])] += 1
                if rev[(form, s['unit'])] == 1:
                    l = au.late(form, s['unit'], p)
                    late = '' if l is None else str(l)
            mine[(form, s['unit'], s['file'])] = (s['received'], s['status'], late, str(rev[(form, s['unit'])]) if s['status'] == 'accepted' else '')
        for form, u in au.expected(p):
            if not au.any(form, u, p):
                mine[(form, u, '')] = ('', 'missing', '', '')
        for k in sorted(set(prog) | set(mine), key=str):
            if k not in prog:
                say(p, '收件 not in the program:', k, mine[k])
            elif k not in mine:
                say(p, '收件 only in the program:', k, prog[k]['status'])
            else:
                r = prog[k]
                got = ((r['received_at'] or '')[:16], r['status'], r['late_days'] or '', r['revision'] or '')
                want = (mine[k][0][:16],) + mine[k][1:]
                if got != want:
                    say(p, '收件', k, 'program', got, 'mine', want)
        au.sql.asof, au.asof = au.clocks[p], dt.datetime.fromisoformat(au.clocks[p])
        res, scores = au.assess(p)
        seen = set()
        for r in table(os.path.join(d, '指标.csv')):
            key = (r['indicator'], r['code'])
            if key not in res:
                say(p, '指标 only in the program:', key, r)
                continue
            seen.add(key)
            n, dd, rate, k, w, _ = res[key]
            want = dict(numerator=n, denominator=dd, rate=fixed(rate, 12), k=fixed(k, 12), weight=w, light=light(k, au.c.settings))
            ind = next(i for i in au.c.indicators if i['id'] == r['indicator'])
            if ind['phase'] == 'deadline' and k is not None and period_end(p) >= ind['due'] and rate < F(ind['target']):
                want['light'] = 'red'
            for f, v in want.items():
                g = r[f]
                same = (F(g) == v if g is not None and v is not None else g is None and v is None) if f in ('numerator', 'denominator', 'weight') else g == v
                if not same:
                    say(p, '指标', key, f, 'program', g, 'mine', v if v is None or isinstance(v, str) else float(v))
        for key in res:
            if key not in seen and res[key][4] != 0 and (res[key][5] or res[key][3] is not None):
                say(p, '指标 not in the program:', key, res[key])
        for r in table(os.path.join(d, '排名.csv')):
            x = scores[r['code']]
            prev = ranks.get(before(p), {}).get(r['code'])
            change = '新' if prev is None else str(prev - x['rank'])
            want = dict(group=x['group'], rank=str(x['rank']), score=fixed(x['score'], 2), base_score=fixed(x['base'], 2), deductions=fixed(x['ded'], 2),
                        bonus=fixed(x['bonus'], 2), applicable_weight=x['weight'], previous_rank=None if prev is None else str(prev), change=change, light=x['light'])
            for f, v in want.items():
                g = r[f]
                if (F(g) != v) if f == 'applicable_weight' else g != v:
                    say(p, '排名', r['code'], r['name'], f, 'program', g, 'mine', v if not isinstance(v, F) else float(v))
        if len(scores) != len(table(os.path.join(d, '排名.csv'))):
            say(p, '排名 has another number of units')
        ranks[p] = {u: x['rank'] for u, x in scores.items()}
    for x in diffs:
        print('DIFF', x)
    print(len(diffs), 'differences')
    return 1 if diffs else 0


if __name__ == '__main__':
    sys.exit(main())
