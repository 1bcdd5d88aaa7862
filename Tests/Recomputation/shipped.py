#!/usr/bin/env python3
"""Makes the plan of the shipped months and runs it: shipped.py PROGRAM FOLDER [--export]. FOLDER must not be there."""
import os
import shutil
import sys

from office import Office, write_plan
from tables import table

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
# As the Makefile has it, and once more when the last of the late returns have come.
MOMENTS = [('2020-07-06T09:00', ['run', '--period', '2020-05']), ('2020-07-06T09:00', ['run']), ('2020-07-09T09:00', ['run'])]


def main():
    program, root = sys.argv[1:3]
    shutil.copytree(os.path.join(REPOSITORY, 'Templates', 'five-in-one'), os.path.join(root, 'Campaign'))
    shutil.copytree(os.path.join(REPOSITORY, 'Inbox'), os.path.join(root, 'Inbox'))
    lines = [(r['文件名'], r['收件时间'].replace(' ', 'T')) for r in table(os.path.join(root, 'Inbox', '收件登记.csv'))]
    received, pool = dict(lines), []
    for base, _, names in os.walk(os.path.join(root, 'Inbox')):
        rel = os.path.relpath(base, os.path.join(root, 'Inbox'))
        pool += [os.path.join(rel, n) for n in names if rel != '.']
    steps, last = [], ''
    for as_of, command in MOMENTS:
        steps.append(dict(
            as_of=as_of, campaign='Campaign', command=command,
            deliver=sorted(p for p in pool if last < received.get(os.path.basename(p), '0') <= as_of),
            register=[list(x) for x in lines if last < x[1] <= as_of]))
        last = as_of
    plan = dict(steps=steps)
    write_plan(root, plan)
    Office(root, program, '--export' in sys.argv).run(plan)


main()
