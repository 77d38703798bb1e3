"""Which role a list gives somebody, in the words lists have for it."""

from collections.abc import Mapping

from rules.fold import words
from rules.person import Role
from rules.refused import Refused

_WORDS: Mapping[Role, str] = {
    "officer": "dau moi|can bo dau moi|nguoi dau moi|xac nhan|can bo xac nhan|officer",
    "office": "van phong|ban|van phong ban|can bo ban|chuyen vien ban|co quan thuong truc"
    "|thuong truc|chuyen vien|can bo phu trach|office",
    "admin": "quan tri|quan tri vien|quan tri he thong|admin",
    "member": "thanh vien|dang vien|can bo dang vien|hoi vien|doan vien|member",
}


def read_role(said: str) -> Role:
    """Return the role meant; Refused "role" for a word that is none."""
    typed = " ".join(words(said))
    for role, spellings in _WORDS.items():
        if typed in spellings.split("|"):
            return role
    raise Refused("role")
