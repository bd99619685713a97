"""What the compiler must be told of a module: constructors of dataclasses written out, constants called constant.

What belongs here: adding this to a module's source. What does not: compiling (scripts/compile), and anything at run
time: the sources stay as they are, and plain Python does without this.

A dataclass's own constructor is made of text while the program starts, which no compiler sees: each record would be
filled by interpreted code, attribute by attribute, and reading a text makes thousands of them. A constant that is not
called so is looked up by its name each time it is used, as it might have changed. A set or tuple of words that stands
in an expression is made anew each time that it is read.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

#: What a factory makes, as the compiler knows it best.
_EMPTY = {"list": "[]", "dict": "{}", "set": "set()"}


#: How constants are written; a variable of types is none, though it is written so.
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_FUTURE = "from __future__ import annotations"


def write_out(source: str) -> str:
    """The source with a constructor in each of its dataclasses that has none, and with its constants marked."""
    return _with_constants(_with_constructors(_with_literals(source)))


def _with_literals(source: str) -> str:
    """The sets and tuples of words that its expressions hold as constants of the module."""
    lines, names = source.splitlines(), dict[str, str]()
    found = [each for node in ast.walk(ast.parse(source)) for each in _literals(node) if each.lineno == each.end_lineno]
    for each in sorted(found, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line, name = lines[each.lineno - 1].encode(), names.setdefault(ast.unparse(each), f"_LITERAL_{len(names)}")
        lines[each.lineno - 1] = (line[: each.col_offset] + name.encode() + line[each.end_col_offset :]).decode()
    made = [
        f"{name} = frozenset({text})" if text.startswith("{") else f"{name}: tuple[str, ...] = {text}"
        for text, name in names.items()
    ]
    return "\n".join(lines).replace(_FUTURE, "\n".join([_FUTURE, *made]), 1) + "\n"


def _literals(node: ast.AST) -> Iterator[ast.expr]:
    """Those that an expression makes and lets go again: 'kinds & {"a", "b"}', 'word.startswith(("a", "b"))'."""
    asked: list[ast.expr] = []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.Sub):
        asked = [node.right]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        asked = [node.func.value] if node.func.attr == "isdisjoint" else []
        asked += node.args[:1] if node.func.attr in ("startswith", "endswith") else []
    for each in asked:
        words = each.elts if isinstance(each, ast.Set | ast.Tuple) else []
        if words and all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words):
            yield each


def _with_constants(source: str) -> str:
    lines, body = source.splitlines(), ast.parse(source).body
    changed = {node.target.id for node in body if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)}
    for node in reversed(body):
        if isinstance(node, ast.Assign) and all(_names_constants(each, changed) for each in node.targets):
            lines[node.lineno - 1 : node.end_lineno] = _constants(node.targets[0], node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None and _names_constants(node.target, changed):
            told = f"{ast.unparse(node.target)}: _Final[{ast.unparse(node.annotation)}] = {ast.unparse(node.value)}"
            lines[node.lineno - 1 : node.end_lineno] = [told]
    return "\n".join(lines).replace(_FUTURE, f"{_FUTURE}\n\nfrom typing import Final as _Final", 1) + "\n"


def _names_constants(target: ast.expr, changed: set[str]) -> bool:
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    return all(isinstance(n, ast.Name) and _CONSTANT.fullmatch(n.id) and n.id not in changed for n in names)


def _constants(target: ast.expr, value: ast.expr) -> list[str]:
    """The lines that set constants, one for each where several are set side by side."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return [line for pair in zip(target.elts, value.elts, strict=True) for line in _constants(*pair)]
    mark = "" if isinstance(target, ast.Tuple) else ": _Final"
    return [f"{ast.unparse(target)}{mark} = {ast.unparse(value)}"]


def _with_constructors(source: str) -> str:
    lines = source.splitlines()
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    for node in sorted(classes, key=lambda node: -node.lineno):  # from below, so that the lines above keep their place
        decorator = next((each for each in node.decorator_list if _is_dataclass(each)), None)
        if decorator is not None and not node.bases and not _defines(node, "__init__"):
            indent = " " * node.body[0].col_offset
            lines[node.end_lineno : node.end_lineno] = ["", *(indent + line for line in _constructor(node))]
            lines[decorator.lineno - 1 : decorator.end_lineno] = [f"@{_thawed(decorator, node)}"]
    return "\n".join(lines) + "\n"


def _is_dataclass(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id == "dataclass"


def _thawed(decorator: ast.expr, node: ast.ClassDef) -> str:
    """The decorator of a class whose constructor may set its fields, and which has the same hash as before."""
    given = {word.arg: ast.unparse(word.value) for word in getattr(decorator, "keywords", ())}
    is_frozen = given.pop("frozen", "False") == "True"
    given.pop("slots", None)  # a compiled class has nothing else
    if is_frozen and given.get("eq") != "False" and not _defines(node, "__hash__"):
        given["unsafe_hash"] = "True"
    return f"dataclass({', '.join(f'{name}={value}' for name, value in given.items())})"


def _defines(node: ast.ClassDef, name: str) -> bool:
    return any(isinstance(each, ast.FunctionDef) and each.name == name for each in node.body)


def _constructor(node: ast.ClassDef) -> list[str]:
    """The lines of a constructor: each field set from its parameter, then what the class does behind it."""
    parameters, body = ["self"], []
    for field in node.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            made = _field(field.target.id, ast.unparse(field.annotation), field.value)
            if made is not None:
                parameters.append(made[0])
                body.append(f"    {made[1]}")
    body += ["    self.__post_init__()"] if _defines(node, "__post_init__") else []
    return [f"def __init__({', '.join(parameters)}) -> None:", *(body or ["    pass"])]


def _field(name: str, kind: str, default: ast.expr | None) -> tuple[str, str] | None:
    """The parameter for a field and the line that sets it; None for a field that is no parameter."""
    if kind.startswith("ClassVar"):
        return None
    if not (isinstance(default, ast.Call) and isinstance(default.func, ast.Name) and default.func.id == "field"):
        given = f" = {ast.unparse(default)}" if default is not None else ""
        return f"{name}: {kind}{given}", f"self.{name} = {name}"
    options = {word.arg: ast.unparse(word.value) for word in default.keywords}
    if options.get("init") == "False":
        return None
    if "default_factory" not in options:
        given = f" = {options['default']}" if "default" in options else ""
        return f"{name}: {kind}{given}", f"self.{name} = {name}"
    factory = options["default_factory"]
    made = _EMPTY.get(factory, f"({factory})()")
    return f"{name}: {kind} | None = None", f"self.{name} = {name} if {name} is not None else {made}"
