"""What people write above the columns of their lists, folded."""

from collections.abc import Mapping

from rules.importing.columns import Kind

# Each paragraph is what a column holds, and the headings it goes by.
_UNITS = """
key: ma don vi, ma so don vi, ma dv, ma tccsd, ma to chuc, ma dinh danh, ma, ma so
name: don vi, ten don vi, ten tccsd, tccsd, to chuc co so dang, ten to chuc co so dang, ten to
  chuc dang, to chuc dang, dang bo chi bo, ten dang bo chi bo, chi bo dang bo, ten chi bo, ten
  dang bo, chi bo, dang bo, co quan, co quan don vi, ten co quan don vi, ten co quan, don vi cong
  tac, noi cong tac, don vi dang ky, tap the, dang bo chi bo co so, ten to chuc, co quan don vi
  dia phuong, dia phuong, ten, ten day du
short: ten ngan, ten viet tat, viet tat, ten goi tat, ten tat, ten thuong goi
type: loai don vi, loai hinh, loai, loai hinh to chuc, loai to chuc, loai hinh tccsd, loai tccsd,
  hinh thuc to chuc, cap to chuc, khoi
parent: don vi cap tren, truc thuoc, cap tren, cap tren truc tiep, thuoc, truc thuoc don vi, don
  vi chu quan, dang bo cap tren, don vi quan ly, to chuc cap tren, thuoc dang bo, truc thuoc dang
  bo, ma don vi cap tren, don vi cap tren truc tiep
place: dia chi, dia ban, noi dong, tru so, dia diem, dia chi tru so, noi hoat dong
members: so dang vien, so dv, tong so dang vien, tong so dv, dang vien, so luong dang vien, tong
  dang vien, sl dang vien, so luong dv
staff: can bo phu trach, chuyen vien phu trach, nguoi phu trach, phu trach, can bo theo doi,
  chuyen vien theo doi, dong chi phu trach, dc phu trach, can bo phu trach theo doi
"""
_CONTACTS = """
key: ma don vi, ma so don vi, ma dv, ma tccsd, ma to chuc, ma dinh danh, ma, ma so
unit: don vi, ten don vi, ten tccsd, tccsd, to chuc co so dang, ten to chuc co so dang, ten to
  chuc dang, to chuc dang, dang bo chi bo, ten dang bo chi bo, chi bo dang bo, ten chi bo, ten
  dang bo, chi bo, dang bo, co quan, co quan don vi, ten co quan don vi, ten co quan, don vi cong
  tac, noi cong tac, don vi dang ky, tap the, dang bo chi bo co so, ten to chuc, co quan don vi
  dia phuong, dia phuong
name: ho va ten, ho ten, ten, dc, d c, dong chi, ho va ten can bo, ten can bo, can bo, ho ten dong
  chi, ho ten can bo dau moi, dau moi, can bo dau moi, nguoi dau moi, ho va ten dau moi, ho ten
  dau moi, ten dau moi, ho va ten dong chi, ho ten can bo, nguoi lien he, ten nguoi lien he, ho va
  ten nguoi lien he
position: chuc vu, chuc danh, chuc vu cong tac, chuc vu chuc danh, nhiem vu, chuc vu dang
phone: so dien thoai, dien thoai, sdt, dt, so dt, dien thoai di dong, di dong, so di dong, dtdd,
  so dtdd, mobile, phone, tel, so dien thoai di dong, so dien thoai zalo, dien thoai lien he, so
  dien thoai lien he, zalo, so zalo
role: vai tro, quyen, phan quyen, quyen han
telegram: telegram, telegram id, id telegram, ma telegram, zalo telegram id, so telegram, tg id
since: tu ngay, ngay bat dau, ngay bo nhiem, ngay nhan nhiem vu, giu chuc tu ngay, dam nhiem tu
  ngay, tu ngay thang nam, bat dau tu ngay
"""
_ENTRIES = """
year: nam, nam dang ky, nam thuc hien, dot, nam cong nhan
key: ma don vi, ma so don vi, ma dv, ma tccsd, ma to chuc, ma dinh danh, ma, ma so
unit: don vi, ten don vi, ten tccsd, tccsd, to chuc co so dang, ten to chuc co so dang, ten to
  chuc dang, to chuc dang, dang bo chi bo, ten dang bo chi bo, chi bo dang bo, ten chi bo, ten
  dang bo, chi bo, dang bo, co quan, co quan don vi, ten co quan don vi, ten co quan, don vi cong
  tac, noi cong tac, don vi dang ky, tap the, dang bo chi bo co so, ten to chuc, co quan don vi
  dia phuong, dia phuong
name: ten mo hinh, mo hinh, ten mo hinh dien hinh, mo hinh dien hinh, ten dien hinh, ten, ten mo
  hinh dan van kheo, mo hinh dan van kheo, noi dung dang ky, ten goi, dien hinh, ten mo hinh dien
  hinh dan van kheo, mo hinh dien hinh dan van kheo
kind: loai, hinh thuc, hinh thuc dang ky, loai hinh, loai dang ky, phan loai
address: dia chi, dia ban, noi thuc hien, dia diem, dia diem thuc hien, dia ban thuc hien, dia chi
  thuc hien
field: linh vuc, thuoc linh vuc, linh vuc dang ky
content: noi dung, noi dung cach lam, cach lam, tom tat, noi dung tom tat, noi dung thuc hien, noi
  dung mo hinh, tom tat noi dung
state: trang thai, ket qua, tinh trang, ket qua cong nhan, ket qua xet
received: ngay nhan, ngay dang ky, ngay tiep nhan, ngay gui, thoi gian dang ky, ngay nop
person: ca nhan, ten ca nhan, ho ten ca nhan, ho va ten ca nhan, nguoi dang ky, ho va ten, ho ten,
  ca nhan dang ky
"""
_RATINGS = """
year: nam, nam xep loai, nam danh gia, nam danh gia xep loai
key: ma don vi, ma so don vi, ma dv, ma tccsd, ma to chuc, ma dinh danh, ma, ma so
unit: don vi, ten don vi, ten tccsd, tccsd, to chuc co so dang, ten to chuc co so dang, ten to
  chuc dang, to chuc dang, dang bo chi bo, ten dang bo chi bo, chi bo dang bo, ten chi bo, ten
  dang bo, chi bo, dang bo, co quan, co quan don vi, ten co quan don vi, ten co quan, tap the, dang
  bo chi bo co so, ten to chuc, ten, don vi duoc xep loai
rating: xep loai, muc xep loai, ket qua xep loai, danh gia xep loai, ket qua danh gia, ket qua danh
  gia xep loai, muc do hoan thanh, muc do hoan thanh nhiem vu, loai, ket qua, danh gia, phan loai,
  ket qua phan loai, xep loai chat luong, chat luong, muc chat luong
"""
# The number of a row and remarks: never anything we hold.
IGNORED = {"stt", "tt", "so tt", "so thu tu", "ghi chu", "no", "ky nhan", "ghi chu khac"}


def _read(text: str) -> Mapping[str, tuple[str, ...]]:
    paragraphs = text.strip().replace("\n ", "").split("\n")
    parts = (paragraph.partition(": ") for paragraph in paragraphs)
    return {key: tuple(map(str.strip, headings.split(","))) for key, _, headings in parts}


HEADINGS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    "units": _read(_UNITS),
    "contacts": _read(_CONTACTS),
    "entries": _read(_ENTRIES),
    "ratings": _read(_RATINGS),
}
