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
data: dữ liệu, dữ liệu của tôi, rút đồng ý, rút lại đồng ý, rút lại sự đồng ý, /dulieu
organisation: tổ chức, cơ cấu tổ chức, cây tổ chức, /tochuc
find: tìm, tìm kiếm, /tim
blank-form: mẫu phiếu, phiếu trống, mẫu phiếu đăng ký, phiếu đăng ký trống, in phiếu trống, /phieu
members: thành viên, danh sách thành viên, /thanhvien
import: nhập dữ liệu, nhập bảng, nhập từ excel, mẫu nhập, tệp mẫu, /nhap
desk: bàn làm việc, mở bàn, mở bàn làm việc, vào bàn làm việc, /ban
desk-lock: khóa bàn, khóa bàn làm việc, /khoa
codes: mã mời, làm mã mời, mã mời của đơn vị, /mamoi
table: bảng tổng hợp, /bang
missing: ai chưa có, ai chưa nộp, /chuaco
waiting: việc chờ, việc chờ ban xem
link: mã vào lại, /mavaolai, /web
english: english, /english
vietnamese: tiếng việt, /tiengviet
"""

# Understood where no free words are asked for, if it is all that is said: of what was sent last.
LAST = """
again: gửi, gửi đi, gửi đăng ký, gửi lại, nộp
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
deadlines 4: hạn và lịch họp, hạn chót, hạn đăng ký, hết hạn, lịch họp, hạn nộp, hạn cuối, \
hạn gửi, thời hạn, quá hạn, trễ hạn, còn hạn, còn kịp, chậm nhất, muộn nhất, trước ngày nào, \
đến ngày nào, đến khi nào, đến bao giờ, khi nào hết, bao giờ hết, mấy ngày nữa, còn mấy ngày, \
bao nhiêu ngày, hạn là, gia hạn, lùi hạn, khi nào họp, bao giờ họp
deadlines 3: khi nào, bao giờ, ngày nào, lúc nào
deadlines 2: hạn
deadlines 1: đăng ký, nộp, gửi
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
ghi tiếp, làm tiếp, viết tiếp, nộp mô hình, gửi mô hình, nộp ở đâu, gửi ở đâu
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
missing 6: ai chưa nộp, ai chưa có, ai chưa đăng ký, ai chưa gửi, ai còn thiếu, ai chưa xong, \
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
office-more 5: việc khác
desk 4: bàn làm việc
ratings 4: xếp loại
data 4: dữ liệu của tôi, xóa dữ liệu, dữ liệu cá nhân, thông tin cá nhân, thông tin của tôi, \
xóa thông tin
members 4: danh sách thành viên, thành viên đơn vị, thành viên chi bộ, ai trong đơn vị
codes 4: mã mời
import 4: nhập excel, nhập từ excel, nhập dữ liệu
link 4: mã vào lại, đổi máy, đổi điện thoại, máy khác
not-ours 4: đảng phí, đóng phí, kỷ luật, kiểm điểm, nhân sự, chuyển sinh hoạt, hồ sơ đảng viên, \
kết nạp đảng
"""

# What somebody may not see is answered with what they may: of the office's acts, theirs.
INSTEAD = {
    "table": "unit", "missing": "unit", "waiting": "states", "launched": "unit", "plan": "unit",
    "targets": "deadlines", "gaps": "states", "paper-work": "hand-form", "ratings": "not-ours",
    "call": "help", "paper-in": "states",
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
