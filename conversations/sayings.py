"""What people say, with marks or without, and which act they mean: the tables of it."""

# Understood at any question: nobody's model is called this. Commands stand behind the words.
WORDS = """
aside: 0, để đó, để đó làm tiếp sau, để sau, tạm dừng, hủy, /huy, /dedo
back: quay lại, lùi lại, /quaylai
keep: giữ nguyên
explain: giải thích, xem giải thích, gợi ý, xem gợi ý
drop: xóa, xóa bản này, /xoa
help: giúp, giúp tôi, giúp tôi với, giúp với, trợ giúp, gặp người, gặp người giúp, help, /help, \
/trogiup
main: mục chính, menu, /menu, /start, /mucchinh
register: dk, đăng ký, đăng kí, /dangky, /dk
new: đăng ký mới
unit: dv, đơn vị, đơn vị tôi, /donvi
deadlines: hạn, hạn đăng ký, /han
mine: /cuatoi
my-reminders: nhắc việc của tôi, /nhacviec
say-sent: đã gửi bản giấy, đã gửi bản giấy rồi, gửi bản giấy rồi, đã nộp bản giấy, \
đã nộp bản giấy rồi, nộp bản giấy rồi
snooze: nhắc lại tối nay, tối nay nhắc lại, nhắc lại sáng mai, sáng mai nhắc lại
mute: đừng nhắc nữa, thôi đừng nhắc, tắt nhắc
unmute: bật nhắc lại, bật nhắc
why: vì sao tôi không nhận được nhắc, vì sao tôi không được nhắc
data: dữ liệu, dữ liệu của tôi, rút đồng ý, rút lại đồng ý, rút lại sự đồng ý, /dulieu
organisation: tổ chức, cơ cấu tổ chức, cây tổ chức, /tochuc
find: tìm, tìm kiếm, /tim
meetings: lịch họp, lịch sinh hoạt, lịch họp của tôi, lịch họp chi bộ, đổi lịch họp, \
dời lịch họp, hoãn họp, \
hủy họp, dời họp, báo vắng, báo vắng họp, /lichhop
meeting-series: lịch họp định kỳ, đổi lịch họp định kỳ, đổi giờ họp định kỳ, \
đổi lịch họp hằng tháng, đổi giờ họp hằng tháng, đổi ngày họp hằng tháng
residence: nhận xét nơi cư trú, nhận xét của nơi cư trú, đã có nhận xét nơi cư trú, \
đã có nhận xét nơi cư trú rồi
notebook-page: trang ghi chép, in trang ghi chép, trang ghi chép để in, sổ ghi chép
meeting-new: tạo lịch họp, đặt lịch họp, lên lịch họp, tạo cuộc họp, tạo buổi họp, mời họp
blank-form: mẫu phiếu, phiếu trống, mẫu phiếu đăng ký, phiếu đăng ký trống, in phiếu trống, /phieu
members: thành viên, danh sách thành viên, /thanhvien
import: nhập dữ liệu, nhập bảng, nhập từ excel, mẫu nhập, tệp mẫu, /nhap
desk: bàn làm việc, mở bàn, mở bàn làm việc, vào bàn làm việc, /ban
desk-lock: khóa bàn, khóa bàn làm việc, /khoa
codes: mã mời, làm mã mời, mã mời của đơn vị, /mamoi
table: bảng tổng hợp, /bang
missing: ai chưa có, ai chưa nộp, /chuaco
waiting: việc chờ, việc chờ ban xem
link: mã vào lại, mã, lấy mã, xin mã, /mavaolai, /web
english: english, /english
vietnamese: tiếng việt, /tiengviet
"""

