"""The versions of the campaign's tables over the year: what closes, who comes, who is merged, what is set and weighed anew."""
import csv
import os
import shutil

from tables import period_end


def read(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)


class TableSet:
    def __init__(self, root, months, dice):
        self.root, self.months, self.random = root, months, dice
        n = len(months)
        self.newcomer_month, self.merger_month = months[min(1, n - 1) if n < 6 else 2], months[n // 2 if n < 6 else n * 2 // 3]
        # From the draft of a month on the tables of that month hold.
        self.names = {months[0]: 'tables-1', months[max(1, n // 3)]: 'tables-2', self.merger_month: 'tables-3'}
        self.dropped = {}                        # code of an entry -> from which month its rows are left out
        self.before = {}                         # code of a newcomer -> its first month

    def write(self):
        base = os.path.join(self.root, 'base')
        self.units, self.roster = read(os.path.join(base, 'units.csv')), read(os.path.join(base, 'roster.csv'))
        settings, indicators = read(os.path.join(base, 'settings.csv')), read(os.path.join(base, 'indicators.csv'))
        for s in settings:
            if s['key'] == 'settle_seconds':
                s['value'] = '0'
        towns = [u for u in self.units if u['kind'] == 'township']
        self.newcomer, self.merged = towns[-1]['code'], towns[-2]['code']
        # Two villages of one name under one unit are no table.
        self.into = next(u['code'] for u in reversed(towns[:-2]) if not self.names_of(u['code']) & self.names_of(self.merged))
        self.let_in()
        for number, name in enumerate(self.names.values()):
            self.close(list(self.names)[number])
            if number == 1:
                for s in settings:
                    if s['key'] == 'study_days_year':
                        s['value'] = '20'
            if number == 2:
                self.merge()
                for i in indicators:
                    if i['id'] == 'R09':
                        i['weight_township'] = '2'
                    if i['id'] == 'R02':
                        i['weight_township'] = '5'
            folder = os.path.join(self.root, name)
            shutil.copytree(base, folder)
            for file, rows in (('units', self.units), ('roster', self.roster), ('settings', settings), ('indicators', indicators)):
                write(os.path.join(folder, file + '.csv'), rows)
        shutil.rmtree(base)

    def version(self, as_of):
        """The tables at a moment: those of a month hold from its first run on."""
        name = next(iter(self.names.values()))
        for month, other in self.names.items():
            if as_of[:7] > month:
                name = other
        return name

    def tables_of(self, month):
        return os.path.join(self.root, self.version(month + '-99') if month == self.months[0] else self.version_of(month))

    def version_of(self, month):
        return [name for first, name in self.names.items() if first <= month][-1]

    def names_of(self, unit):
        return {(e['sector'], e['name']) for e in self.roster if e['unit'] == unit}

    def middle(self, month):
        return '%s-%02d' % (month, self.random.choice([1, 9, 15, 20, int(period_end(month)[8:])]))

    def neighbours(self, e):
        return [x for x in self.roster if (x['sector'], x['unit']) == (e['sector'], e['unit']) and x is not e and not x['valid_to']]

    def close(self, month):
        """Entries whose last day lies in the month or in the next; each goes into a neighbour."""
        where = [m for m in self.months if m >= month][:2]
        for sector in sorted({e['sector'] for e in self.roster}):
            open_ = [e for e in self.roster if e['sector'] == sector and not e['valid_to'] and e['code'] not in self.before
                     and e['unit'] not in (self.merged, self.into, self.newcomer) and self.neighbours(e)]
            for e in self.random.sample(open_, min(len(open_), 1 + len(open_) // 60)):
                m = self.random.choice(where)
                e['valid_to'], e['merged_into'] = self.middle(m), self.random.choice(self.neighbours(e))['code']
                if self.random.random() < 0.6:
                    # Else the unit goes on reporting it, and is only asked.
                    self.dropped[e['code']] = m

    def let_in(self):
        """Entries and a unit that begin in the middle of the year."""
        for e in self.roster:
            if e['unit'] == self.newcomer:
                self.before[e['code']], e['valid_from'] = self.newcomer_month, self.newcomer_month + '-15'
        for u in self.units:
            if u['code'] == self.newcomer:
                u['valid_from'] = self.newcomer_month + '-15'
        for sector in sorted({e['sector'] for e in self.roster}):
            pool = [e for e in self.roster if e['sector'] == sector and not e['valid_to'] and e['code'] not in self.before and self.neighbours(e)]
            for e in self.random.sample(pool, min(len(pool), 1 + len(pool) // 60)):
                m = self.random.choice(self.months[1:])
                self.before[e['code']], e['valid_from'] = m, self.middle(m)

    def merge(self):
        for u in self.units:
            if u['code'] == self.merged:
                u['valid_to'], u['merged_into'] = self.merger_month + '-20', self.into
        for e in self.roster:
            if e['unit'] == self.merged:
                e['unit'] = self.into
