"""Constructors of dataclasses, written out: what the compiler is given in place of those that Python makes at run time.

What belongs here: adding to a module's source what `dataclass` would add to the class. What does not: compiling
(scripts/compile), and anything at run time: the sources stay as they are, and plain Python does without this.

A dataclass's own constructor is made of text while the program starts, which no compiler sees: each record would be
filled by interpreted code, attribute by attribute, and reading a text makes thousands of them.
"""

from __future__ import annotations

import ast

#: What a factory makes, as the compiler knows it best.
_EMPTY = {"list": "[]", "dict": "{}", "set": "set()"}


def write_out(source: str) -> str:
    """The source with a constructor in each of its dataclasses that has none."""
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
