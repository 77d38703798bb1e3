"""A province invented for measuring: communes, units, contacts, and a register of one year."""

from rules.table import Table

_FIELDS = ("KT", "VHXH", "QPAN", "XDĐ")


def units(communes: int, below: int) -> Table:
    """Return a list of communes, each with as many cells below it, below one committee."""
    rows: list[tuple[str, ...]] = [
        ("Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Đơn vị cấp trên", "Số đảng viên")
    ]
    rows.append(("T", "Đảng ủy tỉnh", "Đảng bộ cơ sở", "", "hơn 4.600"))
    for commune in range(communes):
        name = f"Đảng ủy xã {commune}"
        rows.append((f"X{commune}", name, "Đảng bộ cơ sở", "Đảng ủy tỉnh", "120"))
        rows += [
            (f"X{commune}-{n}", f"Chi bộ bản {n}", "Chi bộ cơ sở", name, "khoảng 12")
            for n in range(below)
        ]
    return _table(rows)


def contacts(communes: int, below: int, *, each: int) -> Table:
    """Return so many contacts of each cell."""
    rows: list[tuple[str, ...]] = [("Mã đơn vị", "Đơn vị", "Họ và tên", "Chức vụ", "Số điện thoại")]
    cells = [(commune, n) for commune in range(communes) for n in range(below)]
    for place, (commune, n) in enumerate(cells):
        rows += [
            (
                *(f"X{commune}-{n}", f"Chi bộ bản {n}", f"{_name(place * each + who)}"),
                *("Bí thư chi bộ", f"09{place * each + who:08d}"),
            )
            for who in range(each)
        ]
    return _table(rows)


def entries(count: int, communes: int) -> Table:
    """Return a register of 2021 with so many models, spread over the communes."""
    rows: list[tuple[str, ...]] = [
        ("Năm", "Đơn vị", "Tên mô hình", "Loại", "Địa chỉ", "Lĩnh vực", "Nội dung", "Ngày nhận")
    ]
    rows += [
        (
            *("2021", f"Đảng ủy xã {n % communes}", f"Tổ tự quản bảo vệ môi trường số {n}"),
            *("mô hình tập thể, mới", f"xã {n % communes}", _FIELDS[n % len(_FIELDS)]),
            *("Mười hộ cùng dọn đường làng vào sáng thứ Bảy hằng tuần. " * 3, "5/3/2021"),
        )
        for n in range(count)
    ]
    return _table(rows)


def _name(number: int) -> str:
    family = ("Giàng", "Vàng", "Lò", "Hoàng", "Nguyễn", "Trần", "Sùng")[number % 7]
    return f"{family} A {_spelt(number)}"


def _spelt(number: int) -> str:
    return "".join("abcdeghikl"[int(digit)] for digit in str(number)).capitalize()


def _table(rows: list[tuple[str, ...]]) -> Table:
    return Table("S", tuple(rows), tuple(range(1, len(rows) + 1)))
