"""Acts to be cut off: models launched from above, plans, targets, ratings."""

from tests.bot.cuts import Act

KHOI, TWELVE = "programmes/yen-bai-khoi.toml", "tests/rules/programmes/twelve-targets.toml"
RATINGS = """(xep-loai.csv) Đơn vị;Năm;Xếp loại
Chi bộ bản Suối Đá;2020;HTXSNV
Hội Nông dân phường Thường Thạnh;2020;tốt"""
TO_LAUNCH = ("mô hình phát động", "[Mở: Tuyên truyền]")
OPEN = "Đã có, mở cho các đơn vị"

ADOPTED = (
    Act(
        "launch",
        "hanh",
        TO_LAUNCH,
        OPEN,
        "SELECT l.model, a.person FROM launches l JOIN announced a ON a.launch = l.id",
        [],
        [("happy-workplace", "pao")],
        ("Đã phát động",),
        programme=KHOI,
    ),
    Act(
        "read-launch",
        "pao",
        tuple(f"hanh: {line}" for line in (*TO_LAUNCH, f"[{OPEN}]", "(2 phút sau)")),
        "Đã rõ",
        "SELECT person FROM announced WHERE read_at > 0",
        [],
        [("pao",)],
        ("Cảm ơn đồng chí",),
        alien=False,
        programme=KHOI,
    ),
    Act(
        "take-up-with-a-plan",
        "pao",
        (
            "dk",
            "[Thực hiện mô hình của Đảng ủy Khối]",
            "Kế hoạch số 12-KH/CB",
            "bản Suối Đá",
            "htct",
            "Chi bộ hướng dẫn 40 đảng viên dùng sổ tay điện tử.",
        ),
        "Gửi",
        "SELECT e.source, p.model, p.words FROM entries e JOIN plans p ON p.unit = e.unit",
        [],
        [("launched:digital", "digital", "Kế hoạch số 12-KH/CB")],
        ("ĐÃ NHẬN",),
        alien=False,
        programme=KHOI,
    ),
    Act(
        "keep-plan",
        "pao",
        ("đã có kế hoạch",),
        "» Kế hoạch số 12-KH/CB",
        "SELECT unit, model, words, by_person FROM plans",
        [],
        [("suoi-da", "digital", "Kế hoạch số 12-KH/CB", "pao")],
        ("^Đã ghi kế hoạch của Chi bộ bản Suối Đá",),
        alien=False,
        programme=KHOI,
    ),
    Act(
        "mark-target",
        "hanh",
        ("chỉ tiêu chương trình", "[Đã đạt: Ban hành kế hoạch năm]"),
        "Đã đạt",
        "SELECT target FROM targets_met",
        [],
        [("plan",)],
        ("Đã ghi là đạt",),
        programme=TWELVE,
    ),
    Act(
        "import-ratings",
        "hanh",
        (RATINGS, "[Nhập xếp loại]", "[Đúng rồi]"),
        "Nhập vào sổ",
        "SELECT unit, year, rating FROM ratings",
        [],
        [("nong-dan", 2020, "good"), ("suoi-da", 2020, "excellent")],
        ("Đã nhập: 2 kết quả xếp loại",),
    ),
)
