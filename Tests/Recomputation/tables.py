"""The campaign's tables, months and working days, read without the program."""
import calendar
import csv
import datetime as dt
import functools
import os
import re
import unicodedata
from collections import defaultdict
from fractions import Fraction as F


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


@functools.lru_cache(maxsize=None)
def folded(s):
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', s)).upper()


def fold(s):
    return folded(str(s))


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
        self.by_sector, self.by_owner = defaultdict(list), defaultdict(list)
        for r in self.roster:
            self.by_sector[r['sector']].append(r)
            self.by_owner[r['sector'], r['unit']].append(r)
        self.codes = {fold(r['code']): r for r in reversed(self.roster)}
        self.unit_names = {}
        for u in reversed(self.units):
            for name in [u['name'], u['short_name']] + split(u['aliases']):
                if name:
                    self.unit_names[fold(name)] = u['code']
        base = {'code', 'name', 'aliases', 'sector', 'unit', 'co_unit', 'valid_from', 'valid_to', 'merged_into'}
        self.roster_attrs = [k for k in self.roster[0] if k not in base]
        self.unit_attrs = [k for k in self.units[0] if k not in ('mailbox', 'valid_from', 'valid_to', 'merged_into')]

    def workday(self, d):
        return self.days.get(d.isoformat(), d.weekday() < 5)

    def valid(self, r, end):
        return (not r['valid_from'] or r['valid_from'] <= end) and (not r['valid_to'] or r['valid_to'] >= end)

    def entries(self, form, end, unit=None):
        s = self.forms[form]['sector']
        return [r for r in (self.by_sector[s] if unit is None else self.by_owner[s, unit]) if self.valid(r, end)]

    def find_unit(self, text):
        """The unit a cell names: suffixes stripped, then exact on name, short name, alias."""
        t = fold(text).replace('(盖章)', '')
        for s in (t, re.sub(r'(人民政府|党委|党工委|党组|委员会|办事处)$', '', t)):
            if s in self.unit_names:
                return self.unit_names[s]
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



def period_end(p):
    y, m = int(p[:4]), int(p[5:])
    return dt.date(y, m, calendar.monthrange(y, m)[1]).isoformat()


def before(p):
    y, m = int(p[:4]), int(p[5:])
    return '%04d-%02d' % ((y, m - 1) if m > 1 else (y - 1, 12))


def after(p):
    y, m = int(p[:4]), int(p[5:])
    return '%04d-%02d' % ((y, m + 1) if m < 12 else (y + 1, 1))
