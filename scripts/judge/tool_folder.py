"""Lets the Python tool migrate programs of a folder in place; where it crashes, the program stays as it was.

usage: PYTHON tool_folder.py FOLDER < NAMES.json > OUTCOMES.json    (PYTHON has sagemaker==2.257.6)
"""
import json, os, sys

OUT = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # the SDK itself prints to stdout
from sagemaker.cli.compatibility.v2.sagemaker_upgrade_v2 import _update_file

outcomes = []
for name in json.load(sys.stdin):
    path = os.path.join(sys.argv[1], name)
    before = open(path, "rb").read()
    reason = None
    try:
        _update_file(path, path)
    except (Exception, SystemExit) as e:
        reason = "%s: %s" % (type(e).__name__, str(e)[:200])
        open(path, "wb").write(before)
    same = open(path, "rb").read() == before
    outcomes.append({"path": name, "status": "failed" if reason else "unchanged" if same else "changed", "reason": reason, "findings": []})
json.dump(outcomes, OUT)
OUT.flush()
