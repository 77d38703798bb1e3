"""What is asked of the assistant that it does not do, heard even where free words are asked for.

Only where it is all that is said: in what people write of their models the same words are content.
"""

from collections.abc import Sequence

from rules.fold import words

LONGEST = 12  # words; more is a text that somebody writes
NAME = 5  # words at most that a name behind "đồng chí" has

# Of the act that answers: what it is about. Fees, discipline, personnel, votes, attendance.
_ASKED = {
    "not-ours": """đảng phí, kỷ luật, kỷ luật đảng, nhân sự, bổ nhiệm, miễn nhiệm, luân chuyển,
        quy hoạch cán bộ, kết nạp đảng, chuyển đảng chính thức, chuyển sinh hoạt,
        chuyển sinh hoạt đảng, kiểm điểm, kiểm điểm cá nhân, điểm danh, chấm công, biểu quyết,
        bỏ phiếu, lấy phiếu tín nhiệm, bầu cử, bầu chi ủy, bầu bí thư, hồ sơ đảng viên""",
    "documents": """nghị quyết, biên bản, tài liệu họp, tài liệu sinh hoạt, tài liệu cuộc họp,
        tài liệu của đảng, văn kiện, dự thảo nghị quyết, dự thảo biên bản""",
}
# Words that may stand before it and behind it without making it another matter.
_BEFORE = set(
    words("""em tôi mình trợ lý ơi nhờ xin cho giúp muốn cần hỏi về việc làm sao cách để đóng nộp
        thu tiền gửi lấy tải xem ghi bị xử lý thi hành đề nghị hướng dẫn báo cáo công tác mở""")
)
_BEHIND = set(
    words("""tháng quý năm lần kỳ tuần này sau trước họp cuộc buổi sinh hoạt chi bộ đảng ủy của
        hôm nay mai thế nào như ở đâu bao nhiêu được không chưa ạ nhé nha với giúp đây qua lên
        online trực tuyến tôi em mình đảng viên xin đóng nộp thu""")
)
_WANTED = {"xin", "xem", "lay", "tai", "can", "muon"}  # who wants one does not send one
_OF_A_PERSON = (["dong", "chi"], ["dang", "vien"])


def declined(text: str) -> str:
    """Return the act that answers what is asked, where it is nothing for us; else ""."""
    said = words(text)
    if len(said) > LONGEST:
        return ""
    found = [
        (len(phrase), act)
        for act, phrases in _PHRASES.items()
        for phrase in phrases
        if _is_all(said, phrase)
    ]
    act = max(found)[1] if found else ""
    return "not-ours" if act == "documents" and not _WANTED.isdisjoint(said) else act


def _is_all(said: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(
        said[at : at + size] == phrase
        and _BEFORE.issuperset(said[:at])
        and _is_behind(said[at + size :])
        for at in range(len(said) - size + 1)
    )


def _is_behind(rest: Sequence[str]) -> bool:
    for at in range(len(rest) - 1):
        if rest[at : at + 2] in _OF_A_PERSON and len(rest) - at - 2 <= NAME:
            rest = rest[:at]
            break
    return all(word in _BEHIND or word.isdecimal() for word in rest)


_PHRASES = {
    act: [words(phrase) for phrase in phrases.split(",")] for act, phrases in _ASKED.items()
}
