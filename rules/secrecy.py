"""Signs of a secret document: a stamp or a whole phrase, never a word that only looks like one."""

import re
import unicodedata

_CLAUSE_END = re.compile(r"[^\w\s]+")
_MAT = r"mật\b(?! (?:ong|độ|hoa|mía|rừng|ngọt|khẩu|thiết)\b)"
_PAPER = "tài liệu|văn bản|công văn|hồ sơ|dấu(?: chỉ)?"
_PHRASE = re.compile(
    rf"\b(?:{_PAPER})(?: có)?(?: mức)?(?: độ)?(?: tối| tuyệt)? {_MAT}"
    rf"|\b(?:nội dung|thông tin|mức|độ|loại|thuộc|là) (?:tối|tuyệt) {_MAT}"
    # Guarding state secrets is a subject many models have.
    r"|(?<!bảo vệ )(?<!giữ )(?<!giữ gìn )\bbí mật nhà nước\b"
    r"|(?<!bao ve )(?<!giu )(?<!giu gin )\bbi mat nha nuoc\b",
)
_SET_OFF = re.compile(r"(?:độ )?(?:tối |tuyệt )mật|độ mật|.*\b(?:tai lieu|cong van)(?: tuyet)? mat")
_STAMP = re.compile(r"MẬT|(?:DO MAT )?(?:TOI|TUYET) MAT|DO MAT(?: MAT)?")
_IN_CAPITALS = re.compile(r"(?<!BUỔI )(?<!MỖI )(?<!BAN )\b(?:TỐI|TUYỆT) MẬT\b(?! (?:ONG|ĐỘ)\b)")


def looks_secret(text: str) -> bool:
    """Say whether `text` bears a stamp of secrecy or speaks of a secret document.

    Without marks only what can mean nothing else counts: honey, density and the Front never do.
    """
    return any(map(_is_marked, unicodedata.normalize("NFC", text).splitlines()))


def _is_marked(line: str) -> bool:
    clauses = [" ".join(clause.split()) for clause in _CLAUSE_END.split(line)]
    if _STAMP.fullmatch(" ".join(filter(None, clauses))):
        return True
    return any(
        _IN_CAPITALS.search(clause)
        or _SET_OFF.fullmatch(clause.lower())
        or _PHRASE.search(clause.lower())
        for clause in clauses
    )
