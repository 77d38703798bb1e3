"""What the templates of tables say: headings, one example, and how each column is filled in."""

from collections.abc import Iterable
from dataclasses import dataclass

from conversations.levels import say_level
from conversations.situation import Translate
from rules.file_commands import Of
from rules.programme import Programme
from rules.ratings import LEVELS


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: its heading, what an invented row has there, and how it is filled in."""

    heading: str
    example: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The words of a template; `guide` is the sheet that explains, under its two headings."""

    sheet: str
    columns: tuple[TemplateColumn, ...]
    guide: str
    guide_head: tuple[str, str]


def template_words(of: Of, programme: Programme, _: Translate) -> TemplateWords:
    """Return the words of a template; types, kinds and fields are those of the programme.

    The first cell of the example says that it is one; an import leaves such a row out.
    """
    sheets: dict[Of, str] = {
        "units": _("Units"),
        "contacts": _("Contacts"),
        "entries": _("Earlier registers"),
        "ratings": _("Ratings"),
    }
    columns = _COLUMNS[of](programme, _)
    guide_head = (_("Column"), _("How to fill it in"))
    return TemplateWords(sheets[of], columns, _("How to fill it in"), guide_head)


def _units(programme: Programme, _: Translate) -> tuple[TemplateColumn, ...]:
    types = _one_of((label for _code, label in programme.unit_types), _)
    key = _("A key of the unit's own, so that nothing is doubled next time; may stay empty.")
    parent = _("Key or name of the unit right above; empty for the highest one.")
    members = _("One number. Where it is not exact: “khoảng 50”, “hơn 4.600”.")
    staff = _("Full name of the officer of the office who looks after this unit; may stay empty.")
    return (
        TemplateColumn(_("Unit key"), _example(_), key),
        TemplateColumn(
            _("Unit name"), "Đảng bộ Sở Giao thông vận tải", _("Its full name; needed.")
        ),
        TemplateColumn(_("Short name"), "ĐB Sở GTVT", _("What it is called every day.")),
        TemplateColumn(_("Type of unit"), "Đảng bộ cơ sở", types),
        TemplateColumn(_("Unit above"), "Đảng ủy Khối", parent),
        TemplateColumn(
            _("Address"), "phường Đồng Tâm", _("Commune or ward where it has its seat.")
        ),
        TemplateColumn(_("Number of Party members"), "khoảng 50", members),
        TemplateColumn(_("Officer in charge"), "Nguyễn Thị Hạnh", staff),
    )


def _contacts(_programme: Programme, _: Translate) -> tuple[TemplateColumn, ...]:
    position = _("Position in this unit. Somebody with several positions has a row for each.")
    role = _("Empty for a contact; otherwise one of: thành viên, văn phòng, quản trị.")
    telegram = _("The person's Telegram number if you know it; no phone number.")
    phone = _("A mobile number, for example 0912 000 001.")
    return (
        TemplateColumn(_("Unit key"), _example(_), _key(_)),
        TemplateColumn(_("Unit"), "Đảng bộ Sở Giao thông vận tải", _unit(_)),
        TemplateColumn(_("Full name"), "Giàng A Páo", _("The full name with its marks; needed.")),
        TemplateColumn(_("Position held"), "Phó Bí thư", position),
        TemplateColumn(_("Phone number"), "0912 000 001", phone),
        TemplateColumn(_("Role"), "đầu mối", role),
        TemplateColumn("Telegram", "100000001", telegram),
    )


def _entries(programme: Programme, _: Translate) -> tuple[TemplateColumn, ...]:
    kinds = _one_of((kind.label for kind in programme.kinds), _)
    fields = _one_of((field.label for field in programme.fields), _)
    name = _("The full name, quotation marks as in the document; needed.")
    content = _("What is done and how, in a few sentences.")
    kind = _("Kind (collective, individual; new, maintained, replicated)")
    states = ("đã gửi", "đã xác nhận", "đã tiếp nhận", "đã công nhận", "cần bổ sung", "đã rút")
    day = _("Day, month, year, for example 15/03/2024.")
    person = _("Full name, for what one person does; otherwise empty.")
    return (
        TemplateColumn(
            _("Year"), _example(_), _("Year of the register, for example 2024; needed.")
        ),
        TemplateColumn(_("Unit key"), "", _key(_)),
        TemplateColumn(_("Unit"), "Đảng bộ Sở Giao thông vận tải", _unit(_)),
        TemplateColumn(_("Name of the model"), "“Cổng trường an toàn giao thông”", name),
        TemplateColumn(kind, "tập thể, mới", kinds),
        TemplateColumn(_("Address"), "phường Đồng Tâm", _("Where it is done.")),
        TemplateColumn(_("Field"), "Văn hóa – xã hội", fields),
        TemplateColumn(_("Content"), "Vận động phụ huynh xếp hàng khi đón con.", content),
        TemplateColumn(_("State"), "đã công nhận", _one_of(states, _)),
        TemplateColumn(_("Day received"), "15/03/2024", day),
        TemplateColumn(_("Individual"), "", person),
    )


def _ratings(_programme: Programme, _: Translate) -> tuple[TemplateColumn, ...]:
    levels = (say_level(level, _) for level in LEVELS)
    return (
        TemplateColumn(_("Year"), _example(_), _("Year of the rating, for example 2020; needed.")),
        TemplateColumn(_("Unit key"), "", _key(_)),
        TemplateColumn(_("Unit"), "Đảng bộ Sở Giao thông vận tải", _unit(_)),
        TemplateColumn(_("Rating"), "hoàn thành tốt nhiệm vụ", _one_of(levels, _)),
    )


_COLUMNS = {"units": _units, "contacts": _contacts, "entries": _entries, "ratings": _ratings}


def _example(_: Translate) -> str:
    return _("Example – delete this row")


def _key(_: Translate) -> str:
    return _("As in the list of units; without keys write the name under the next heading.")


def _unit(_: Translate) -> str:
    return _("Name of the unit as in the list of units.")


def _one_of(words: Iterable[str], _: Translate) -> str:
    return _("One of: {words}.").format(words="; ".join(words))
