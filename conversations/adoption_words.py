"""How far units are with the models launched to them, as the office reads it."""

from conversations.situation import Form, Translate
from conversations.states import say_names
from rules.adoption_requests import Adopting, LaunchNow
from rules.numbers import say_percent
from rules.programme import Launched
from rules.progress import Progress
from rules.summary import Adoption

_SEVERAL = 2


def say_adoption(form: Form, now: Adopting, _: Translate) -> list[str]:
    """Return a paragraph for each launched model, and one for all of those that are open."""
    far = {model.code: model for model in now.models}
    launches = {launch.model: launch for launch in now.launches}
    parts = [
        _model(model, far.get(model.code), launches.get(model.code), _)
        for model in form.programme.launched
    ]
    if len(far) >= _SEVERAL:
        text = _("All {count} models together: {done} of {of} units carry them out ({rate}).")
        done = now.adopted_all  # who is left stands above
        rate = say_percent(done.rate)
        parts.append(text.format(count=len(far), done=done.done, of=done.of, rate=rate))
    return parts


def _model(model: Launched, far: Adoption | None, launch: LaunchNow | None, _: Translate) -> str:
    if far is None:
        text = _("“{name}”\n• Not open yet, asked of nobody: {when}")
        return text.format(name=model.name, when=model.opens_when)
    adopted = _("• {done} of {of} units carry it out ({rate}).")
    planned = _("• {done} of {of} units have a plan ({rate}).")
    none = _("Without a plan: {names}.")
    lines = [
        f"“{model.name}”",
        _progress(adopted, far.adopted, _),
        _progress(planned, far.planned, _, left=none),
        *(_launch(launch, _) if launch else ()),
    ]
    return "\n".join(lines)


def _progress(text: str, far: Progress, _: Translate, *, left: str = "") -> str:
    said = text.format(done=far.done, of=far.of, rate=say_percent(far.rate))
    if not far.left or not far.done:  # where nobody has done it, names tell nothing
        return said
    return f"{said} {(left or _('Not yet: {names}.')).format(names=say_names(far.left, _))}"


def _launch(launch: LaunchNow, _: Translate) -> list[str]:
    """Return how far the launch message got, and who has to be called."""
    lines = [
        _("• Told {told} contacts, {read} say they know.").format(
            told=launch.told, read=launch.read
        )
    ]
    if launch.unread:
        text = _("• Nobody of {count} units has said so: {names}.")
        lines.append(text.format(count=len(launch.unread), names=say_names(launch.unread, _)))
    if launch.unreached:
        lines.append(say_unreached(launch.unreached, _))
    return lines


def say_unreached(names: tuple[str, ...], _: Translate) -> str:
    """Return which units nobody of whom can be told by the assistant."""
    text = _("• Nobody of {count} units is with the assistant (to be called): {names}.")
    return text.format(count=len(names), names=say_names(names, _))
