"""Registering the model of the newspaper: what people say and press, on whatever channel."""

from collections.abc import Awaitable, Callable

CODE = "N4T8HW"  # of Lê Thị Lan, chairwoman of the Hội Nông dân phường Thường Thạnh
NAME = "Tổ hợp tác nuôi lươn không bùn"
PLACE = "phường Thường Thạnh, thành phố Cần Thơ"
CONTENT = (
    "Hội Nông dân phường vận động mười hộ hội viên góp vốn nuôi lươn không bùn trong bể lót bạt, "
    "cùng mua giống, cùng bán, giúp nhau kỹ thuật; mỗi hộ thêm thu nhập, thêm việc làm."
)
RECEIPT = r"ĐÃ NHẬN đăng ký số (DVK-\d{4}-\d{4})"

Step = Callable[[str], Awaitable[object]]


async def tell(press: Step, say: Step, *, place: str = PLACE) -> None:
    """Go from consent to the receipt, step by step."""
    await press("Đồng ý")
    await say("Mô hình mới của tập thể")
    await say(NAME)
    await press(place)
    await press("Phát triển kinh tế")
    await say(CONTENT)
    await press("Gửi")
