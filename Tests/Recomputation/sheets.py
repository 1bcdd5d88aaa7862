"""A file's sheets and cells become returns: form, unit, period, rows of raw cells, and values of cells."""
import csv
import datetime as dt
import io
import os
import re
import warnings
from fractions import Fraction as F

import openpyxl

from tables import bare, fold

warnings.filterwarnings('ignore')


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


def stated(texts, came=None):
    """The months that each of some texts names; one without a year is that of another text, else the latest that had begun when the
    file came."""
    dated = [periods_in(t) for t in texts]
    known = sorted(set().union(*dated))

    def year(month):
        return next((p for p in known if p[5:] == month), None) or '%d-%s' % (int(came[:4]) - (month > came[5:7]), month)
    return [d or {year('%02d' % int(m)) for m in MONTH.findall(fold(t)) if came and 1 <= int(m) <= 12} for d, t in zip(dated, texts)]


MONTH = re.compile(r'(?<![\d年.~至-])(\d{1,2})月(?!\d)')


def take_sheet(c, sheet, rel, came=None):
    """The sheet as a return (form, unit, period, raw rows), or None; `came` is when its file was received."""
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
    r.label_unit = None
    for h in head:
        m = re.search(r'填报单位[^：:]*[：:]\s*(\S+)', h)
        if m:
            r.label_unit = c.find_unit(m.group(1)) or 'unknown:' + m.group(1)
    r.file_unit = c.unit_in(os.path.basename(rel))
    r.title_periods, r.file_periods, r.folder_periods = stated((r.title, os.path.basename(rel), os.path.dirname(rel)), came)
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
