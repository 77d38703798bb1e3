"""Sayings as people type them, and what they want by each; texts that want nothing."""

from collections.abc import Iterator

# What a contact of a unit wants.
CONTACT = """
unit: Đơn vị tôi | don vi toi | ĐƠN VỊ TÔI | donvitoi | /donvi
unit: đơn vị em đăng ký được mấy cái rồi ạ
unit: đơn vị tôi đăng ký mấy mô hình rồi | dk may mo hinh r | chi bo minh dk may mh roi
unit: còn thiếu mấy | con thieu may | còn thiếu mấy cái nữa em | CON THIEU MAY MO HINH
unit: đủ chỉ tiêu chưa | đủ chưa em | chỉ tiêu năm nay của chi bộ là mấy | chi tieu cb minh bn
unit: chi bộ tôi đã đăng ký chưa nhỉ | đã đăng ký chưa | bên em dk chưa | bên mình đăng ký r chưa
unit: tình hình đăng ký của đơn vị | tình hình đơn vị | tiến độ | phải làm gì nữa | làm gì tiếp
unit: đơn vị tôi sao rồi | chi bộ mình thế nào rồi | việc tiếp theo là gì | phải đăng ký mấy mô hình
unit: cho hỏi chi bộ em còn thiếu không | dv toi dk bao nhieu mo hinh | chỉ tiêu
deadlines: hạn chót đăng ký khi nào | han chot dk khi nao | hạn chót là ngày nào | HẠN ĐĂNG KÝ
deadlines: bao giờ hết hạn ạ? | khi nào hết hạn | bgio het han | hanchot | hanchotdangky la khi nao
deadlines: hạn nộp phiếu là hôm nào | hạn cuối | còn mấy ngày nữa | còn bao nhiêu ngày nữa hết hạn
deadlines: nộp chậm nhất hôm nào | muộn nhất ngày nào phải gửi | bao giờ phải nộp | khi nào đăng ký
deadlines: gửi đến ngày nào | còn kịp không em | đã quá hạn chưa | có gia hạn không | lùi hạn à
ask-extension: xin lùi hạn | xin gia hạn ạ | em xin lùi hạn đăng ký với | xin them thoi gian
deadline-history: ai đổi hạn thế | lịch sử đổi hạn | các lần đổi hạn
meetings: dự | dự họp | tôi dự | toi du hop | tôi vắng | không dự được | toi ban
meetings: đổi lịch | doi lich hop | dời lịch | hoãn lịch
meetings: lịch họp | hoãn họp | huy hop ngay 23/3 | dời họp sang thứ sáu | khi nào họp
meetings: lich hop chi bo | bao giờ họp | xin vắng họp được không
deadlines: hạn và lịch họp | thời hạn đăng ký mô hình | /han | trễ hạn r
quarter: quý này có việc gì | quy nay co viec gi | trong quý phải làm những việc gì | việc quý này
states: mô hình của tôi được công nhận chưa | mo hinh cua toi dc cong nhan chua | công nhận chưa
states: mh cua e dc cong nhan chx | bao giờ công nhận | khi nào có kết quả | có kết quả chưa
states: đã nhận được chưa | da nhan duoc chua | Ban nhận được chưa ạ
states: nhận được bài chưa | nhận chưa
states: đã duyệt chưa | duyệt chưa em ơi | xét chưa
states: mô hình của em sao rồi | đăng ký của tôi sao rồi
states: Ban đã tiếp nhận chưa | tiep nhan chua | đến đâu rồi | hồ sơ tới đâu rồi | kết quả thế nào
states: mô hình của tôi có được công nhận không | kết quả ra sao | xem chưa | trạng thái
help: sđt người phụ trách | sdt nguoi phu trach | cho em xin số điện thoại | cho xin sdt | gặp người
help: gap nguoi | tôi muốn gặp cán bộ | ai phụ trách vậy | gọi cho ai được | gọi ai bây giờ | hỏi ai
help: hướng dẫn tôi với | xin hướng dẫn | giúp tôi với
help: cần hỗ trợ | liên hệ ai | hotline | tổng đài
help: tôi không biết làm thế nào | nói chuyện với người thật | số điện thoại cán bộ phụ trách là gì
help: CHO TOI SO DIEN THOAI CHI HANH | cán bộ phụ trách | hướng dẫn | giup em voi a
mine: xem, sửa cái đã gửi | mo hinh cua toi dau | mô hình của tôi | xem lại | xem lại cái đã gửi
mine: sửa mô hình đã gửi | sua dang ky | tôi đã gửi mô hình rồi mà | em da gui roi | vừa gửi xong
mine: bản ghi dở đâu rồi | phiếu của tôi | đăng ký của tôi | rút mô hình đã gửi | /cuatoi
register: đăng ký | dk | muon dang ky | tôi muốn đăng ký mô hình | cho em đăng ký | dki
register: đăng ký thế nào | đăng ký như thế nào hả em | cách đăng ký | cần đăng ký | làm tiếp
register: tiếp tục | dk tiep | tiep tuc ghi
register: xin đăng ký dân vận khéo | đăng ký dvk ở đâu | ghi tiếp | gửi mô hình thì làm sao | dangky
new: đăng ký mới | dang ky moi | thêm một mô hình nữa | đăng ký thêm | tôi có mô hình mới
show: số 17 | so 17 | #17 | số 17 sao rồi | so 17 sao r | xem số 17 | DVK-2027-0017 | mã 17
show: số 17 đã được công nhận chưa | cái số 17 duyệt chưa | đăng ký số 17
correct: sửa số 17 | sua so 17 | sửa | sửa lại
withdraw: rút số 17 | rút đăng ký số 17 | rút | rút đăng ký
again: gửi đi | gửi | nộp | gửi lại
photos: gửi ảnh | thêm ảnh
form: lấy phiếu | in phiếu | lay phieu de in ky | em muốn in phiếu thì làm sao
blank-form: mẫu phiếu | phiếu trống | cho xin mẫu phiếu | mau phieu dang ky | /phieu
hand-form: gửi ảnh phiếu viết tay | đăng ký bằng giấy | phiếu viết tay | nộp bản giấy thế nào
say-sent: em đã nộp bản giấy | đã gửi bản giấy rồi ạ | da gui ban giay | bản giấy gửi rồi mà
snooze: nhắc lại tối nay | toi nay nhac lai | nhắc lại sáng mai nhé | mai nhac lai
mute: đừng nhắc nữa | dung nhac nua | không cần nhắc | thôi đừng nhắc tôi nữa
my-reminders: nhắc việc của tôi | đổi giờ nhắc | /nhacviec | gio nhac viec
remind-hour: nhắc tôi lúc 7 giờ tối | nhac toi luc 19h30 | nhắc lúc 7 rưỡi sáng
remind-early: nhắc tôi trước 14 ngày | nhac truoc 14 ngay
data: dữ liệu của tôi | xóa dữ liệu của tôi | thông tin cá nhân của tôi
members: thành viên | danh sách thành viên
not-ours: điểm danh | bieu quyet | kỷ luật đồng chí A | nộp đảng phí
documents: gửi biên bản họp | nghị quyết chi bộ | tai lieu hop | gửi dự thảo nghị quyết
not-ours: đóng phí ở đâu | đảng phí tháng này | xếp loại năm nay thế nào | chuyển sinh hoạt đảng
"""

