"""Kind, field and state of an entry, as old registers write them."""

from collections.abc import Iterable, Mapping

from rules.entry import State
from rules.fold import words
from rules.programme import Kind, Programme
from rules.refused import Refused

_STATES: Mapping[State, str] = {
    "sent": "da gui|da dang ky|dang ky|dang ky moi|cho xac nhan",
    "confirmed": "da xac nhan|don vi da xac nhan|don vi xac nhan",
    "accepted": "da tiep nhan|tiep nhan|ban da tiep nhan|da nhan|ban da nhan|van phong da nhan"
    "|da duyet|da vao so|dang thuc hien|duy tri|dang duy tri|khong cong nhan|chua cong nhan",
    "recognised": "da cong nhan|cong nhan|duoc cong nhan|da duoc cong nhan|dat"
    "|hieu qua|co hieu qua",
    "returned": "can bo sung|bo sung|tra lai|cho bo sung",
    "withdrawn": "da rut|rut|da rut lai|thoi dang ky|da thoi",
}
_ENTRIES = {"dien hinh": "exemplar", "mo hinh": "model"}
_SUBJECTS = {"ca nhan": "individual", "tap the": "collective"}
_ORIGINS = {
    "nhan rong": "replicate", "duy tri": "maintain", "huong ung": "adopt", "phat dong": "adopt",
    "moi": "new", "dang ky moi": "new",
}  # fmt: skip


def read_kind(said: str, programme: Programme, *, person: bool) -> Kind:
    """Return the kind meant: its label, or "điển hình cá nhân", "tập thể, duy trì", "" for most.

    What is not said is a new model of a collective, of an individual where a `person` is named.
    Refused "entry-kind" when the words mean none of the programme's kinds.
    """
    typed = " ".join(words(said))
    named = [k for k in programme.kinds if typed in {" ".join(words(k.label)), k.code}]
    if named:
        return named[0]
    subject = "individual" if person else "collective"
    try:
        wanted = (
            _one(typed, _ENTRIES, "model"),
            _one(typed, _SUBJECTS, subject),
            _one(typed, _ORIGINS, "new"),
        )
    except ValueError:
        wanted = ("", "", "")
    fits = [k for k in programme.kinds if (k.entry, k.subject, k.origin) == wanted]
    if not fits or (typed and not _says_any(typed)):
        raise Refused("entry-kind", kinds=_listed(k.label for k in programme.kinds))
    return fits[0]


def read_field(said: str, programme: Programme) -> str:
    """Return the code of the field meant; Refused "entry-field" for one the programme has not."""
    typed = " ".join(words(said))
    for choice in programme.fields:
        names = (choice.code, choice.label, choice.short, *choice.also)
        if typed in {" ".join(words(name)) for name in names}:
            return choice.code
    raise Refused("entry-field", fields=_listed(choice.label for choice in programme.fields))


def read_state(said: str) -> State:
    """Return the state meant; Refused "entry-state" for a word that is none."""
    typed = " ".join(words(said))
    for state, spellings in _STATES.items():
        if typed in spellings.split("|"):
            return state
    raise Refused("entry-state")


def _one(typed: str, meanings: Mapping[str, str], default: str) -> str:
    """Return what the words mean of this, else the default; ValueError for two at once."""
    found = {meaning for word, meaning in meanings.items() if f" {word} " in f" {typed} "}
    if len(found) > 1:
        raise ValueError(typed)
    return found.pop() if found else default


def _says_any(typed: str) -> bool:
    known = (*_ENTRIES, *_SUBJECTS, *_ORIGINS)
    return any(f" {word} " in f" {typed} " for word in known)


def _listed(labels: Iterable[str]) -> str:
    return "; ".join(labels)
