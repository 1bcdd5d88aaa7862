"""Deductions, indicators, scores and ranks in exact fractions, by Documentation/Decisions/0006 and the handbook."""
import datetime as dt
import decimal
import os
import re
from collections import defaultdict
from fractions import Fraction as F

from intake import OFFICE, Files
from tables import after, before, period_end, split
from views import MISREPORTS

decimal.getcontext().prec = 60


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


class Figures(Files):
    """The figures of a period as they are at the step that was taken last."""

    def __init__(self, verdicts=None):
        super().__init__(verdicts)
        self.charged = []                        # [(period, step, day)]; published: period -> {unit: (group, rank, weights)}

    def setting(self, key):
        return F(str(self.c.settings[key]))

    # -- what was owed, and how it came

    def expected(self, period):
        return self.once(('expected', period), lambda: list(self.make_expected(period)))

    def make_expected(self, period):
        end = period_end(period)
        for form, f in self.c.forms.items():
            if form in OFFICE or f['period'] != 'month':
                continue
            for u in self.c.units:
                if u['kind'] in split(f['submitted_by']) and self.c.valid(u, end) and (not f['sector'] or self.c.entries(form, end, u['code'])):
                    yield form, u['code']

    def due(self, period):
        p = after(period)
        return dt.datetime(int(p[:4]), int(p[5:]), self.c.settings['due_day'], *map(int, str(self.c.settings['due_time']).split(':')))

    def is_closed(self, period):
        return self.due(period) <= self.asof

    def excused(self, form, unit, period):
        relief, until = self.relief(form, unit, period)
        return (form, unit, period) not in self.accepted and (relief == 'waived' or relief == 'extended' and self.asof < until)

    def late(self, form, unit, period):
        """None: on time; else the late days of the first accepted revision, after the later due time where there is one."""
        r = self.accepted[form, unit, period][0]
        relief, until = self.relief(form, unit, period)
        if relief == 'waived':
            return None
        due, got = until or self.due(period), dt.datetime.fromisoformat(r.received)
        if self.registered_name(r.file) and r.received == self.receipt(r.file):
            is_late = got > due
        else:                                    # only a completed run that did not see it proves anything
            is_late = any(due <= moment and step < self.first_seen[self.origins.get(r.file, r.file)] for step, moment in self.runs)
        if not is_late:
            return None
        d, n = due.date(), 0
        while d < got.date():
            d += dt.timedelta(days=1)
            n += self.c.workday(d)
        return n

    def submissions(self, period):
        out, by_return = [], defaultdict(list)
        for s in self.subs:
            if s['period'] == period and s['status'] != 'quarantined':
                by_return[s['form'], s['unit']].append(s)
        for form, unit in self.expected(period):
            if self.excused(form, unit, period):
                continue
            sent = sorted(by_return[form, unit], key=lambda s: (s['received'], os.path.splitext(s['file'])))
            ok, total = 0, len(self.c.entries(form, period_end(period), unit))
            if sent and sent[0]['ret']:          # of what was owed when it was judged, whoever owes it since
                ok, total = sent[0]['ret'].ok_rows, sent[0]['ret'].total_rows
            if not self.c.forms[form]['sector']:
                total = ok = 0                   # no roster: neither rows nor errors to count
            on_time = (form, unit, period) in self.accepted and self.late(form, unit, period) is None
            out.append(dict(unit=unit, form=form, on_time=int(on_time), first_ok_rows=ok, total_rows=total))
        return out

    # -- points

    def misreports(self, period):
        """The confirmed misreports that this period's bulletin takes: in the first one after the confirmation.

        A published one keeps what it took when it was made, less what the office has taken back since.
        """
        return self.once(('misreports', period), lambda: list(self.make_misreports(period)))

    def make_misreports(self, period):
        upto = next((n for n, bulletin in enumerate(self.charged) if bulletin[0] == period), len(self.charged))
        step, day = self.charged[upto][1:3] if upto < len(self.charged) else (self.step, self.asof.date())
        taken = set().union(*(self.seen_by(*bulletin) for bulletin in self.charged[:upto]), set())
        ruled = {tuple(a['about']) for a in self.acts if a['act'] == 'verdict'}
        now = {self.matter(x): x for x in self.current()}
        for key, unit in self.seen_by(period, step, day).items():
            upheld = key not in ruled or key in now and now[key]['verdict'] in MISREPORTS and now[key]['_confirmed']
            if key not in taken and upheld:
                yield unit

    def seen_by(self, period, step, day):
        return {self.matter(x): x['unit'] for x in self.current(step, day)
                if x['verdict'] in MISREPORTS and x['_confirmed'] and x['visit_date'] <= period_end(period) and self.legible(x)}

    def deductions(self, unit, period):
        points, late, missing = self.setting('missing_points'), F(0), F(0)
        for form, u in self.expected(period):
            if u != unit or self.excused(form, u, period):
                continue
            if (form, u, period) not in self.accepted:
                missing += points if self.is_closed(period) else 0
            elif self.late(form, u, period):
                late += min(self.setting('late_points') * self.late(form, u, period), points)
        # A table of somebody else's, outside the folders of the forms, is no return of anybody's.
        returned = sum(s['unit'] == unit and s['period'] == period and s['status'] == 'returned' and not (s['why'] == 'no form' and not s['form'])
                       for s in self.subs)
        return (min(late, self.setting('late_cap')) + missing + min(self.setting('returned_points') * returned, self.setting('returned_cap'))
                + self.setting('misreport_points') * self.misreports(period).count(unit))

    # -- indicators

    def rows_for(self, ind, period):
        form = ind['form']
        if form == 'submission':
            return self.submissions(period)
        if form == 'inspection':
            first = period
            for _ in range(self.c.settings['match_months'] - 1):
                first = before(first)
            return [x for x in self.current() if first <= x['visit_date'][:7] <= period]
        if not self.c.forms[form]['sector']:
            return [dict(row, unit=u, reported=1) for (f, u, p), a in self.accepted.items() if (f, p) == (form, period) for _, _, row, _ in a[-1].rows]
        return self.view(form, period)

    def load(self, ind, period):
        """The rows of an indicator's form as the table v; not again where they are in it."""
        if self.loaded == (ind['form'], period, self.step):
            return
        self.loaded = (ind['form'], period, self.step)
        rows, db, q = self.rows_for(ind, period), self.sql.db, lambda k: '"%s"' % k
        known = [f['id'] for f in self.c.fields.get(ind['form'], [])] + ['unit', 'co_unit', 'reported', 'on_time', 'first_ok_rows', 'total_rows']
        cols = list(dict.fromkeys([k for r in rows for k in r] + known))
        db.execute('DROP TABLE IF EXISTS v')
        db.execute('CREATE TABLE v (%s)' % ', '.join(map(q, cols)))
        db.executemany('INSERT INTO v VALUES (%s)' % ','.join('?' * len(cols)), [[r.get(k) for k in cols] for r in rows])

    def evaluate(self, ind, condition, period):
        """(how many rows, numerator, denominator) over the rows that meet a condition."""
        # What was told once is reckoned by the day on which it was, whenever it is written again.
        told = next((day.isoformat() for p, _, day in self.charged if p == period), None)
        p, names = self.sql.params(period, told), set(re.findall(r':(\w+)', ind['numerator'] + ' ' + ind['denominator']))
        text = 'SELECT COUNT(*), (\n%s\n), (\n%s\n) FROM v WHERE %s' % (ind['numerator'], ind['denominator'], condition)
        count, n, d = self.sql.db.execute(text, {k: p.get(k) for k in names}).fetchone()
        n, d = (None if x is None else half_away(F(x), 6) for x in (n, d))     # the exact value of the binary number
        return count, (F(0) if n is None and d is not None else n), d

    def suspended(self, ind):
        names = set(re.findall(r':(\w+)', ind['numerator'] + ' ' + ind['denominator'])) & set(self.c.settings)
        return any(self.c.settings[n] is None for n in names)

    def attainment(self, ind, rate, period):
        """(k, whether a deadline that has come is missed); k is None where nothing applies."""
        if ind['target'] is None or ind['phase'] == 'annual' and period[5:] != '12':
            return None, False
        target, base, month = F(ind['target']), F(ind['base'] or 0), int(period[5:])
        due = ind['phase'] == 'deadline' and ind['due'] is not None and period_end(period) >= ind['due']
        if rate is None:
            return None, due
        step = ind['phase'] == 'linear' or ind['phase'] == 'deadline' and not due
        wanted = base + (target - base) * F(month, 12) if step else target
        share = min(F(1), max(F(0), rate / wanted)) if wanted > 0 else F(int(rate >= wanted))
        if due and share < 1:
            share *= self.setting('deadline_missed_factor')
        return share, due and rate < target

    def row(self, ind, n, d, period, silent=False, excused=False):
        rate = n / d if d else None
        if ind['direction'] == 'lower' and rate is not None:
            rate = 1 - rate
        k, missed = self.attainment(ind, rate, period)
        in_season = ind['target'] is not None and not (ind['phase'] == 'annual' and period[5:] != '12')
        if self.suspended(ind):
            k = None
        elif silent and in_season:
            k = F(0)
        if excused:
            k = None
        shown = None if k is None else 'red' if missed else light(k, self.c.settings)
        return dict(numerator=n, denominator=d, rate=rate, k=k, light=shown)

    def assess(self, period):
        """{(indicator, unit or county): figures} and {unit: standing}, exactly."""
        res, end = {}, period_end(period)
        units = [u for u in self.c.units if u['rank_group'] and self.c.valid(u, end)]
        owed = defaultdict(set)
        for form, u in self.expected(period):
            owed[form].add(u)
        self.loaded = None
        for ind in sorted(self.c.indicators, key=lambda i: i['form']):
            form, sus, reporting = ind['form'], self.suspended(ind), ind['credit'] in ('unit', 'both')
            self.load(ind, period)
            for u in units:
                code, weight = u['code'], F((ind['weight_department'] if u['kind'] == 'department' else ind['weight_township']) or 0)
                owes = reporting and code in owed[form]
                mine = {'unit': "unit = '%s'", 'co_unit': "co_unit = '%s'", 'both': "'%s' IN (unit, co_unit)"}[ind['credit']] % code
                if not weight:
                    continue
                count, n, d = self.evaluate(ind, mine, period)
                if not (count or owes):
                    continue
                if sus or not count:
                    n = d = None
                excused = owes and self.excused(form, code, period)
                silent = owes and not excused and (form, code, period) not in self.accepted
                res[ind['id'], code] = dict(self.row(ind, n, d, period, silent, excused), weight=weight)
            _, n, d = self.evaluate(ind, 'co_unit IS NOT NULL' if ind['credit'] == 'co_unit' else '1', period)
            if sus:
                n = d = None
            res[ind['id'], 'county'] = dict(self.row(ind, n, d, period), weight=None)
        return res, self.standings(period, units, res)

    def standings(self, period, units, res):
        out = {}
        for u in units:
            code = u['code']
            terms = [(x['k'], x['weight']) for (_, c), x in res.items() if c == code and x['k'] is not None]
            w = sum((x[1] for x in terms), F(0))
            ranked = w > 0 and w >= self.setting('unranked_below')
            base = 100 * sum(k * weight for k, weight in terms) / w if ranked else None
            ded = self.deductions(code, period)
            points = sum((p for c, p in self.awards(period) if c == code), F(0))
            bonus = min(points, self.setting('bonus_cap'))
            out[code] = dict(
                group=u['rank_group'], score=cents(base - ded + bonus) if ranked else None, base_score=cents(base) if ranked else None,
                deductions=cents(ded), bonus=cents(bonus), applicable_weight=w,
                light=light(cents(base) / 100, self.c.settings) if ranked else None)
        for x in out.values():
            rivals = [y['score'] for y in out.values() if y['group'] == x['group'] and y['score'] is not None]
            closed = self.is_closed(period)
            x['rank'] = 1 + sum(y > x['score'] for y in rivals) if closed and x['score'] is not None else None
        weights = self.weights()
        for code, x in out.items():
            x['previous_rank'] = x['change'] = None
            group, rank, then = self.published.get(before(period), {}).get(code, (None, None, None))
            if x['score'] is None:
                continue
            x['previous_rank'] = rank
            if x['rank'] is not None:
                x['change'] = '新' if rank is None else str(rank - x['rank']) if (group, then) == (x['group'], weights) else None
        return out

    def weights(self):
        return sorted((i['id'], F(i['weight_township'] or 0), F(i['weight_department'] or 0)) for i in self.c.indicators
                      if F(i['weight_township'] or 0) or F(i['weight_department'] or 0))

    def publish(self, period, standings):
        """The first ranking after the due time is the published one, whatever is written later."""
        if period not in self.published and self.is_closed(period) and any(p == period for _, _, p in self.accepted):
            self.charged.append((period, self.step, self.asof.date()))
            weights = self.weights()
            self.published[period] = {code: (x['group'], x['rank'], weights) for code, x in standings.items()}
