"""Do two programs have the same syntax tree, quotes, comments, trailing commas and the order of imports aside?

usage: python3 case_syntax.py < PAIRS.json > ANSWERS.json
PAIRS: a list of {"v1": [cell, ...], "want": [...], "have": [...], "anchors": [text, ...], "expression": true or absent}; a .py file is one cell.
ANSWERS: for each {"equal", "diff", "known": every token of `have` is one of `v1` or of `want`, "lines": [[cell, first, last], ...] of
the statements of `v1` that hold the anchors, "names": what `v1` binds at its top}.
"""
import ast, difflib, io, json, sys, tokenize


def mask(cell):
    """The lines that IPython reads, and the Python around them with `pass` in their place."""
    magics, lines = [], []
    for line in cell.split("\n"):
        bare = line.lstrip()
        if bare.startswith(("%", "!")):
            magics.append(bare)
            line = line[: len(line) - len(bare)] + "pass"
        lines.append(line)
    return magics, "\n".join(lines)


class SortImports(ast.NodeTransformer):
    """With `expression`, only one line of code is stated: keywords may come in any order, imports may be added."""

    def __init__(self, expression):
        self.expression = expression

    def sort(self, body):
        imports, rest = [], []
        for node in body:
            if isinstance(node, ast.Import):
                imports += [ast.Import([a]) for a in node.names]
            elif isinstance(node, ast.ImportFrom):
                imports += [ast.ImportFrom(node.module, [a], node.level) for a in node.names]
            else:
                rest.append(node)
        return list({ast.dump(n): n for n in sorted(imports, key=ast.dump)}.values()) + rest

    def visit_Call(self, node):
        super().generic_visit(node)
        if self.expression and all(k.arg for k in node.keywords):
            node.keywords.sort(key=lambda k: k.arg)
        return node

    def generic_visit(self, node):
        super().generic_visit(node)
        for field in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, field, None), list):
                setattr(node, field, self.sort(getattr(node, field)))
        return node


def canonical(cells, expression):
    out = []
    for i, cell in enumerate(cells):
        magics, code = mask(cell)
        tree = ast.fix_missing_locations(SortImports(expression).visit(ast.parse(code)))
        out.append("# cell %d\n%s\n%s" % (i, "\n".join(magics), ast.unparse(tree)))
    return "\n".join(out)


def tokens(cells):
    found = set()
    for cell in cells:
        try:
            for t in tokenize.generate_tokens(io.StringIO(mask(cell)[1] + "\n").readline):
                if t.type in (tokenize.NAME, tokenize.NUMBER, tokenize.OP):
                    found.add(t.string)
                elif t.type == tokenize.STRING:
                    found.add(repr(t.string.strip("'\"")))
        except (tokenize.TokenError, IndentationError):
            pass
    return found


def anchored(cells, anchor):
    for i, cell in enumerate(cells):
        if anchor in cell:
            at = cell[: cell.index(anchor)].count("\n") + 1
            try:
                for node in ast.parse(mask(cell)[1]).body:
                    if node.lineno <= at <= node.end_lineno:
                        return [i, node.lineno, node.end_lineno]
            except SyntaxError:
                pass
            return [i, at, at]
    return None


def bound(cells):
    names = set()
    for cell in cells:
        try:
            body = ast.parse(mask(cell)[1]).body
        except SyntaxError:
            continue
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                names.add(node.name)
            else:
                names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return sorted(names)


def is_import(code):
    return code.lstrip().startswith(("import ", "from "))


def without_imports(text):
    return "\n".join(line for line in text.split("\n") if not is_import(line))


def answer(pair):
    try:
        expression = pair.get("expression", False)
        want, have = canonical(pair["want"], expression), canonical(pair["have"], expression)
        if expression and not is_import(pair["v1"][0]):
            want, have = without_imports(want), without_imports(have)
    except SyntaxError:
        want, have = "\n".join(pair["want"]), "\n".join(pair["have"])
    diff = "\n".join(difflib.unified_diff(want.split("\n"), have.split("\n"), "want", "have", lineterm="", n=1))
    return {"equal": want == have, "diff": diff, "known": tokens(pair["have"]) <= tokens(pair["v1"]) | tokens(pair["want"]),
            "lines": [anchored(pair["v1"], a) for a in pair["anchors"]], "names": bound(pair["v1"])}


json.dump([answer(p) for p in json.load(sys.stdin)], sys.stdout)