# What only an office, or an officer of units below, can be shown: others see what is theirs.
NOT_FOR_MEMBERS = """
deadlines: đổi hạn | xin lùi hạn | ngày nghỉ
meetings: lịch tháng | lịch sinh hoạt các chi bộ
unit: bảng tổng hợp | ai chưa nộp | đơn vị nào chưa đăng ký | số liệu 16h | mô hình phát động
states: việc chờ | chờ duyệt
not-ours: xếp loại năm 2020
main: bàn làm việc | mã mời | nhập từ excel
"""

# What somebody of the office wants by the same ways of speaking.
OFFICE = """
schedule: lịch tháng | lich thang 4 | lịch sinh hoạt tháng sau | lịch sinh hoạt các chi bộ
schedule: thống nhất lịch | lich hop thang 4/2027 | chi bộ nào chưa đăng ký lịch sinh hoạt
change-deadline: đổi hạn | lùi hạn | gia hạn đến 26/3 | gia han | tạm dừng hạn | lùi tất cả 7 ngày
days-off: ngày nghỉ | lịch nghỉ | ngày nghỉ năm nay
table: bảng | bảng tổng hợp | 16h | cho bảng số liệu | toàn khối được bao nhiêu đơn vị rồi | số liệu
table: tỷ lệ đăng ký bao nhiêu phần trăm
table: ti le dang ky | tình hình chung | bang tong hop | thống kê
missing: ai chưa nộp | ai chua nop | ai chưa có | đơn vị nào chưa đăng ký | chi bộ nào còn thiếu
missing: AI CHUA GUI | danh sách chưa có | còn những đơn vị chưa nộp | aichuanop | ai chưa
waiting: việc chờ | việc chờ Ban xem | chờ duyệt | có gì chờ tiếp nhận không | viec cho
ratings: xếp loại năm 2020 | xep loai
launched: mô hình phát động | mở mô hình
targets: chỉ tiêu chương trình | mục tiêu của chương trình
gaps: thiếu bản giấy | chưa có bản giấy
paper-work: nhập hộ | bản giấy | nhập phiếu giấy
desk: bàn làm việc
codes: mã mời | làm mã mời
import: nhập từ excel | nhập dữ liệu
unit: đơn vị tôi | còn thiếu mấy
"""

