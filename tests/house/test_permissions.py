"""Nothing is done or answered that nobody has said who may do it: the build fails instead."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.carry_out import ALONE, TELLING
from conversations.acts import ACTS
from rules import acts, permissions
from rules.commands import Command, RegisterEntry
from rules.routes import ROUTES
from storage import facts
from tests.acceptance import needs

HOUSE = Path(__file__).parents[2]
VERBS = {"get", "post", "put", "delete", "patch", "head", "options", "view", "static", "route"}
QUOTES = "'\""
BY_A_NAME = {"POST self.path": "POST /telegram/{bot}"}  # where the address is made elsewhere


def routes() -> Iterator[str]:
    """Yield every route of a web server in the source: "GET /vao/{code}".

    But for the demo's, whose server is another (see tests/bot/demo/test_not_in_a_real_run.py).
    """
    for path in (HOUSE / "bot").rglob("*.py"):
        if path.is_relative_to(HOUSE / "bot" / "demo"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                called = ast.unparse(node.func).split(".")
                if called[0] == "web" and called[-1] in VERBS:
                    where = node.args[0]
                    route = f"{called[-1].upper()} {ast.unparse(where).strip(QUOTES)}"
                    yield BY_A_NAME.get(route, route)


def test_who_may_give_each_command_is_declared() -> None:
    assert set(permissions.COMMANDS) == set(Command.__args__)


def test_every_command_is_carried_out_in_the_one_place_that_looks_who_gives_it() -> None:
    assert {*ALONE, *TELLING, RegisterEntry} == set(Command.__args__)


def test_who_may_ask_for_each_fact_is_declared() -> None:
    assert set(permissions.REQUESTS) == set(facts._ANSWERED)


def test_who_may_do_each_act_of_the_chat_is_declared() -> None:
    assert set(acts.ACTS) == set(ACTS)


def test_who_is_answered_by_each_address_of_the_server_is_declared() -> None:
    assert set(ROUTES) == set(routes())


def test_who_may_do_what_is_what_is_written_down_by_hand() -> None:
    for declared, written in (
        (permissions.COMMANDS, needs.COMMANDS),
        (permissions.REQUESTS, needs.REQUESTS),
    ):
        assert {kind.__name__: need for kind, need in declared.items()} == needs.by_name(written)
    assert needs.by_name(needs.ACTS) == acts.ACTS
    assert {path: need for need, paths in needs.ROUTES.items() for path in paths} == (ROUTES)


def test_a_request_that_needs_a_role_has_an_answer_for_who_does_not_hold_it() -> None:
    needing: list[Any] = [
        kind for kind, need in permissions.REQUESTS.items() if need not in permissions.FREE
    ]

    assert [kind for kind in needing if not kind.examples] == []
