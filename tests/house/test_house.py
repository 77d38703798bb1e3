"""The rules of the house, counted: sizes, names, and what a file of the source never says."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
CODE = {".py", ".sql", ".js", ".css", ".html"}
VAGUE = {"utils", "util", "helpers", "helper", "core", "common", "manager", "misc"}
MACHINE = re.compile(r"(?<![\w.])/work[/]|/tmp[/]\w|/root[/]|/opt[/]")
REGISTRY = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|(deb|security)[.]debian[.]org"
)
REQUIREMENT = re.compile(r"^[a-z0-9][a-z0-9._-]*==\S+", re.MULTILINE)


def source() -> list[Path]:
    """Return every file that is, or could be, under version control."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
    listed = subprocess.check_output([*git, "--exclude-standard"], cwd=HOUSE, text=True)
    return [HOUSE / name for name in listed.split("\0") if name and (HOUSE / name).is_file()]


SOURCE = source()
PYTHON = [path for path in SOURCE if path.suffix == ".py"]


def name(path: Path) -> str:
    """Return the path as people write it."""
    return str(path.relative_to(HOUSE))


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and content of each file that is text."""
    for path in SOURCE:
        content = path.read_bytes()
        if b"\0" not in content:
            yield name(path), content.decode()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield name and number of lines of each function in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}: {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_file_has_more_than_300_lines() -> None:
    long = {name(path): lines(path) for path in SOURCE if path.suffix in CODE and lines(path) > 300}

    assert long == {}


def test_no_function_has_more_than_40_lines() -> None:
    long = {name: size for path in PYTHON for name, size in functions(path) if size > 40}

    assert long == {}


def test_the_engine_of_conversations_has_at_most_500_lines() -> None:
    engine = [path for path in PYTHON if name(path).startswith("dialog/")]

    assert sum(map(lines, engine)) <= 500


def test_no_folder_or_module_has_a_name_that_says_nothing() -> None:
    names = (path.relative_to(HOUSE).with_suffix("") for path in PYTHON)

    assert [str(path) for path in names if VAGUE & set(path.parts)] == []


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_place_that_only_one_machine_has(pattern: re.Pattern[str]) -> None:
    said = [f"{where}: {found[0]}" for where, text in texts() for found in pattern.finditer(text)]

    assert said == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_library_is_locked_with_its_hashes_and_without_a_place(lock: str) -> None:
    text = (HOUSE / lock).read_text()
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]

    assert [block for block in blocks if not REQUIREMENT.match(block)] == []
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_tests_run_with_the_versions_that_people_run() -> None:
    run, dev = (
        set(REQUIREMENT.findall((HOUSE / lock).read_text()))
        for lock in ("requirements.txt", "requirements-dev.txt")
    )

    assert run - dev == set()


def test_every_rule_of_style_we_do_without_has_its_reason() -> None:
    rules = re.findall(
        r'^    "[A-Z]+[0-9]+",.*$', (HOUSE / "pyproject.toml").read_text(), re.MULTILINE
    )

    assert rules
    assert [rule for rule in rules if not re.search(r"# \w", rule)] == []


def test_every_silenced_warning_names_its_code_and_its_reason() -> None:
    silenced = re.compile(r"# (?:noqa|type: ignore).*")
    reasoned = re.compile(r"# (noqa: ?[A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\]) .*\w")
    bare = [
        f"{name(path)}: {found}"
        for path in PYTHON
        if path != Path(__file__)
        for found in silenced.findall(path.read_text(encoding="utf-8"))
        if not reasoned.match(found)
    ]

    assert bare == []


def test_compiled_catalogues_are_made_not_kept() -> None:
    assert [name(path) for path in SOURCE if path.suffix == ".mo"] == []
