"""Short forms of the field and what they stand for, understood both ways."""

from collections.abc import Sequence
from typing import TypeAlias

# Each line is one thing, in folded words; "CQ&DN" is the two words cq dn.
_TABLE = """
dvk: dan van kheo
duk: dang uy khoi
cqdn: cq dn: co quan va doanh nghiep: co quan doanh nghiep
tccsd: to chuc co so dang
cbkm: chi bo kieu mau
stdvdt: dvdt: so tay dang vien dien tu
bdv: ban dan van
btgdv: ban tuyen giao va dan van: ban tuyen giao dan van
btv: ban thuong vu
bch: ban chap hanh
mttq: mttqvn: mat tran to quoc: mat tran to quoc viet nam
ccb: cuu chien binh
lhpn: lien hiep phu nu
ntm: nong thon moi
dtvm: do thi van minh
qcdc: quy che dan chu
vhxh: vh xh: van hoa xa hoi
qpan: qp an: quoc phong an ninh: an ninh quoc phong
xdd: xay dung dang
htct: he thong chinh tri
gtvt: giao thong van tai
atgt: an toan giao thong
cds: chuyen doi so
cchc: cai cach hanh chinh
tthc: thu tuc hanh chinh
ubnd: uy ban nhan dan
hdnd: hoi dong nhan dan
gddt: gd dt: giao duc va dao tao: giao duc dao tao
thcs: trung hoc co so
thpt: trung hoc pho thong
"""

Term: TypeAlias = tuple[str, ...]  # phrases of folded words, any of which will do

_MEANT: dict[str, Term] = {
    phrase: tuple(line.split(": "))
    for line in _TABLE.strip().splitlines()
    for phrase in line.split(": ")
}
_LONGEST = max(len(phrase.split()) for phrase in _MEANT)


def either_form(words: Sequence[str]) -> tuple[Term, ...]:
    """Return the folded words as terms, those of a short form or of what it stands for as one."""
    terms: list[Term] = []
    place = 0
    while place < len(words):
        phrase = next(
            (joined for length in range(_LONGEST, 0, -1)
             if (joined := " ".join(words[place : place + length])) in _MEANT),
            words[place],
        )  # fmt: skip
        terms.append((phrase, *(other for other in _MEANT.get(phrase, ()) if other != phrase)))
        place += len(phrase.split())
    return tuple(terms)
