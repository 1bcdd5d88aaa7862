#!/usr/bin/env python3
"""Runs the text of the indicators in DuckDB over the exported views, and compares with what the program published.

  portable.py FOLDER

FOLDER is what hard_county.py or shipped.py has run with --export: kept/<step>/<period>/export holds the views and parameters
of `tongbao ledger export --views`. The formulas are taken from the tables as they stand, only `:key` is written `$key`.
Numerators and denominators, rounded to 6 places, must be those of 指标.csv. Exit 0: no difference; 1: differences.
"""
import json
import os
import re
import sys
from fractions import Fraction as F

import duckdb

from figures import half_away
from tables import Campaign, number, table

TYPES = dict(integer='BIGINT', decimal='DOUBLE', percent='DOUBLE')
COUNTS = ('reported', 'on_time', 'first_ok_rows', 'total_rows')


def column_type(name, fields, values):
    if name in COUNTS:
        return 'BIGINT'
    if name.startswith(('roster_', 'unit_')) and name not in fields:
        # An attribute is a number where all that stands there are numbers.
        return 'DOUBLE' if values and all(not isinstance(number(v), str) for v in values) else 'VARCHAR'
    return TYPES.get(fields.get(name.removesuffix('_quarter'), fields.get(name)), 'VARCHAR')


class County:
    def __init__(self, campaign, folder):
        self.c, self.db = campaign, duckdb.connect()
        period = os.path.basename(os.path.dirname(folder))
        for name in sorted(os.listdir(folder)):
            if name.startswith('view='):
                self.load(name[5:], os.path.join(folder, name, 'period=' + period, 'rows.csv'))
        values = table(os.path.join(folder, 'parameters', 'period=' + period, 'rows.csv'))
        self.parameters = {r['key']: number(r['value']) for r in values}

    def load(self, view, path):
        with open(path, encoding='utf-8') as file:
            columns = file.readline().strip().split(',')
        rows = table(path)
        fields = {f['id']: f['type'] for f in self.c.fields.get(view, [])}
        types = {k: column_type(k, fields, [r[k] for r in rows if r[k] is not None]) for k in columns}
        self.db.execute('CREATE TABLE "%s" (%s)' % (view, ', '.join('"%s" %s' % x for x in types.items())))
        if rows:
            marks = ', '.join('CAST(? AS %s)' % types[k] for k in columns)
            self.db.executemany('INSERT INTO "%s" VALUES (%s)' % (view, marks), [[r[k] for k in columns] for r in rows])

    def measure(self, indicator, condition):
        """(numerator, denominator) over the rows that meet a condition, exact from 6 places on."""
        text = 'SELECT (\n%s\n), (\n%s\n) FROM "%s" WHERE %s' % (indicator['numerator'], indicator['denominator'], indicator['form'], condition)
        names = set(re.findall(r':(\w+)', text))
        found = self.db.execute(re.sub(r':(\w+)', r'$\1', text), {n: self.parameters[n] for n in names} or None).fetchone()
        n, d = (None if x is None else half_away(F(x), 6) for x in found)
        return (F(0) if n is None and d is not None else n), d

    def suspended(self, indicator):
        return any(self.parameters.get(n) is None for n in re.findall(r':(\w+)', indicator['numerator'] + ' ' + indicator['denominator']))


def compare(campaign, folder, say):
    county, count = County(campaign, os.path.join(folder, 'export')), 0
    indicators = {i['id']: i for i in campaign.indicators}
    for r in table(os.path.join(folder, '指标.csv')):
        i = indicators[r['indicator']]
        unit = "unit = '%s'" % r['code']
        co_unit = unit.replace('unit', 'co_unit', 1)
        if r['code'] == 'county':
            condition = 'co_unit IS NOT NULL' if i['credit'] == 'co_unit' else 'TRUE'
        else:
            condition = dict(unit=unit, co_unit=co_unit, both='(%s OR %s)' % (unit, co_unit))[i['credit']]
        mine = (None, None)
        if not county.suspended(i):
            rows = county.db.execute('SELECT COUNT(*) FROM "%s" WHERE %s' % (i['form'], condition)).fetchone()[0]
            if rows or r['code'] == 'county':
                mine = county.measure(i, condition)
        theirs = tuple(None if r[k] is None else F(r[k]) for k in ('numerator', 'denominator'))
        count += 2
        if mine != theirs:
            say(folder, r['indicator'], r['code'], 'program', *theirs, 'DuckDB', *mine)
    return count


def main():
    root, diffs, values, tables = sys.argv[1], [], 0, 0
    plan = json.load(open(os.path.join(root, 'plan.json'), encoding='utf-8'))
    for number_, step in enumerate(plan['steps']):
        kept = os.path.join(root, 'kept', '%03d' % number_)
        for period in sorted(os.listdir(kept)) if os.path.isdir(kept) else []:
            campaign = Campaign(os.path.join(root, step['campaign']))
            values += compare(campaign, os.path.join(kept, period), lambda *words: diffs.append(' '.join(map(str, words))))
            tables += 1
    for x in diffs:
        print('DIFF', x)
    print('DuckDB %s: %d tables, %d numerators and denominators: %d differences' % (duckdb.__version__, tables, values, len(diffs)))
    return 1 if diffs or not values else 0


if __name__ == '__main__':
    sys.exit(main())