# What must be taken for nothing at all.
NOTHING = """
mật ong | Nuôi ong lấy mật dưới tán rừng | nuoi ong lay mat | Tiếng kẻng bình yên | Chào cờ
Tổ hợp tác nuôi lươn không bùn | Tuyến đường hoa | Camera an ninh | Nụ cười một cửa
Cơ quan không giấy | Chi bộ vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ
Vận động 12 hộ cùng làm, mỗi hộ góp 5 đàn, cuối năm bán mật chung và lập quỹ
Mặt trận và Công an xã vận động các hộ giữ gìn trật tự sau 22 giờ
Chi bộ hướng dẫn 40 đảng viên dùng sổ tay điện tử, họp không giấy từ tháng 5
Hạn chế rác thải nhựa | Phân loại rác tại nguồn | Giúp nhau làm kinh tế | Đơn vị văn hóa
Hỗ trợ hộ nghèo sửa nhà | Giúp hội viên vay vốn, hỗ trợ cây giống | Xóa nhà tạm
Gia đình năm không ba sạch | Dòng họ hiếu học | Thắp sáng đường quê | Ngày thứ Bảy vì dân
Kinh tế tổng hợp vườn ao chuồng | Bảng tin khu dân cư | Con đường bích họa | Tổ liên gia tự quản
Bản làng không tảo hôn | Hũ gạo tình thương | Ngõ phố văn minh | Trồng rau sạch
Kế hoạch nhỏ của thiếu nhi | Nuôi gà thả đồi | Tiết kiệm làm theo gương Bác
Cả chi bộ cùng nhau trồng 500 cây quế trên đồi trọc bản Suối Đá trong ba ngày
số 17 đường Trần Phú | bản Suối Đá, xã Mường Mẫu | Giàng A Páo | ông Vàng A Chư
xin chào | chào em | cảm ơn em nhiều | ok em | vâng ạ | alo | ờ | hihi | 👍 | … | test
hôm nay trời mưa to quá | ăn cơm chưa | chúc đồng chí mạnh khỏe | dạ vâng em cảm ơn ạ
"""


def heard(table: str) -> Iterator[tuple[str, str]]:
    """Yield (saying, act) of a table above."""
    for line in table.strip().splitlines():
        name, _, sayings = line.partition(": ")
        yield from ((saying, name) for saying in sayings.split(" | "))


def nothing() -> list[str]:
    """Return the texts that want nothing."""
    return [text for line in NOTHING.strip().splitlines() for text in line.split(" | ")]
