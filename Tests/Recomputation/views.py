"""The views: a row a roster entry, with inspected, accepted or carried values; and what inspections and acts say."""
import datetime as dt

from judging import view_attrs
from sheets import Bad, parse
from tables import before, period_end

MISREPORTS = ('虚报', '瞒报')
CONFIRMING = MISREPORTS + ('属实不符',)


class Views:
    def forget(self, form=None, period=None):
        """Of one form what is made of a period and later ones; without arguments everything."""
        if form is None:
            self.memos = {}
        else:
            self.memos = {k: v for k, v in self.memos.items() if k[0] not in ('values', 'own', 'view', 'past') or k[1] != form or k[2] < period}

    def once(self, key, make):
        if key not in self.memos:
            self.memos[key] = make()
        return self.memos[key]

    # -- accepted values

    def values(self, form, period):
        """{code: (values, states)} of the standing returns, of whoever had to report the entry by today's roster.

        The responsible unit's row first. Another sender's row counts where the roster has moved since: the responsible
        unit's accepted return does not have the entry, or that unit did not exist at the period's end, or the sender has
        been merged into it. A row that a neighbour added does not stand in for a silent unit.
        """
        return self.once(('values', form, period), lambda: self.make_values(form, period))

    def make_values(self, form, period):
        standing = sorted((u or '', revisions[-1]) for (f, u, p), revisions in self.accepted.items() if (f, p) == (form, period))
        out = {}
        for own in (True, False):
            for unit, r in standing:
                for _, code, row, states in r.rows:
                    entry = self.c.entry.get(code)
                    if not entry or code in out:
                        continue
                    if own == (entry['unit'] == unit) and (own or self.moved(form, unit, entry['unit'], period)):
                        out[code] = (row, states)
        return out

    def moved(self, form, sender, responsible, period):
        if (form, responsible, period) in self.accepted:
            return True
        unit = self.c.unit.get(responsible)
        if unit is None or not self.c.valid(unit, period_end(period)):
            return True
        seen = set()
        while sender and sender not in seen:
            seen.add(sender)
            sender = self.c.unit[sender]['merged_into'] if sender in self.c.unit else None
            if sender == responsible:
                return True
        return False

    def carried(self, form, code, field, period):
        """The latest earlier accepted value; 不适用 ends the search, and so does January for what adds up over a year."""
        cumulative = self.c.field[form][field]['cumulative'] == 'yes'
        for earlier in sorted((p for p in self.periods[form] if p < period), reverse=True):
            if cumulative and earlier[:4] != period[:4]:
                return None
            row, states = self.values(form, earlier).get(code, ({}, {}))
            if states.get(field) == 'na' and row.get(field) is None:
                return None
            if row.get(field) is not None:
                return row[field]
        return None

    def own(self, form, period, inspected=True):
        """{code: {field: value}}: what the month itself says; 不适用 is in the second dictionary."""
        return self.once(('own', form, period, inspected), lambda: self.make_own(form, period, inspected))

    def make_own(self, form, period, inspected):
        out = {code: (dict(row), states) for code, (row, states) in self.values(form, period).items()}
        if inspected:
            for (code, field), value in self.observed(form, period).items():
                row, states = out.setdefault(code, ({}, {}))
                row[field] = value
                out[code] = (row, {k: v for k, v in states.items() if k != field})
        return out

    def view(self, form, period, inspected=True):
        return self.once(('view', form, period, inspected), lambda: self.make_view(form, period, inspected))

    def make_view(self, form, period, inspected):
        own, reported = self.own(form, period, inspected), self.values(form, period)
        month = int(period[5:])
        months = ['%s-%02d' % (period[:4], n) for n in range((month - 1) // 3 * 3 + 1, month)]
        older = [self.own(form, p, inspected) for p in months]
        out = []
        for e in self.c.entries(form, period_end(period)):
            code = e['code']
            row, states = own.get(code, ({}, {}))
            v = dict(view_attrs(self.c, e, e['unit']), reported=1 if code in reported else 0)
            for f in self.c.fields[form]:
                k = f['id']
                v[k] = row.get(k)
                if v[k] is None and f['carry'] == 'yes' and states.get(k) != 'na':
                    v[k] = self.carried(form, code, k, period)
                if f['type'] in ('integer', 'decimal', 'percent') and f['cumulative'] != 'yes':
                    xs = [x for x in [row.get(k)] + [o[code][0].get(k) for o in older if code in o] if x is not None]
                    v[k + '_quarter'] = sum(xs) if xs else None
            out.append(v)
        return out

    def past(self, form, period):
        """The lines of the period before that months are compared with, by code."""
        if not self.c.forms[form]['sector']:
            return {}
        return self.once(('past', form, period), lambda: self.make_past(form, period))

    def make_past(self, form, period):
        earlier, lines = before(period), {}
        stated = [f['id'] for f in self.c.fields[form]]
        for v in self.view(form, earlier, inspected=False):
            if v['reported'] or any(v[k] is not None for k in stated):
                if earlier[:4] != period[:4]:
                    v = dict(v, **{f['id']: None for f in self.c.fields[form] if f['cumulative'] == 'yes'})
                lines[v['code']] = v
        return lines

    # -- inspections

    def current(self, step=None, day=None):
        """The later record of a visit, item and object, with the office's own verdict, as known by a step and a day."""
        step, day = self.step if step is None else step, (day or self.asof.date()).isoformat()
        return self.once(('current', step, day), lambda: self.make_current(step, day))

    def make_current(self, step, day):
        latest = {}
        for received, rel, i, known, row in self.records:
            if known <= step and row['visit_date'] and row['visit_date'] <= day:
                latest[self.matter(row)] = dict(row)
        for act in self.standing_acts(step):
            if act['act'] == 'verdict' and tuple(act['about']) in latest:
                row = latest[tuple(act['about'])]
                row['verdict'] = act['verdict']
                row['feedback'] = act.get('feedback') or row['feedback']
        for row in latest.values():
            if row['verdict'] == '相符' and row['result'] == '不符':        # the office found right what the inspector had not
                row['result'] = '相符'
            row['_confirmed'] = row['verdict'] in CONFIRMING and (
                row['feedback'] in ('无异议', '有异议') or self.waited(row['visit_date'], day) >= self.c.settings['answer_days'])
        return sorted(latest.values(), key=lambda x: (x['visit_date'],) + self.matter(x))

    @staticmethod
    def matter(x):
        return x['visit_id'], x['item'], x['unit_code']

    def waited(self, visit, day):
        d, n = dt.date.fromisoformat(visit), 0
        while d.isoformat() < day:
            d += dt.timedelta(days=1)
            n += self.c.workday(d)
        return n

    def target_period(self, x):
        p = x['visit_date'][:7]
        if self.c.items[x['item']]['as_of'] != 'month' and period_end(p) > x['visit_date']:
            p = before(p)
        return p

    def observed(self, form, period):
        """The confirmed values of a form and period; of several visits the later one counts."""
        out = {}
        for x in self.current():
            field = self.c.items[x['item']]['field']
            if x['_confirmed'] and field and field.split('.')[0] == form and self.target_period(x) == period:
                spec = self.c.field[form][field.split('.')[1]]
                try:
                    value, state = parse(self.c, spec, x['observed'], None, period, [])
                except Bad:
                    continue
                if state == '':
                    out[(x['unit_code'], spec['id'])] = value
        return out

    def legible(self, x):
        """What was seen is a value of the figure that it is about, or there is no such figure."""
        field = self.c.items[x['item']]['field']
        if not field:
            return True
        form, name = field.split('.')
        try:
            return parse(self.c, self.c.field[form][name], x['observed'], None, x['visit_date'][:7], [])[1] == ''
        except Bad:
            return False

    # -- acts of the office

    def standing_acts(self, step=None):
        """Of several acts about one thing the last that is not revoked."""
        out = {}
        known = [a for a in self.acts if step is None or a['step'] <= step]
        revoked = [tuple(a['about']) for a in known if a['act'] == 'revoke']
        for act in known:
            if act['act'] != 'revoke' and (act['act'] != 'verdict' or tuple(act['about']) not in revoked):
                about = tuple(act['about']) if act['act'] == 'verdict' else (act['form'], act['unit'], act['period'])
                out[(act['act'],) + about] = act
        return list(out.values())

    def relief(self, form, unit, period):
        """('waived', None), ('extended', until) or (None, None); a waiver goes before a later due time."""
        found = {a['act']: a for a in self.once(('acts',), self.acts_by_return).get((form, unit, period), [])}
        if 'waive' in found:
            return 'waived', None
        if 'extend' in found:
            return 'extended', dt.datetime.fromisoformat(found['extend']['until'])
        return None, None

    def acts_by_return(self):
        out = {}
        for a in self.standing_acts():
            if a['act'] != 'verdict':
                out.setdefault((a['form'], a['unit'], a['period']), []).append(a)
        return out
