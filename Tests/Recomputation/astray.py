"""Returns that go astray and come right: misfiled, copied, too early, without a year, held up by the month before."""
import os
import shutil

from tables import after, before

KINDS = ('misfile', 'misfile', 'hasten', 'drop_year')
# Of a form a figure that adds up over a year and must not fall.
HEIGHTENED = dict(rural='pay_paid', community='allow_paid')


class Astray:
    def __init__(self, county):
        self.county, self.random, self.work = county, county.random, county.work

    def choose(self, month):
        """Leads astray some returns of a month that would come in time, and puts copies of others into a folder apart."""
        self.work.month = month
        if after(month) in self.county.months and month[5:] != '12':
            self.hold_up(month)
        files, due, kinds = self.county.files[month], after(month) + '-05T18:00', list(KINDS)
        for path in self.random.sample(files, len(files)):
            if kinds and self.county.receipts[path] <= due and self.work.is_plain(path):
                getattr(self, kinds.pop(0))(month, path)
        come = [path for path in files if self.county.receipts[path] < after(month) + '-11']
        for path in self.random.sample(come, min(len(come), 6)):
            new = os.path.join('备份', month, os.path.basename(path))
            self.copy(month, path, new, after(month) + '-11T11:30')
            self.county.unregistered.add(new)

    def misfile(self, month, path):
        """First into the folder of the month before, and days later where it belongs."""
        first = path.replace(month, before(month), 1)
        self.copy(month, path, first, self.county.receipts[path])
        self.county.receipts[path] = after(month) + '-10T15:00'
        self.county.unregistered.add(path)       # the register has the name already

    def hasten(self, month, path):
        """While the month before has not ended."""
        if month != self.county.months[0]:
            self.county.receipts[path] = before(month) + '-11T08:00'

    def drop_year(self, month, path):
        """The title has no year, and no folder nor name a month."""
        r, rows = self.work.read(path)
        new = '补报/%s%d%s' % (r.form, len(self.county.receipts), os.path.splitext(path)[1])
        os.makedirs(os.path.join(self.work.inbox, '补报'), exist_ok=True)
        self.work.write(new, r.form, self.work.unit_of(r), rows, title='%d月' % int(month[5:]))
        self.county.receipts[new] = self.county.receipts.pop(path)
        self.county.files[month].remove(path)
        self.county.files[month].append(new)

    def hold_up(self, month):
        """A cumulative figure that is too high, put right after the next month went back for it; of two units that sent one file."""
        files = [path for path in self.county.files[month] if self.is_heightened(path)]
        senders = [self.sender(path) for path in files]
        files = [path for path, sender in zip(files, senders) if senders.count(sender) == 1]
        for path in self.random.sample(files, min(len(files), 2)):
            r, rows = self.work.read(path)
            stem, ending = os.path.splitext(path)
            new, field = stem + '（核减）' + ending, HEIGHTENED[r.form]
            self.work.write(new, r.form, self.work.unit_of(r), rows)
            self.county.receipts[new] = after(after(month)) + '-11T16:00'
            self.county.files[month].append(new)
            for row in rows:
                if isinstance(row.get(field, (None,))[0], (int, float)):
                    row[field] = (row[field][0] + 9, '')
            self.work.write(path, r.form, self.work.unit_of(r), rows)

    def is_heightened(self, path):
        return self.work.is_plain(path) and self.work.read(path)[0].form in HEIGHTENED

    def sender(self, path):
        r = self.work.read(path)[0]
        return r.form, self.work.unit_of(r)

    def copy(self, month, path, new, moment):
        target = os.path.join(self.work.inbox, new)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copyfile(os.path.join(self.work.inbox, path), target)
        self.county.receipts[new] = moment
        self.county.files[month].append(new)
