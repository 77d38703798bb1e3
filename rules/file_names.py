"""Names of files that fit every system people save them on."""

import re

from rules.clean import clean

MOST = 100
_UNFIT = re.compile(r'[\\/:*?"<>|\n\t;%]+')


def file_name(name: str) -> str:
    """Return the name without what systems or headers would take for something else.

    At most 100 characters, its ending kept; "tệp" for what is nothing but that.
    """
    fit = " ".join(_UNFIT.sub(" ", clean(name)).split()).strip(" .")
    stem, dot, ending = fit.rpartition(".")
    if len(fit) > MOST:
        fit = f"{(stem or ending)[: MOST - len(ending) - 1]}{dot}{ending}" if stem else fit[:MOST]
    return fit[:MOST] or "tệp"
