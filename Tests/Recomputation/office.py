"""Runs the real program through a plan, step by step as an office would, and keeps the tables that it wrote."""
import csv
import json
import os
import re
import shutil
import subprocess

LONG_AGO = 1_500_000_000


class Office:
    def __init__(self, root, program, exports=False):
        self.root, self.program, self.exports = root, os.path.abspath(program), exports
        self.desk = os.path.join(root, 'office')
        self.lines, self.numbers = [], {}
        os.makedirs(os.path.join(self.desk, 'Inbox'))

    def run(self, plan):
        for number, step in enumerate(plan['steps']):
            self.deliver(step)
            campaign = os.path.join(self.desk, 'Campaign')
            shutil.rmtree(campaign, ignore_errors=True)
            shutil.copytree(os.path.join(self.root, step['campaign']), campaign)
            for act in step.get('acts', []):
                self.act(act)
            report = json.loads(self.tongbao(step['command'] + ['--json'], step['as_of']))
            written = [p['period'] for p in report['periods'] if p['written']]
            if step['command'][0] == 'bulletin':
                written = [step['command'][-1]]
            for period in written:
                tables = os.path.join(self.desk, 'Outbox', period, '数据')
                if os.path.isdir(tables):
                    kept = os.path.join(self.root, 'kept', '%03d' % number, period)
                    shutil.copytree(tables, kept)
                    if self.exports:
                        self.tongbao(['ledger', 'export', os.path.abspath(os.path.join(kept, 'export')), '--views', '--period', period], step['as_of'])

    def act(self, act):
        argv = act['argv']
        if act['act'] == 'revoke':               # by the number that the act was given
            argv = [argv[0], argv[1], self.numbers[tuple(act['about'])]] + argv[3:]
        answer = self.tongbao(argv, act['as_of'])
        if act['act'] == 'verdict':
            self.numbers[tuple(act['about'])] = re.search(r'\d+', answer)[0]

    def deliver(self, step):
        for rel in step.get('deliver', []):
            target = os.path.join(self.desk, 'Inbox', rel)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(os.path.join(self.root, 'Inbox', rel), target)
            os.utime(target, (LONG_AGO, LONG_AGO))
        if step.get('register'):
            self.lines += step['register']
            register = os.path.join(self.desk, 'Inbox', '收件登记.csv')
            with open(register, 'w', encoding='utf-8-sig', newline='') as file:
                writer = csv.writer(file)
                writer.writerow(['文件名', '收件时间', '备注'])
                writer.writerows([name, moment, ''] for name, moment in self.lines)
            os.utime(register, (LONG_AGO + len(self.lines),) * 2)

    def tongbao(self, arguments, as_of):
        result = subprocess.run([self.program, *arguments, '--as-of', as_of, '--campaign', 'Campaign', '--lang', 'en'],
                                cwd=self.desk, capture_output=True, text=True, env={'PATH': '/usr/bin:/bin', 'TZ': 'UTC'})
        if result.returncode:
            raise SystemExit('%s --as-of %s: exit %d\n%s%s' % (' '.join(arguments), as_of, result.returncode, result.stdout[-2000:], result.stderr))
        return result.stdout


def write_plan(root, plan):
    with open(os.path.join(root, 'plan.json'), 'w', encoding='utf-8') as file:
        json.dump(plan, file, ensure_ascii=False, indent=1)
