"""The page's words and sentences, as the catalogue may have them."""

WORDS = {
    "title": "Trợ lý Dân vận khéo",
    "short_title": "Dân vận khéo",
    "no_script": "Trình duyệt này không mở được trang. Đồng chí mở bằng Chrome.",
    "log": "Cuộc trò chuyện",
    "assistant": "Trợ lý",
    "you": "Đồng chí",
    "typing": "Trợ lý đang trả lời…",
    "write": "Nhắn cho trợ lý…",
    "send": "Gửi",
    "photo": "Ảnh",
    "a_photo": "Ảnh của đồng chí",
    "photo_lost": "Máy không còn giữ ảnh này. Đồng chí gửi lại ảnh.",
    "photo_waits_here": "Ảnh chưa gửi được. Đồng chí giữ trang này mở cho đến khi gửi xong.",
    "place": "Gửi vị trí đang đứng",
    "my_place": "Vị trí đang đứng",
    "finding_place": "Máy đang tìm vị trí…",
    "no_place": "Máy không cho biết vị trí. Đồng chí ghi địa chỉ bằng chữ.",
    "waiting": "chờ mạng",
    "sending": "đang gửi",
    "failed": "chưa gửi được",
    "offline": "Đang chờ mạng. Đồng chí cứ nhắn, có mạng là tự gửi.",
    "new_below": "Có tin mới ↓",
    "short_memory": "Máy này không cho trang giữ tin. Đừng đóng trang khi còn tin chờ mạng.",
    "no_memory": "Máy này không cho trang ghi nhớ. Đóng trang là phải nhập mã vào lại.",
}

REFUSALS = {
    "too-long": "Tin dài quá 20.000 chữ. Đồng chí chia thành nhiều tin.",
    "not-understood": "Trợ lý không đọc được tin này. Đồng chí tải lại trang rồi nhắn lại.",
    "picture-too-large": "Ảnh nặng quá 10 MB. Đồng chí gửi ảnh nhẹ hơn.",
    "picture-kind": "Tệp này không phải ảnh. Đồng chí gửi ảnh chụp.",
    "picture-too-many-pixels": "Ảnh quá lớn. Đồng chí chụp lại ở cỡ thường.",
    "picture-broken": "Ảnh bị hỏng. Đồng chí chụp lại rồi gửi.",
}