# Understood where no free words are asked for, if it is all that is said: of what was sent last.
LAST = """
register: tiếp tục, tiếp, tiếp đi
again: gửi, gửi đi, gửi đăng ký, gửi lại, nộp
still-owed: nhắc, nhắc đi, nhắc tôi, còn nhắc gì, còn việc gì nhắc
correct: sửa, sửa lại
withdraw: rút, rút lại, rút đăng ký
form: lấy phiếu, in phiếu, phiếu để in, lấy phiếu để in, lấy phiếu để in ký
photos: ảnh, gửi ảnh, thêm ảnh, gửi thêm ảnh
mine: đã gửi, đã nộp
help: hướng dẫn, liên hệ, hỗ trợ, tổng đài, hotline, cán bộ phụ trách
unit: tình hình, tiến độ, chỉ tiêu
states: kết quả, công nhận, trạng thái
not-ours: hồ sơ
desk-lock: khóa
table: bảng, tổng hợp, 16h, số liệu, thống kê
call: gọi
plan: kế hoạch
meetings: dự, dự họp, tôi dự, tôi dự họp, có dự, sẽ dự, em dự, vắng họp, tôi vắng, em vắng, \
tôi vắng họp, tôi bận, không dự, không dự được, tôi không dự được
"""

# Understood where no free words are asked for, anywhere in what is said. The number is what each
# phrase is worth: an act is taken from 4 on, and of a long text only for more. Of acts worth the
# same the first here is meant.
PHRASES = """
unit 4: đơn vị tôi, đơn vị mình, đơn vị em, đơn vị chúng tôi, đơn vị ta, chi bộ tôi, chi bộ mình, \
chi bộ em, chi bộ chúng tôi, cơ quan tôi, cơ quan mình, bên tôi, bên em, bên mình, \
còn thiếu, thiếu mấy, đủ chưa, đủ chỉ tiêu, chỉ tiêu, mấy mô hình, bao nhiêu mô hình, \
được mấy cái, mấy cái rồi, đăng ký mấy, đăng ký được mấy, đăng ký bao nhiêu, đăng ký chưa, \
đăng ký rồi chưa, tình hình đăng ký, tình hình đơn vị, làm gì nữa, làm gì tiếp, việc tiếp theo, \
chờ xác nhận, chờ tôi xác nhận, cần xác nhận, phải làm gì, cần làm gì, làm gì bây giờ, \
làm gì đây, mấy cái nữa, còn mấy cái, tôi ở đơn vị nào, thuộc đơn vị nào, đăng ký rồi
unit 1: đơn vị, chi bộ, thiếu, tình hình, tiến độ
deadlines 6: hạn và lịch họp
deadlines 4: hạn chót, hạn đăng ký, hết hạn, hạn nộp, hạn cuối, \
hạn gửi, thời hạn, quá hạn, trễ hạn, còn hạn, còn kịp, chậm nhất, muộn nhất, trước ngày nào, \
đến ngày nào, đến khi nào, đến bao giờ, khi nào hết, bao giờ hết, mấy ngày nữa, còn mấy ngày, \
bao nhiêu ngày, hạn là, gia hạn, lùi hạn
deadlines 3: khi nào, bao giờ, ngày nào, lúc nào
deadlines 2: hạn
deadlines 1: đăng ký, nộp, gửi
change-deadline 6: đổi hạn, gia hạn, lùi hạn, dời hạn, tạm dừng hạn, thay đổi hạn, chuyển hạn, \
lùi tất cả, lùi thời hạn, dừng hạn, kéo dài hạn, gia hạn đăng ký
deadlines 7: có gia hạn, có lùi hạn, lùi hạn à, lùi hạn không, gia hạn không, gia hạn chưa, \
lùi hạn chưa, được gia hạn, được lùi hạn
ask-extension 12: xin lùi hạn, xin gia hạn, xin thêm hạn, xin thêm thời gian, xin nộp muộn, \
xin gửi muộn, xin lùi thời hạn, xin dời hạn, xin kéo dài
deadline-history 8: ai đổi hạn, ai lùi hạn, ai gia hạn, lịch sử hạn, các lần đổi hạn, \
hạn đã đổi, lịch sử đổi hạn
days-off 6: ngày nghỉ, lịch nghỉ, nghỉ lễ, nghỉ bù, làm bù
quarter 6: quý này, trong quý, việc của quý, việc quý, hạn trong quý, \
hạn của quý, mấy việc trong quý
states 5: công nhận chưa, được công nhận, công nhận không, duyệt chưa, được duyệt, xét chưa, \
tiếp nhận chưa, nhận được chưa, nhận được đăng ký chưa, nhận được không, nhận được bài chưa, \
nhận được mô hình chưa, đã nhận chưa, nhận chưa, xem chưa, đến đâu rồi, tới đâu rồi, \
đạt chưa, bao giờ công nhận, khi nào công nhận, có kết quả, kết quả thế nào, có thấy không, \
thấy chưa, sao chưa thấy, chưa thấy gì, rồi mà sao, gửi hôm qua
states 4: sao rồi, thế nào rồi, kết quả, ra sao, trạng thái
states 2: công nhận, tiếp nhận, duyệt, chưa
mine 4: xem sửa cái đã gửi, cái đã gửi, tôi đã gửi, em đã gửi, vừa gửi, đã nộp, bản ghi dở, \
mô hình của tôi, mô hình của em, mô hình của mình, mô hình tôi, đăng ký của tôi, phiếu của tôi, \
xem lại, xem mô hình, xem đăng ký, sửa đăng ký, sửa mô hình, sửa phiếu, rút mô hình, \
rút lại mô hình, rút lại đăng ký, muốn rút, muốn sửa, sửa tên, sửa cái tên, sửa địa chỉ, \
sửa cái địa chỉ, sửa lĩnh vực, sửa nội dung, sửa cho tôi, sửa giúp, ghi nhầm, ghi sai, viết sai, \
gửi nhầm, bị nhầm, nhầm rồi
mine 2: đã gửi, sửa, xem, rút
new 4: đăng ký mới, mô hình mới, đăng ký thêm, thêm mô hình, thêm một mô hình, mô hình nữa, \
mô hình khác
register 4: đăng ký mô hình, đăng ký điển hình, đăng ký dân vận khéo, muốn đăng ký, \
cần đăng ký, xin đăng ký, tôi đăng ký, em đăng ký, cho đăng ký, cách đăng ký, \
đăng ký thế nào, đăng ký như thế nào, đăng ký ở đâu, đăng ký làm sao, đăng ký giúp, \
ghi tiếp, làm tiếp, viết tiếp, đăng ký tiếp, tiếp tục ghi, tiếp tục làm, \
nộp mô hình, gửi mô hình, nộp ở đâu, gửi ở đâu
register 2: đăng ký, phiếu
register 1: mô hình, điển hình
help 4: gặp người, gặp cán bộ, gặp ai, số điện thoại, điện thoại của, người phụ trách, \
cán bộ phụ trách, ai phụ trách, chuyên viên phụ trách, cần giúp, giúp tôi, giúp em, giúp mình, \
cần hỗ trợ, hỗ trợ tôi, hỗ trợ em, hướng dẫn tôi, hướng dẫn em, xin hướng dẫn, hướng dẫn giúp, \
hướng dẫn sử dụng, hướng dẫn với, không biết dùng, không biết cách, không rành, không hiểu gì, \
làm giúp, làm hộ, ghi giúp, gọi ai, gọi cho ai, gọi điện cho, hỏi ai, liên hệ ai, \
liên hệ với ai, liên hệ với cán bộ, nói chuyện với, không biết làm
help 1: giúp, liên hệ, gọi, hỏi, phụ trách
table 5: bảng tổng hợp, bảng số liệu, số liệu, bao nhiêu đơn vị, bao nhiêu phần trăm, \
tỷ lệ đăng ký, toàn đảng bộ, toàn khối, toàn huyện, toàn tỉnh, tình hình chung, \
tình hình các đơn vị, bảng 16h, số liệu 16h
table 4: xem bảng, gửi bảng, lấy bảng, báo cáo số
table 2: bảng, tổng hợp, thống kê, báo cáo
missing 6: cần gọi, danh sách cần gọi, cần gọi ai, phải gọi ai, \
ai chưa nộp, ai chưa có, ai chưa đăng ký, ai chưa gửi, ai còn thiếu, ai chưa xong, \
ai chưa, chưa nộp, danh sách chưa có, danh sách chưa nộp, danh sách chưa đăng ký, \
đơn vị nào chưa, chi bộ nào chưa, nơi nào chưa, chỗ nào chưa, đơn vị nào thiếu, \
đơn vị nào còn thiếu, chi bộ nào thiếu, chi bộ nào còn thiếu, những đơn vị chưa, các đơn vị chưa, \
mấy đơn vị chưa, bao nhiêu đơn vị chưa
waiting 5: việc chờ, chờ ban xem, chờ duyệt, chờ tiếp nhận, chờ xử lý, chờ xem, cần duyệt, \
cần tiếp nhận, việc cần làm, có việc gì
launched 5: mô hình phát động, mô hình đảng ủy phát động, mô hình cấp trên, mở mô hình, \
mô hình của đảng ủy, mô hình của cấp trên, mô hình của ban
plan 4: đã có kế hoạch, có kế hoạch rồi, nộp kế hoạch, gửi kế hoạch, kế hoạch thực hiện, \
kế hoạch số, làm kế hoạch, kế hoạch làm, lập kế hoạch, xây dựng kế hoạch, \
kh cb, kh đb, kh đu
plan 2: kế hoạch
targets 5: chỉ tiêu chương trình, mục tiêu chương trình, chỉ tiêu của chương trình, \
mục tiêu của chương trình
paper-in 6: đã nhận bản giấy, nhận bản giấy, nhận được bản giấy, bản giấy về
gaps 5: thiếu bản giấy, chưa có bản giấy, đối chiếu bản giấy
paper-work 4: nhập hộ, bản giấy, nhập phiếu, phiếu giấy, nhập giúp
blank-form 6: mẫu phiếu, phiếu trống, mẫu đăng ký giấy
form 5: lấy phiếu, in phiếu, phiếu để in
hand-form 5: phiếu viết tay, gửi ảnh phiếu, chụp phiếu, ảnh phiếu, viết tay, đăng ký bằng giấy, \
đăng ký giấy, nộp bản giấy, gửi bản giấy, gửi giấy, nộp giấy, gửi phiếu giấy
announce 6: soạn thông báo, gửi thông báo, viết thông báo, ra thông báo, làm thông báo, \
thông báo cho các đơn vị, thông báo mới, soạn tin
announcements 9: ai chưa đọc, ai chưa bấm, ai chưa rõ, ai chưa đã rõ
announcements 6: thông báo đã gửi, các thông báo, xem thông báo, danh sách thông báo, \
ai đã đọc, ai đã rõ, đính chính
announce-stop 6: dừng thông báo, dừng gửi, dừng tin, dừng lại, dừng ngay
announcing 9: soạn tin hạn
office-more 5: việc khác
desk 4: bàn làm việc
meetings 5: lịch họp, lịch sinh hoạt, khi nào họp, bao giờ họp, họp khi nào, họp bao giờ, \
họp lúc nào, họp ngày nào, họp mấy giờ, mấy giờ họp, họp ở đâu, hôm nào họp, có họp không, \
buổi họp, cuộc họp, hoãn họp, hủy họp, dời họp, lùi họp, đổi lịch họp, dời lịch họp, \
chuyển lịch họp, hoãn lịch họp, hủy lịch họp, đổi lịch, dời lịch, \
hoãn lịch, lùi lịch, báo vắng, xin vắng, xin nghỉ họp, vắng họp, \
đi họp được
meetings-below 7: lịch họp các đơn vị, lịch họp của các đơn vị, các đơn vị họp khi nào, \
đơn vị nào họp, chi bộ nào họp, lịch họp đơn vị
meeting-new 7: tạo lịch họp, đặt lịch họp, lên lịch họp, thêm lịch họp, tạo cuộc họp, \
tạo buổi họp, lập lịch họp, lịch họp mới
meeting-series 7: lịch họp định kỳ, lịch họp hằng tháng, họp định kỳ, lịch họp lặp lại
meeting-series 12: giờ họp hằng tháng, giờ họp định kỳ, ngày họp hằng tháng, ngày họp định kỳ, \
đổi lịch họp định kỳ, đổi lịch họp hằng tháng, thôi lịch họp định kỳ
ratings 4: xếp loại
data 4: dữ liệu của tôi, xóa dữ liệu, dữ liệu cá nhân, thông tin cá nhân, thông tin của tôi, \
xóa thông tin
members 4: danh sách thành viên, thành viên đơn vị, thành viên chi bộ, ai trong đơn vị
codes 4: mã mời
import 4: nhập excel, nhập từ excel, nhập dữ liệu
link 4: mã vào lại, đổi máy, đổi điện thoại, máy khác
link 9: sang zalo, sang telegram, sang trang trò chuyện, sang trang web, sang web, \
tiếp trên zalo, tiếp trên telegram, tiếp trên trang trò chuyện, tiếp trên trang web, tiếp trên web
not-ours 4: đảng phí, đóng phí, kỷ luật, kiểm điểm, nhân sự, chuyển sinh hoạt, hồ sơ đảng viên, \
kết nạp đảng, điểm danh, biểu quyết, bỏ phiếu
documents 4: nghị quyết, biên bản, tài liệu họp, tài liệu sinh hoạt, văn kiện
snooze 7: nhắc lại tối nay, nhắc tôi tối nay, tối nay nhắc lại, tối nay nhắc tôi, \
nhắc lại sáng mai, \
nhắc tôi sáng mai, sáng mai nhắc lại, nhắc lại sau, để tối nhắc, mai nhắc lại, nhắc lại ngày mai
mute 7: đừng nhắc nữa, đừng nhắc, không nhắc nữa, thôi nhắc, đừng nhắc tôi nữa, không cần nhắc, \
khỏi nhắc, thôi đừng nhắc, ngừng nhắc, tắt nhắc
unmute 7: nhắc lại bình thường, cứ nhắc tôi, nhắc tôi như cũ, bật nhắc lại, mở nhắc lại
say-sent 7: đã gửi bản giấy, gửi bản giấy rồi, đã nộp bản giấy, nộp bản giấy rồi, đã gửi giấy, \
gửi giấy rồi, đã nộp giấy, nộp giấy rồi, đã gửi phiếu giấy, bản giấy đã gửi, bản giấy gửi rồi
my-reminders 6: nhắc việc của tôi, nhắc việc, giờ nhắc, đổi giờ nhắc, cài đặt nhắc, chọn giờ nhắc, \
giờ nhắc việc
remind-early 7: nhắc tôi trước 14 ngày, nhắc trước 14 ngày, nhắc sớm hơn, nhắc trước hai tuần
nudge-look 6: nhắc các đơn vị, nhắc đơn vị còn thiếu, nhắc các đơn vị còn thiếu, soạn tin nhắc, \
gửi tin nhắc, nhắc ai chưa nộp
why 7: không nhận được nhắc, không nhận được tin nhắc, không nhận được nhắc việc, không thấy nhắc, \
sao không nhắc, không được nhắc, không ai nhắc, chưa nhận được nhắc, sao nhắc tôi, sao lại nhắc, \
sao tôi nhận được nhắc, sao tôi bị nhắc, đã nhắc tôi, nhắc tôi những gì
schedule 6: lịch tháng, lịch sinh hoạt tháng, lịch sinh hoạt lệ, lịch các chi bộ, \
lịch sinh hoạt các chi bộ, lịch họp các chi bộ, lịch sinh hoạt chi bộ, thống nhất lịch
schedule 12: chưa đăng ký lịch, chưa có lịch
"""

# What somebody may not see is answered with what they may: of the office's acts, theirs.
INSTEAD = {
    "table": "unit", "missing": "unit", "waiting": "states", "launched": "unit", "plan": "unit",
    "targets": "deadlines", "gaps": "states", "paper-work": "hand-form", "ratings": "not-ours",
    "meeting-new": "meetings", "meetings-below": "meetings", "meeting-series": "meetings",
    "call": "help", "paper-in": "states", "schedule": "meetings",
    "why-unit": "why", "nudge-look": "unit", "change-deadline": "deadlines",
    "days-off": "deadlines", "said-day": "deadlines", "ask-extension": "deadlines",
}  # fmt: skip

# How people shorten words when they type on a phone, and spellings that stand for another.
SHORT = """
dk dki dky: dang ky
ki: ky
mh: mo hinh
dh: dien hinh
dv: don vi
cb: chi bo
dvk: dan van kheo
r roy oy: roi
k ko kg khg hok hong hem: khong
chx chuwa: chua
bn bnh: bao nhieu
bh bjo bgio: bao gio
sdt dt: so dien thoai
ntn: nhu the nao
tnao: the nao
dc: duoc
ti: ty
j: gi
m: minh
t: toi
e: em
"""
