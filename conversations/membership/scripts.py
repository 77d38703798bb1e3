"""The conversations about the people of units, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.membership.change_role import change_role
from conversations.membership.end_membership import end_membership
from conversations.membership.replace_member import replace_member
from conversations.membership.typed_units import admit_unit, identify_unit
from dialog.turn import Script

MEMBERSHIP: Mapping[str, Script] = {
    "change-role": change_role,
    "end-membership": end_membership,
    "replace-member": replace_member,
    "identify-unit": identify_unit,
    "admit-unit": admit_unit,
}
