from pathlib import Path

import pytest

from rules.programme_file import Problem, ProgrammeError, read_programme

HERE = Path(__file__).parent
SOUND = (HERE / "programmes/nine-boxes.toml").read_text("utf-8")


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProgrammeError) as error:
        read_programme(text, file="ward.toml")
    return error.value.problems


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def mistakes() -> list[dict[str, str]]:
    """Read the file of mistakes; "+" and "-" are whole lines, "@" where the problem is told."""
    blocks = (HERE / "programmes/mistakes.txt").read_text("utf-8").split("\n\n")[1:]
    cases = []
    for block in blocks:
        *marked, told = block.strip().split("\n")
        case = {"-": "", "+": "", "told": told}
        for line in marked:
            case[line[0]] = case.get(line[0], "") + line[2:] + "\n"
        cases.append(case)
    return cases


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake["told"].split(":")[0])
def test_a_problem_says_where_it_is_and_what_to_write(mistake: dict[str, str]) -> None:
    text = changed(mistake["-"], mistake["+"])
    line = mistake.get("@", mistake["+"]).rstrip("\n").split("\n")[-1]

    found = {f"{problem.key}: {problem.message}": problem for problem in problems(text)}

    assert (["", *text.split("\n")])[found[mistake["told"]].line] == line


def test_all_problems_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = changed('prefix = "MTTQ"', 'prefix = "m"').replace("month = 11", "month = 0")
    text = text.replace('key = "aims"', 'key = "Aims"').replace("least = 20", 'least = "20"')

    found = problems(text)

    assert [problem.key for problem in found] == [
        "prefix",
        "boxes[1].least",
        "boxes[2].key",
        "stages[1].month",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('key = "name"\ntype = "name"', 'key = "name"\ntype = "naem"'),
        ('code = "register"', "code = 1"),
        ('type = "choice"', "type = true"),
        ("month = 10", 'month = "10"'),
        ('label = "Cả phường"', "label = 1"),
        ("khu_dan_cu = 2", 'khu_dan_cu = "2"'),
    ],
)
def test_one_mistake_is_one_problem(old: str, new: str) -> None:
    assert len(problems(changed(old, new))) == 1


def test_an_empty_file_lacks_every_section() -> None:
    found = [(problem.line, problem.key, problem.message) for problem in problems("")]

    assert found == [
        (0, "code", "code is missing; write a text in quotes."),
        (0, "title", "title is missing; write a text in quotes."),
        (0, "prefix", "prefix is missing; write a text in quotes."),
        (0, "office", "office is missing; write a section with its own keys."),
        (0, "kinds", "kinds is missing; write sections, each headed by its name in [[ ]]."),
        (0, "boxes", "boxes is missing; write sections, each headed by its name in [[ ]]."),
        (0, "stages", "stages is missing; write sections, each headed by its name in [[ ]]."),
        (
            0,
            "unit_types",
            "unit_types is missing; write a section of names, = and a text in quotes.",
        ),
        (
            0,
            "quotas",
            "quotas is missing; write a section of names, = and a whole number without quotes.",
        ),
    ]


def test_sections_with_nothing_in_them_are_not_enough() -> None:
    kinds = SOUND[SOUND.index("[[kinds]]") : SOUND.index("[[boxes]]")]
    units = SOUND[SOUND.index("[unit_types]") : SOUND.index("[[kinds]]")]
    bare = SOUND.replace(kinds, "").replace('covered = ["khu_dan_cu"]\n', "")
    text = "kinds = []\n" + bare.replace(units, "[unit_types]\n[quotas]\n")

    found = {problem.key: problem.message for problem in problems(text)}

    assert found == {
        "kinds": "Nothing can be registered; write at least one section [[kinds]].",
        "unit_types": 'No type of unit is written; add one, such as chi_bo = "Chi bộ cơ sở".',
    }


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ("office = 1", "office", "This is 1; write a section with its own keys."),
        ("quotas = []", "quotas", "This is a list; write a section of names, = and a whole number"),
        (
            "[kinds]",
            "kinds",
            "This is a section; write sections, each headed by its name in [[ ]].",
        ),
        ("kinds = [5]", "kinds[0]", "This is 5; write a section with its own keys."),
    ],
)
def test_a_section_of_another_shape_is_a_problem(text: str, key: str, message: str) -> None:
    found = {problem.key: problem for problem in problems(text)}

    assert found[key].message.startswith(message)
    assert found[key].line == 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('code = "x"\ntitle = Dân vận', 2, "Invalid value (at line 2, column 9)"),
        ('code = "x"\ncode = "y"\n', 2, "Cannot overwrite a value (at line 2, column 11)"),
        ("until = 17:00\n", 1, "Expected newline or end of document after a statement"),
        ('\ncode = """x\n\n', 4, "Unterminated string (at end of document)"),
    ],
)
def test_what_is_not_toml_is_one_problem_at_its_line(text: str, line: int, message: str) -> None:
    (problem,) = problems(text)

    assert (problem.line, problem.key) == (line, "")
    assert message in problem.message
    assert problem.message.endswith(
        "write texts in quotes, times as 17:00:00 and dates as 2024-03-29."
    )


def test_words_that_look_like_keys_do_not_shift_lines() -> None:
    hint = '"""\n[[boxes]]\nleast = 3\n# """\n'
    text = changed('hint = "Nêu vấn đề thực tế cần giải quyết."\n', f"hint = {hint}")
    text = text.replace("least = 20", "least = -20 # least = 4")

    (problem,) = problems(text)

    assert problem.key == "boxes[1].least"
    assert text.split("\n")[problem.line - 1] == "least = -20 # least = 4"


def test_a_missing_key_is_told_at_the_head_of_its_own_section() -> None:
    text = changed('question = "Bắt đầu ngày nào?"\n', "")

    (problem,) = problems(text)

    assert text.split("\n")[problem.line - 1 : problem.line + 1] == ["[[boxes]]", 'key = "starts"']


def test_a_problem_is_shown_as_a_compiler_would() -> None:
    with pytest.raises(ProgrammeError) as error:
        read_programme(changed('prefix = "MTTQ"', 'prefix = "m"'), file="ward.toml")

    assert str(error.value) == (
        "ward.toml:5: prefix: A prefix is two to five capital letters A to Z, such as DVK."
    )
