// What the upload says, in the language of the page.

const VI = {
	choose: 'Kéo thả tệp vào đây, hoặc bấm để chọn',
	waiting: 'Đang chờ',
	sending: (percent) => `Đang tải lên ${percent} %`,
	checking: 'Đã gửi xong, hệ thống đang kiểm tra tệp',
	stored: 'Đã lưu',
	cancelled: 'Đã hủy, không có gì được lưu',
	cancel: 'Hủy',
	cancelFile: (name) => `Hủy tải lên ${name}`,
	tooLarge: (mb) => `Tệp lớn hơn ${mb} MB nên không được gửi. Giảm độ phân giải bản quét hoặc chia thành nhiều tệp.`,
	signIn: 'Phiên làm việc đã kết thúc. Đăng nhập ở một cửa sổ khác, tải lại trang này rồi chọn lại tệp.',
	network: 'Mất kết nối nên tệp chưa được lưu. Khi có mạng, bấm Tải lên để gửi lại.',
	full: 'Máy chủ chưa nhận được tệp lúc này (có thể đã hết chỗ lưu). Tệp chưa được lưu; thử lại sau ít phút, nếu vẫn vậy hãy báo quản trị viên.',
	refused: 'Hệ thống không nhận tệp này. Tải lại trang để xem tình trạng hồ sơ.',
	done: 'Xem danh sách tệp',
};

const EN = {
	choose: 'Drop files here, or click to choose',
	waiting: 'Waiting',
	sending: (percent) => `Uploading ${percent} %`,
	checking: 'Sent, being checked',
	stored: 'Saved',
	cancelled: 'Cancelled, nothing was saved',
	cancel: 'Cancel',
	cancelFile: (name) => `Cancel upload of ${name}`,
	tooLarge: (mb) => `The file is larger than ${mb} MB and was not sent. Lower the resolution of the scan or split it.`,
	signIn: 'Your session has ended. Sign in in another window, reload this page and choose the file again.',
	network: 'The connection was lost, so the file was not saved. Press Upload again when you are back online.',
	full: 'The server cannot take the file now (it may be out of space). It was not saved; try again in a few minutes and tell the administrator if it goes on.',
	refused: 'The file was not accepted. Reload the page to see where the dossier stands.',
	done: 'See the files',
};

export const words = document.documentElement.lang.startsWith('en') ? EN : VI;
