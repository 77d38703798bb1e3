import pytest

from storage.binding import Params, Statement, for_postgres, for_sqlite


@pytest.mark.parametrize(
    ("sql", "params", "sqlite", "postgres"),
    [
        ("SELECT :a", {"a": "x"}, ("SELECT ?", ["x"]), ("SELECT $1::text", ["x"])),
        (
            "a = :n AND b = :n",
            {"n": 7},
            ("a = ? AND b = ?", [7, 7]),
            ("a = $1::bigint AND b = $2::bigint", [7, 7]),
        ),
        ("x > :f", {"f": 1.5}, ("x > ?", [1.5]), ("x > $1::double precision", [1.5])),
        (
            "a IN :ids",
            {"ids": ["x", "y"]},
            ("a IN (?,?)", ["x", "y"]),
            ("a = ANY ($1::text[])", [["x", "y"]]),
        ),
        (
            "a NOT IN :ids",
            {"ids": [1]},
            ("a NOT IN (?)", [1]),
            ("a <> ALL ($1::bigint[])", [[1]]),
        ),
        ("a IN :ids", {"ids": []}, ("a IN ()", []), ("a = ANY ($1::text[])", [[]])),
        (
            "INSERT INTO t VALUES :rows RETURNING a",
            {"rows": [("x", 1), ("y", 2)]},
            ("INSERT INTO t VALUES (?,?),(?,?) RETURNING a", ["x", 1, "y", 2]),
            (
                "INSERT INTO t SELECT * FROM unnest($1::text[],$2::bigint[]) RETURNING a",
                [("x", "y"), (1, 2)],
            ),
        ),
        ("SELECT ':a', a::text", {}, ("SELECT ':a', a::text", []), ("SELECT ':a', a::text", [])),
        (
            "SELECT 'it''s :a' -- :a\n, :b",
            {"b": "x"},
            ("SELECT 'it''s :a' -- :a\n, ?", ["x"]),
            ("SELECT 'it''s :a' -- :a\n, $1::text", ["x"]),
        ),
        (
            "SELECT id FROM t ORDER BY id FOR UPDATE OF t SKIP LOCKED",
            {},
            ("SELECT id FROM t ORDER BY id ", []),
            ("SELECT id FROM t ORDER BY id FOR UPDATE OF t SKIP LOCKED", []),
        ),
    ],
)
def test_names_become_what_the_driver_takes(
    sql: str, params: Params, sqlite: tuple[str, list[object]], postgres: tuple[str, list[object]]
) -> None:
    assert for_sqlite(sql, params, rows_wanted=True) == Statement(*sqlite)
    assert for_postgres(sql, params) == Statement(*postgres)


def test_rows_of_which_nothing_comes_back_are_run_one_by_one_on_sqlite() -> None:
    rows = [("x", 1), ("y", 2)]

    statement = for_sqlite("INSERT INTO t VALUES :rows", {"rows": rows}, rows_wanted=False)

    assert statement == Statement("INSERT INTO t VALUES (?,?)", rows, many=True)


def test_without_rows_there_is_nothing_to_run() -> None:
    assert for_sqlite("INSERT INTO t VALUES :rows", {"rows": []}, rows_wanted=False) is None
    assert for_postgres("INSERT INTO t VALUES :rows", {"rows": []}) is None


def test_on_postgres_the_text_is_the_same_however_many_rows_there_are() -> None:
    one = for_postgres("INSERT INTO t VALUES :rows", {"rows": [("x", 1)]})
    many = for_postgres("INSERT INTO t VALUES :rows", {"rows": [("x", 1)] * 50})

    assert one is not None
    assert many is not None
    assert one.sql == many.sql
