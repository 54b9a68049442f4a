/* Success messages after a redirect: "?tb=CODE" says which. */
#include "app/app.h"
#include "core/str.h"

static const struct {
	const char *code, *msgid;
} notices[] = {
	{ "da-luu", T("Đã lưu.") },
	{ "da-gia-han", T("Đã gia hạn. Hạn mới có hiệu lực ngay từ lúc này.") },
	{ "da-rut-gia-han", T("Đã rút gia hạn. Hạn trước đó áp dụng lại ngay từ lúc này.") },
	{ "da-xac-nhan-ngay", T("Đã xác nhận.") },
	{ "da-tao", T("Đã tạo.") },
	{ "da-ghi-doi-tuong", T("Đã ghi nhận: lần sau hệ thống không hỏi lại điều này.") },
	{ "da-gop", T("Đã gộp hai mục. Có thể tách lại nguyên như trước.") },
	{ "da-tach", T("Đã tách: mỗi mục lại như trước khi gộp.") },
	{ "da-xoa", T("Đã xóa.") },
	{ "da-nop", T("Đã nộp hồ sơ.") },
	{ "da-dang-nhap", T("Đã đăng nhập.") },
	{ "da-dang-xuat", T("Đã đăng xuất.") },
	{ "da-dang-xuat-het", T("Đã đăng xuất khỏi các thiết bị khác.") },
	{ "da-ghi-quyet-dinh", T("Đã ghi nhận quyết định và đưa vào sổ khen thưởng.") },
	{ "da-giao-vai-tro", T("Đã giao vai trò.") },
	{ "da-thu-hoi-vai-tro", T("Đã thu hồi vai trò.") },
	{ "da-chay-lai", T("Việc sẽ được chạy lại ngay.") },
	{ "da-them-thanh-vien", T("Đã thêm thành viên.") },
	{ "da-dua-vao-chuong-trinh", T("Đã đưa vào chương trình họp.") },
	{ "da-rut-khoi-chuong-trinh",
	    T("Đã rút khỏi chương trình họp; trường hợp trở lại trạng thái Đủ điều kiện.") },
	{ "da-diem-danh", T("Đã ghi điểm danh.") },
	{ "da-khai-mac", T("Đã khai mạc phiên họp.") },
	{ "da-mo-bieu-quyet", T("Đã mở biểu quyết.") },
	{ "da-bo-phieu",
	    T("Đã ghi nhận phiếu của bạn. Bạn có thể đổi đến khi kết thúc biểu quyết.") },
	{ "da-nhap-so-phieu", T("Đã ghi số phiếu.") },
	{ "da-ket-thuc-bieu-quyet", T("Đã kết thúc biểu quyết và chốt kết quả.") },
	{ "da-ket-thuc-phien", T("Đã kết thúc phiên họp.") },
	{ "khong-con-mo", T("Không còn nội dung nào đang biểu quyết.") },
	{ "da-tiep-nhan", T("Đã tiếp nhận hồ sơ để thẩm định.") },
	{ "da-ket-luan", T("Đã ghi kết luận thẩm định.") },
	{ "da-tham-dinh-xong", T("Đã kết thúc thẩm định hồ sơ.") },
	{ "chua-chon", T("Chưa chọn trường hợp nào.") },
	{ "da-doi-mat-khau", T("Đã đổi mật khẩu.") },
	{ "da-lap-ho-so", T("Đã lập hồ sơ. Thêm người, tập thể hoặc nhập danh sách từ tệp.") },
	{ "da-hoan-tac-xoa", T("Đã đưa trở lại danh sách, đúng chỗ cũ.") },
	{ "da-bo-nhap", T("Đã bỏ nội dung gõ dở.") },
	{ "da-them-de-nghi", T("Đã thêm vào danh sách.") },
	{ "da-chon-cot", T("Đã đọc lại theo các cột bạn chọn.") },
	{ "da-doi-xem-lai",
	    T("Danh sách đã thay đổi từ khi bạn xem. Chưa có gì được ghi; xem lại rồi xác nhận.") },
	{ "da-sua-dong", T("Đã đọc lại dòng bạn sửa.") },
	{ "da-xac-nhan-ten", T("Đã đọc lại theo tên danh hiệu bạn xác nhận.") },
	{ "da-nhap",
	    T("Đã nhập danh sách từ tệp. Có thể hoàn tác khi hồ sơ còn là bản nháp.") },
	{ "da-hoan-tac", T("Đã hoàn tác lần nhập từ tệp.") },
	{ "da-bo-dong-loi",
	    T("Đã bỏ các dòng cần sửa; từng dòng lấy lại được trước khi xác nhận.") },
	{ "da-bo-tep", T("Đã bỏ tệp; danh sách không thay đổi.") },
	{ "da-dinh-kem", T("Đã đính kèm tệp.") },
	{ "da-go-tep", T("Đã gỡ tệp.") },
	{ "da-chuyen-tep", T("Đã ghi loại tài liệu và nơi đặt tệp.") },
	{ "da-quet-lai", T("Đã xếp hàng kiểm tra mã độc các tệp chưa có kết quả.") },
	{ "se-gui-lai", T("Thư sẽ được gửi lại ngay.") },
	{ "da-bo-thu", T("Đã bỏ thư; thư ấy không được gửi nữa.") },
	{ "khong-thu-nao",
	    T("Không thư nào thay đổi: chưa chọn, hoặc thư không còn ở trạng thái đó.") },
	{ "da-gui-xac-nhan",
	    T("Đã gửi liên kết xác nhận đến địa chỉ mới. Mở thư đó để địa chỉ được dùng.") },
	{ "da-xac-nhan-dia-chi", T("Đã xác nhận. Thông báo từ nay gửi đến địa chỉ mới.") },
	{ "da-go-dia-chi", T("Đã gỡ địa chỉ thư khỏi tài khoản.") },
	{ "da-chuan-bi", T("Đã chuẩn bị xong, chờ người thứ hai xác nhận.") },
	{ "da-mo-lai", T("Đã mở lại để sửa.") },
	{ "da-xac-nhan", T("Đã xác nhận. Có thể công bố.") },
	{ "dang-cong-bo", T("Đã ra lệnh công bố.") },
	{ "da-mo-dinh-chinh",
	    T("Đã mở bản đính chính. Sửa xong thì chuẩn bị, xác nhận và công bố như lần đầu.") },
};

const char *
notice_text(const char *code)
{
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
		if (str_eq(notices[i].code, code))
			return notices[i].msgid;
	}
	return NULL;
}
