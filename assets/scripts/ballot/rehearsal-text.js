// Words of the rehearsal page, Vietnamese and English.
const words = {
	skip: ['Đến nội dung', 'Skip to content'],
	title: ['Diễn tập bỏ phiếu kín', 'Secret ballot rehearsal'],
	lead: ['Cả một cuộc bỏ phiếu kín của Hội đồng ngay trên trang này: mọi phép tính như thật, không có gì được gửi đi.',
		'A whole secret ballot of the council on this page: every computation is real, nothing is sent away.'],
	footer: ['Diễn tập: không có dữ liệu thật, không lưu gì trên máy chủ. Đóng trang là mất tất cả.',
		'Rehearsal: no real data, nothing kept on a server. Closing the page loses everything.'],
	steps: ['Các bước', 'Steps'],
	step1: ['Chuẩn bị', 'Prepare'],
	step2: ['Lập khóa', 'Keys'],
	step3: ['Điểm danh', 'Roll call'],
	step4: ['Bỏ phiếu', 'Vote'],
	step5: ['Đóng phiên', 'Close'],
	step6: ['Mở kết quả', 'Open'],
	step7: ['Kết quả', 'Result'],
	working: ['Đang tính…', 'Computing…'],

	prepareHelp: ['Chọn số thành viên Hội đồng, tỷ lệ tán thành cần có và danh sách người được đề nghị.',
		'Choose the number of council members, the share of yes that is needed and the candidates.'],
	members: ['Số thành viên Hội đồng (5 đến 40)', 'Members of the council (5 to 40)'],
	percent: ['Tỷ lệ tán thành trên tổng số thành viên', 'Share of all members that must agree'],
	candidates: ['Người được đề nghị, mỗi dòng một người', 'Candidates, one a line'],
	start: ['Bắt đầu diễn tập', 'Start the rehearsal'],
	badMembers: ['Số thành viên phải là số nguyên từ 5 đến 40.', 'The number of members must be a whole number from 5 to 40.'],
	badCandidates: ['Cần từ 1 đến 200 người được đề nghị.', 'There must be 1 to 200 candidates.'],

	keysHelp: ['Kết quả được khóa bằng khóa của máy chủ và của ba người; cần máy chủ và 2 trong 3 người để mở. Mất 1 chìa: vẫn mở được. Mất 2 chìa: phải bỏ phiếu lại.',
		'The result is locked by the server\'s key and those of three people; the server and 2 of the 3 are needed. One key lost: it still opens. Two lost: vote again.'],
	role1: ['Chủ tịch Hội đồng', 'Chair of the council'],
	role2: ['Thư ký Hội đồng', 'Secretary'],
	role3: ['Trưởng ban kiểm phiếu', 'Head of the counting committee'],
	makeKey: ['Tạo chìa khóa', 'Make the key'],
	keyWaiting: ['Đã tạo, chờ những người khác.', 'Made; waiting for the others.'],
	passphrase: ['Mật khẩu của tệp khóa', 'Passphrase of the key file'],
	saveKey: ['Lưu tệp khóa', 'Save the key file'],
	keySaved: ['Đã lưu và đọc lại được.', 'Saved and read back.'],
	keyPassphrase: ['Hãy nhập mật khẩu có ít nhất 8 ký tự.', 'Enter a passphrase of at least 8 characters.'],
	ceremonyFailed: ['Nghi thức dừng lại: thông điệp của người giữ khóa số {0} không đúng. Bắt đầu lại.',
		'The ceremony stops: the message of key holder {0} is wrong. Start again.'],
	toRollCall: ['Sang điểm danh', 'On to the roll call'],

	rollHelp: ['Máy của mỗi thành viên tự tạo một mã riêng; ghi 15 ký tự ra giấy để dùng được trên máy khác. Ai không điểm danh được tính là vắng.',
		'Each member\'s device makes its own code; write the 15 characters on paper to use another device. Whoever does not answer counts as absent.'],
	member: ['Thành viên {0}', 'Member {0}'],
	name: ['Họ tên', 'Name'],
	code: ['Mã riêng (ghi ra giấy)', 'Own code (write it down)'],
	answer: ['Điểm danh', 'Answer'],
	answerAll: ['Điểm danh tất cả', 'All answer'],
	openVote: ['Mở bỏ phiếu', 'Open the vote'],
	notEnough: ['Cần ít nhất {0} người điểm danh.', 'At least {0} must answer.'],

	voteHelp: ['Mọi thành viên thấy cùng một mã đầu này trên màn hình chung.', 'Every member sees this same head on the projector.'],
	fingerprint: ['Dấu vân của cuộc bỏ phiếu', 'Fingerprint of the election'],
	head: ['Mã đầu của hồ sơ', 'Head of the archive'],
	whoVotes: ['Người bỏ phiếu', 'Who votes'],
	yes: ['Tán thành', 'Yes'],
	no: ['Không tán thành', 'No'],
	none: ['Không có ý kiến', 'No opinion'],
	review: ['Xem lại phiếu', 'Review the ballot'],
	chooseAll: ['Hãy chọn một ý kiến cho từng người; còn thiếu: {0}.', 'Choose an answer for everyone; missing: {0}.'],
	reviewTitle: ['Phiếu của {0}', 'Ballot of {0}'],
	reviewCounts: ['{0} tán thành, {1} không tán thành, {2} không có ý kiến.', '{0} yes, {1} no, {2} no opinion.'],
	change: ['Sửa', 'Change'],
	send: ['Niêm phong và bỏ phiếu', 'Seal and vote'],
	sealing: ['Đang niêm phong phiếu: {0}/{1}', 'Sealing the ballot: {0}/{1}'],
	tracker: ['Mã kiểm phiếu', 'Tracking code'],
	trackerAll: ['Xem đủ 43 ký tự', 'All 43 characters'],
	voted: ['Phiếu đã được bỏ và kiểm tra.', 'The ballot is cast and checked.'],
	votedCount: ['{0}/{1} người đã bỏ phiếu', '{0} of {1} have voted'],
	others: ['Bỏ phiếu ngẫu nhiên cho những người còn lại', 'Random votes for the others'],
	othersWait: ['Phiếu của {0}: {1}/{2}', 'Ballot of {0}: {1} of {2}'],
	closeVote: ['Đóng bỏ phiếu', 'Close the vote'],
	tooFew: ['Cần ít nhất {0} phiếu; ít hơn thì mở ra sẽ lộ phiếu từng người.', 'At least {0} ballots are needed; with fewer, opening would show single votes.'],

	closeHelp: ['Không ai thêm hay bớt phiếu được nữa. Trước khi mở, hồ sơ đi qua cổng thứ nhất.',
		'Nobody can add or remove a ballot any more. Before opening, the archive passes the first gate.'],
	gate1: ['Cổng 1: hồ sơ đã đóng', 'Gate 1: the closed archive'],
	gate2: ['Cổng 2: hồ sơ có kết quả', 'Gate 2: the archive with its result'],
	checkHere: ['Kiểm tra trên máy này: mọi phiếu, mọi chứng minh, tích các phiếu', 'Check on this device: every ballot, every proof, the product'],
	checkServer: ['Hai chương trình trên máy chủ: belcheck và belenios-tool', 'Two programs on the server: belcheck and belenios-tool'],
	checkElsewhere: ['Ai cũng có thể kiểm tra tệp hồ sơ bằng hai chương trình độc lập:', 'Anybody can check the archive file with two independent programs:'],
	passed: ['Đạt', 'Passed'],
	failed: ['Không đạt: {0}', 'Failed: {0}'],
	ownBallot: ['Mỗi máy tự tìm phiếu của mình trong hồ sơ', 'Each device looks for its own ballot in the archive'],
	found: ['Tìm thấy', 'Found'],
	missing: ['KHÔNG TÌM THẤY', 'NOT FOUND'],
	foundCount: ['{0}/{1} người tìm thấy phiếu của mình', '{0} of {1} found their ballot'],
	toOpen: ['Sang mở kết quả', 'On to opening'],

	openHelp: ['Mỗi người giữ khóa tự tải hồ sơ, tự tính lại tích các phiếu và chỉ giải mã tích đó. Cần 2 trong 3 người; máy chủ giải mã sau cùng.',
		'Each key holder takes the archive, recomputes the product of the ballots and decrypts only that. 2 of 3 are needed; the server decrypts last.'],
	decrypt: ['Giải mã', 'Decrypt'],
	decrypted: ['Đã kiểm tra hồ sơ và giải mã.', 'Archive checked, decrypted.'],
	lose: ['Làm mất chìa khóa này', 'Lose this key'],
	lost: ['Đã mất chìa khóa.', 'The key is lost.'],
	allLost: ['Chỉ còn một chìa khóa: không ai mở được kết quả. Phải bỏ phiếu lại.', 'Only one key is left: nobody can open the result. Vote again.'],
	publish: ['Máy chủ giải mã và công bố', 'The server decrypts and publishes'],

	resultHelp: ['Đạt khi số tán thành ít nhất {0} ({1}% của {2} thành viên, kể cả người vắng).',
		'Passes with at least {0} yes ({1}% of {2} members, the absent included).'],
	candidate: ['Người được đề nghị', 'Candidate'],
	abstain: ['Không ý kiến', 'No opinion'],
	absent: ['Vắng', 'Absent'],
	outcome: ['Kết luận', 'Outcome'],
	passes: ['Đạt', 'Passes'],
	fails: ['Không đạt', 'Does not pass'],
	download: ['Tải hồ sơ .bel', 'Download the .bel archive'],
	again: ['Diễn tập lại', 'Rehearse again'],
	destroyed: ['Mọi chìa khóa đã bị hủy: không ai mở được phiếu của từng người.', 'All keys are destroyed: nobody can open a single ballot.'],
	scripts: ['Mã SHA-256 của các tệp JavaScript đã chạy', 'SHA-256 of the JavaScript files that ran'],
	problem: ['Không làm được: {0}. Tải lại trang và diễn tập lại.', 'This failed: {0}. Reload the page and rehearse again.'],
};

let language = 0;

export const languages = ['vi', 'en'];

export function setLanguage(code) {
	language = languages.indexOf(code);
}

export const getLanguage = () => languages[language];

/** A text in the current language, {0} {1} ... filled in. */
export function t(key, ...values) {
	return words[key][language].replace(/\{(\d)\}/g, (_, i) => values[i]);
}
