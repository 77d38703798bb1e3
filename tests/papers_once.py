"""Papers of the same data are made once: each is made in a process of its own, which takes long."""

import sys
from pathlib import Path

import pytest

_ANEW = """#!/bin/sh
# Stands in for `python -m MODULE` where the paper itself is not what is tested.
asked={folder}/asked.$$
cat > "$asked"
made={folder}/$2-$(sha256sum < "$asked" | cut -c 1-64)
[ -f "$made" ] || {{ {python} "$@" < "$asked" > "$asked.made" && mv "$asked.made" "$made"; }}
ended=$?
rm -f "$asked" "$asked.made"
[ $ended = 0 ] && cat "$made"
exit $ended
"""


@pytest.fixture(scope="session")
def _maker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    script = folder / "python"
    script.write_text(_ANEW.format(folder=folder, python=sys.executable), "utf-8")
    script.chmod(0o700)
    return script


@pytest.fixture
def papers_once(_maker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a paper that was made of the same data before be taken for the one that is wanted."""
    monkeypatch.setattr(sys, "executable", str(_maker))
