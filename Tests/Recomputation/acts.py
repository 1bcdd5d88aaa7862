"""What the office decides: waivers, later due times, verdicts of its own and taken back, and files of later verdicts."""
import os

from tables import after

REASON = '洪灾，交通中断'


class Acts:
    def __init__(self, months, dice, tables, work):
        self.months, self.random, self.tables, self.work = months, dice, tables, work
        self.acts, self.extra = [], []           # (moment, act), files of later verdicts

    def choose(self, month, files, receipts):
        self.work.month = month
        self.relieve(month, files, receipts)
        self.rule(month, files, receipts)

    def between(self, last, as_of):
        return [act for moment, act in sorted(self.acts, key=lambda x: x[0]) if last < moment <= as_of]

    def add(self, moment, argv, **act):
        self.acts.append((moment, dict(act, argv=['office'] + argv, as_of=moment)))

    def relieve(self, month, files, receipts):
        """Of the returns that come once: two waived and not sent, one waived and late, one put off and sent, one put off in vain."""
        following, campaign = after(month), self.work.campaign
        kinds = ['waive', 'waive', 'waive late', 'extend', 'extend in vain']
        for path in self.random.sample(files[month], len(files[month])):
            if not kinds:
                break
            if not self.work.is_plain(path):
                continue
            r, kind = self.work.read(path)[0], kinds.pop(0)
            form, unit = r.form, self.work.unit_of(r)
            folder, name = campaign.forms[form]['folder'], campaign.unit[unit]['name']
            moment = '%s-02T10:%02d' % (following, len(self.acts) % 60)
            where = ['--period', month, '--reason', REASON]
            if kind.startswith('waive'):
                self.add(moment, ['waive', name, folder] + where, act='waive', form=form, unit=unit, period=month)
            else:
                self.add(moment, ['extend', name, folder, '--until', following + '-09T12:00'] + where, act='extend', form=form, unit=unit,
                         period=month, until=following + '-09T12:00')
            if kind in ('waive', 'extend in vain'):
                files[month].remove(path)
            else:
                receipts[path] = following + ('-08T10:00' if kind == 'extend' else '-07T15:00')

    def rule(self, month, files, receipts):
        """Verdicts on what was left open: by a later file of the inspectors, or by the office, which takes one back again."""
        path = next((p for p in files[month] if '/暗访/' in p), None)
        found = path and self.work.read(path)
        if not found or not after(month) in self.months:
            return
        following = after(month)
        for row in found[1]:                     # one number for all that the month's visits saw
            row['visit_id'] = found[1][0]['visit_id']
        self.work.write(path, 'inspection', None, found[1])
        rows = [row for row in found[1] if row['result'][0] == '不符' and row['verdict'][0] in ('待认定', '口径不一', '笔误')]
        later = []
        for number, row in enumerate(rows):
            visit, item, code = about = [row[field][0] for field in ('visit_id', 'item', 'unit_code')]
            if number % 2 == 0:
                row['verdict'] = (self.random.choice(['虚报', '属实不符', '虚报']), '')
                later.append(row)
            else:
                moment = '%s-11T09:%02d' % (following, number)
                verdict = self.random.choice(['虚报', '属实不符', '相符'])
                self.add(moment, ['verdict', visit, item, verdict, '--about', code, '--feedback', '有异议', '--reason', '材料核对属实'],
                         act='verdict', about=about, verdict=verdict, feedback='有异议')
                if self.random.random() < 0.5:
                    self.add('%s-06T09:%02d' % (after(following), number), ['revoke', about, '--reason', '复核后撤销'],
                             act='revoke', about=about)
        if later:
            self.work.month = following
            new = '%s/暗访/%s年%d月暗访认定.xlsx' % (following, following[:4], int(following[5:]))
            self.work.write(new, 'inspection', None, later)
            receipts[new] = following + '-10T09:30'
            self.extra.append(new)
            self.work.month = month
