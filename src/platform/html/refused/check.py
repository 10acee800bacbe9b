#!/usr/bin/env python3
"""check.py <g++> <src folder>: does the compiler refuse each function of refused.cpp for the reason above it?"""
import pathlib
import re
import subprocess
import sys

compiler, src = sys.argv[1:3]
source = pathlib.Path(__file__).with_name("refused.cpp")
expected = dict(
    (name, reason)
    for reason, name in re.findall(r"// expects: (.+)\nvoid (\w+)\(\)", source.read_text())
)
run = subprocess.run(
    [compiler, "-std=c++23", "-fsyntax-only", "-fmax-errors=0", f"-I{src}", str(source)],
    capture_output=True,
    text=True,
    env={"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin"},
)
found = {name: [] for name in expected}
function = None
for line in run.stderr.splitlines():
    if inside := re.search(r"In function 'void (\w+)\(\)'", line):
        function = inside[1]
    elif ": error: " in line or "constraints not satisfied" in line:
        found.setdefault(function, []).append(line)

wrong = []
for name, reason in expected.items():
    if reason == "nothing":
        if found[name]:
            wrong.append(f"{name}: must compile, but: {found[name][0]}")
    elif not found[name]:
        wrong.append(f"{name}: compiles, and must not ({reason})")
    elif not any(reason in line for line in found[name]):
        wrong.append(f"{name}: refused, but not because of {reason}: {found[name][0]}")
for name in found.keys() - expected.keys():
    wrong.append(f"an error outside of the cases: {found[name][0]}")
refused = sum(reason != "nothing" for reason in expected.values())
if refused < 14:
    wrong.append(f"only {refused} cases were found in {source.name}")
print("\n".join(wrong) or f"{refused} refused, {len(expected) - refused} accepted")
sys.exit(bool(wrong))
