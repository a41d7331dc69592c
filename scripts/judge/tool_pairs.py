"""Writes down what the Python tool's own unit tests state: for each modifier, input and expected output.

usage: PYTHON tool_pairs.py CHECKOUT OUT.json    (PYTHON has sagemaker==2.257.6, pytest and mock)
The tests turn one line of code into a node, let one modifier work on it and compare the result with a text. Their nodes
and modifiers are watched while they run, so a pair is on record only if its test passes, and then the output is the stated one.
"""
import ast, collections, importlib, inspect, json, os, pkgutil, sys, types

import pasta
import pytest

CHECKOUT, OUT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
TESTS = "tests/unit/sagemaker/cli/compatibility/v2"
# The tests import each other as tests.unit.sagemaker...: only these folders are made packages, so that no other package
# named `tests`, and nothing of the checkout's own SDK, gets in.
for depth in (1, 2, 3):
    name = "tests.unit.sagemaker".split(".")[:depth]
    package = sys.modules[".".join(name)] = types.ModuleType(".".join(name))
    package.__path__ = [os.path.join(CHECKOUT, *name)]
sources, pairs = {}, collections.OrderedDict()


def remember(node, code):
    if isinstance(node, ast.AST):
        sources[id(node)] = (node, code)
    return node


real_parse = pasta.parse


def parse(code):
    tree = real_parse(code)
    remember(tree, code)
    if len(tree.body) == 1:
        remember(tree.body[0], code)
        if isinstance(tree.body[0], ast.Expr):
            remember(tree.body[0].value, code)
    return tree


pasta.parse = parse
current = [None]


def dumped(node):
    if node is None:
        return ""
    return pasta.dump(node)


def watch(cls, name):
    real = vars(cls)[name]

    def method(self, node, *rest):
        known = sources.get(id(node))
        before = list(pending)
        result = real(self, node, *rest)
        if known is None or pending != before:
            return result
        if name == "node_should_be_modified":
            if result is False or not result:
                pending.append((type(self).__name__, known[1], "same", node))
        elif name == "modify_node" or name == "check_and_modify_node":
            pending.append((type(self).__name__, known[1], "changed", result if result is not None or returns(real) else node))
        return result

    setattr(cls, name, method)


def returns(function):
    return "return" in inspect.getsource(function).split('"""')[-1]


class Plugin:
    def pytest_runtest_call(self, item):
        pending.clear()
        current[0] = item.nodeid.split("::")[0].split("/")[-1] + "::" + item.nodeid.split("::")[1].split("[")[0]

    def pytest_runtest_logreport(self, report):
        if report.when != "call":
            return
        if report.passed:
            for cls, code, kind, node in pending:
                after = code if kind == "same" else dumped(node)
                pairs[(current[0], cls, code)] = after
        else:
            print("not passed:", report.nodeid, file=sys.stderr)
        pending.clear()


pending = []
import sagemaker.cli.compatibility.v2.modifiers as modifiers
from sagemaker.cli.compatibility.v2.modifiers.modifier import Modifier

for info in pkgutil.iter_modules(modifiers.__path__):
    module = importlib.import_module(modifiers.__name__ + "." + info.name)
    for cls in vars(module).values():
        if inspect.isclass(cls) and issubclass(cls, Modifier) and cls.__module__ == module.__name__ and cls is not Modifier:
            for name in ("node_should_be_modified", "modify_node"):
                if name in vars(cls) and not getattr(vars(cls)[name], "__isabstractmethod__", False):
                    watch(cls, name)

os.chdir(CHECKOUT)
code = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", CHECKOUT, "--no-header", "--import-mode=importlib", TESTS], plugins=[Plugin()])
rows = [{"test": t, "modifier": m, "input": i, "output": o} for (t, m, i), o in pairs.items()]
json.dump(rows, open(OUT, "w"), indent=1)
print(len(rows), "pairs, pytest exit", int(code), file=sys.stderr)
