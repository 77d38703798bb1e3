"""The first page of a document as it comes out of a printer, where the machine can make one."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.guide.small import small

_DPI = "96"


def printed(content: bytes, ending: str, *, width: int) -> bytes | None:
    """Return a picture of the first page; None without LibreOffice and pdftoppm."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"giay.{ending}")
        file.write_bytes(content)
        if ending != "pdf":
            convert = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder)
            _run(*convert, str(file), home=folder)
        first = ("-png", "-r", _DPI, "-f", "1", "-l", "1", "-singlefile")
        _run("pdftoppm", *first, f"{folder}/giay.pdf", f"{folder}/giay", home=folder)
        return small(Path(folder, "giay.png").read_bytes(), width=width)


def _run(*command: str, home: str) -> None:
    env = {"HOME": home, "PATH": "/usr/bin:/bin"}
    subprocess.run(command, env=env, check=True, capture_output=True)
