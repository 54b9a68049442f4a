// The whole case: from a unit's nomination to an honour list in a news page, each role by its own account,
// on the real units and awards, with the 62 lines a ward sends.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { ctl, PASSWORD, PHONE, sql, Stage } from '../support/browser.mjs';

const sheet = readFileSync(new URL('../data/nominations-ward.csv', import.meta.url), 'utf8');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const today = new Date();
const date = (days) => new Date(today.getTime() + days * 86400000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
const year = Number(date(0).slice(6));
const members = Array.from({ length: 13 }, (_, i) => `uyvien${String(i + 1).padStart(2, '0')}`);
const fullName = (username) => `Ủy viên ${username.slice(-2)}`;

let stage, news;
const at = {};	// addresses found on the way

before(async () => {
	const people = [['quantri', 'Lê Quốc Trị', ['administrator'], '91'],
		['lanhdao.rachgia', 'Trần Văn Lãnh', ['unit_head'], '30742'], ['thamdinh', 'Võ Thị Thẩm', ['appraiser'], '91'],
		['soanthao.longxuyen', 'Phạm Thị Soạn', ['drafter'], '30307'],
		['thuky', 'Danh Thị Thư', ['council_secretary', 'council_member'], '91'],
		['chutich.hd', 'Huỳnh Văn Chủ', ['council_chair', 'council_member'], '91'],
		...members.map((m) => [m, fullName(m), ['council_member'], '91']),
		['ky', 'Hồ Văn Ký', ['signatory'], '91'], ['congbo1', 'Lý Thị Công', ['publisher'], '91'],
		['congbo2', 'Ngô Văn Bố', ['publisher'], '91'], ['baochi', 'Mai Văn Báo', ['press'], '91'],
		['kiemtra', 'Tô Thị Kiểm', ['auditor'], '91']];
	for (const [username, full, roles, unit] of people) {
		await ctl(['account', 'create', username, '--name', full, '--password-stdin', '--keep'], PASSWORD + '\n');
		for (const role of roles) await ctl(['role', 'grant', username, role, unit]);
	}
	stage = await Stage.open();
});
after(async () => {
	news?.close();
	await stage.close();
});

// The case is one story: after a broken step the rest has no ground to stand on.
let broken = null;
const step = (name, fn) => test(name, async () => {
	if (broken) assert.fail(`not tried after: ${broken}`);
	try {
		await fn();
	} catch (error) {
		broken = name;
		await stage.evidence(name);
		throw error;
	}
});

const go = async (page, path) => {
	const answer = await page.goto(stage.origin + path);
	assert.equal(answer.status(), 200, path);
};
// Every button here sends a form: the answer is awaited, or leaving the page would take the form back.
const press = (page, name) => Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
// A link, also one that is dressed and announced as a button.
const follow = (page, name) => Promise.all([page.waitForEvent('load'),
	page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click()]);
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
// Text somewhere on the page, as a person would look for it.
const says = async (page, text) => { await page.getByText(text).filter({ visible: true }).first().waitFor(); };
const path = (page) => new URL(page.url()).pathname;

/* --- 1. administrator ------------------------------------------------------------------------------- */

step('the administrator sees the real units and awards', async () => {
	const page = await stage.as('quantri');
	await go(page, '/quan-tri');
	await says(page, /102 xã, phường, đặc khu/);
	await says(page, /92 loại/);
	await stage.look(page, 'case-01-quan-tri');
	await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
	await heading(page, /Đơn vị/);
	await stage.look(page, 'case-01-don-vi');
	await go(page, '/quan-tri/danh-hieu');
	await heading(page, /Danh hiệu/);
	await stage.look(page, 'case-01-danh-hieu');
	stage.calm();
});

step('the administrator makes an account, and its first password has to be changed', async () => {
	const page = await stage.as('quantri');
	await go(page, '/quan-tri/tai-khoan/moi');
	await stage.look(page, 'case-01-tai-khoan-moi');
	await page.getByLabel('Tên đăng nhập').fill('soanthao.rachgia');
	await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hòa');
	await press(page, 'Tạo tài khoản');
	const first = (await page.locator('code, .vd-secret, .vd-hash, output').first().innerText()).trim();
	assert.match(first, /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
	const id = await sql("select id from office.account where username = 'soanthao.rachgia'");
	await go(page, `/quan-tri/tai-khoan/${id}`);
	await page.getByRole('radio', { name: /^Người soạn hồ sơ/ }).check();
	await page.getByLabel('Tại đơn vị').selectOption({ label: 'Phường Rạch Giá' });
	await press(page, 'Giao vai trò');
	await page.getByRole('cell', { name: 'Phường Rạch Giá', exact: true }).waitFor();
	assert.equal(await sql("select count(*) from office.role_grant g join office.account a on a.id = g.account_id where a.username = 'soanthao.rachgia' and g.role = 'drafter'"), '1');
	await stage.look(page, 'case-01-tai-khoan');

	const drafter = await stage.as('soanthao.rachgia', first);
	await heading(drafter, /mật khẩu/i);
	await stage.look(drafter, 'case-01-mat-khau-dau');
	await drafter.getByLabel('Mật khẩu hiện tại').fill(first);
	await drafter.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
	await drafter.getByLabel(/nhập lại|lần nữa/i).fill(PASSWORD);
	await press(drafter, /Đổi mật khẩu/);
	await go(drafter, '/ho-so');
	stage.calm();
});

step('the administrator opens a movement and a season with a closing time', async () => {
	const page = await stage.as('quantri');
	await go(page, '/quan-tri/phong-trao/moi');
	await press(page, 'Phát động phong trào');
	await page.getByRole('alert').waitFor();	// what is missing, in the summary
	await stage.look(page, 'case-02-phong-trao-loi');
	await page.getByLabel('Tên phong trào').fill('Thi đua lập thành tích chào mừng Đại hội Thi đua yêu nước');
	await page.getByLabel('Cơ quan phát động').selectOption({ label: 'Tỉnh An Giang' });
	await page.getByLabel('Ngày bắt đầu').fill(`01/01/${year}`);
	await page.getByLabel('Ngày kết thúc').fill(`31/12/${year}`);
	await stage.look(page, 'case-02-phong-trao-moi');
	await press(page, 'Phát động phong trào');
	await says(page, 'Thi đua lập thành tích chào mừng');

	await go(page, '/quan-tri/dot-xet/moi');
	await page.getByLabel('Tên đợt').fill(`Khen thưởng công trạng năm ${year}`);
	await page.getByLabel('Năm xét thành tích').fill(String(year));
	await page.getByRole('radio', { name: 'Công trạng' }).check();
	await page.getByLabel(/Thuộc phong trào/).selectOption({ index: 1 });
	await page.getByLabel('Mở nhận hồ sơ lúc').fill(`${date(-2)} 08:00`);
	await page.getByLabel('Đóng nhận hồ sơ lúc').fill(`${date(30)} 17:00`);
	await stage.look(page, 'case-02-dot-xet-moi');
	await press(page, 'Mở đợt xét');
	await go(page, '/quan-tri/dot-xet');
	await says(page, 'Đang nhận hồ sơ');
	await stage.look(page, 'case-02-dot-xet');
	stage.calm();
});

step('the administrator sets up a council of fifteen', async () => {
	const page = await stage.as('quantri');
	await go(page, '/quan-tri/hoi-dong/moi');
	await page.getByLabel('Tên hội đồng').fill('Hội đồng Thi đua - Khen thưởng tỉnh An Giang');
	await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Tỉnh An Giang' });
	await page.getByRole('radio', { name: 'Cấp tỉnh' }).check();
	await page.getByLabel('Quyết định thành lập').fill('Quyết định số 12/QĐ-UBND');
	await press(page, 'Lập hội đồng');
	at.council = path(page);
	await stage.look(page, 'case-02-hoi-dong-trong');
	for (const [username, role, full] of [['chutich.hd', 'Chủ tịch', 'Huỳnh Văn Chủ'], ['thuky', 'Ủy viên, thư ký', 'Danh Thị Thư'],
		...members.map((m) => [m, 'Ủy viên', fullName(m)])]) {
		const option = await page.getByLabel('Tài khoản', { exact: true }).locator('option', { hasText: full }).first().getAttribute('value');
		await page.getByLabel('Tài khoản', { exact: true }).selectOption(option);
		await page.getByLabel('Vai trò trong hội đồng').selectOption({ label: role });
		await page.getByLabel('Từ ngày').fill(`01/01/${year}`);
		await press(page, 'Thêm thành viên');
		await page.getByRole('rowheader', { name: full }).waitFor();
		assert.ok(username);
	}
	await says(page, '15 thành viên');
	await stage.look(page, 'case-02-hoi-dong');
	stage.calm();
});

/* --- 2. drafter and unit head ------------------------------------------------------------------------ */

step('a drafter makes a dossier and adds a person, a collective and a household', async () => {
	const page = await stage.as('soanthao.rachgia');
	await go(page, '/ho-so');
	await stage.look(page, 'case-03-ho-so-trong');
	await follow(page, /Lập hồ sơ/);
	await page.getByLabel('Đợt xét').selectOption({ label: `Khen thưởng công trạng năm ${year}` });
	await page.getByLabel('Tên hồ sơ').fill('Đề nghị khen thưởng của Phường Rạch Giá');
	await press(page, 'Lập hồ sơ');
	at.dossier = path(page);
	await stage.look(page, 'case-03-ho-so-moi');

	const add = async (link, fill) => {
		await go(page, at.dossier);
		await follow(page, link);
		await fill();
		await press(page, 'Lưu');
		await page.waitForURL(stage.origin + at.dossier + '**');
	};
	const award = async (name) => {
		const box = page.getByLabel('Danh hiệu, hình thức đề nghị');
		await box.selectOption(await box.locator('option', { hasText: name }).first().getAttribute('value'));
		await page.getByLabel('Lĩnh vực thành tích').selectOption({ index: 1 });
	};
	await add('Thêm cá nhân', async () => {
		await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hòa');
		await page.getByRole('radio', { name: 'Nữ' }).check();
		await page.getByLabel(/Ngày sinh/).fill('31/02/1985');
		await award('Chiến sĩ thi đua Bộ');
		await press(page, 'Lưu');
		await says(page, /31\/02\/1985 không tồn tại/);
		await stage.look(page, 'case-03-ca-nhan-loi');
		assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Nguyễn Thị Hòa', 'what was typed is still there');
		await page.getByLabel(/Ngày sinh/).fill('28/02/1985');
		await page.getByLabel(/Chức vụ, nghề nghiệp/).fill('Bác sĩ, Trưởng Trạm Y tế');
		await page.getByLabel(/Đơn vị công tác/).fill('Phường Rạch Giá');
		await page.getByLabel(/Tóm tắt thành tích/).fill('Xây dựng mô hình phòng, chống sốt xuất huyết đến từng hộ; <b>không</b> để xảy ra ca tử vong.');
		await stage.look(page, 'case-03-ca-nhan');
	});
	await add('Thêm tập thể', async () => {
		await page.getByLabel('Tên tập thể').fill('Ủy ban Mặt trận Tổ quốc Việt Nam phường Rạch Giá');
		await award('Bằng khen của Chủ tịch UBND tỉnh');
		await page.getByLabel(/Tóm tắt thành tích/).fill('Vận động 62 căn nhà đại đoàn kết.');
	});
	await add('Thêm hộ gia đình', async () => {
		await page.getByLabel('Tên hộ gia đình').fill('Hộ ông Danh Sóc Kha');
		await award('Bằng khen của Chủ tịch UBND tỉnh');
		await page.getByLabel(/Tóm tắt thành tích/).fill('Hiến 1.200 m² đất làm lộ nông thôn.');
	});
	await says(page, 'Hộ ông Danh Sóc Kha');
	stage.calm();
});

step('the preview of an import names every problem by its row, and nothing is written', async () => {
	const page = await stage.as('soanthao.rachgia');
	const lines = sheet.split('\n');
	lines[3] = lines[3].replace('02/12/1989', '30/02/1989');
	lines[5] = lines[5].replace('Chiến sĩ thi đua cơ sở', 'Danh hiệu không có thật');
	await go(page, `${at.dossier}/nhap`);
	await stage.look(page, 'case-03-nhap');
	await page.getByLabel('Tệp danh sách').setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
	await press(page, 'Đọc bảng và xem trước');
	await says(page, /2 dòng cần sửa/);
	await page.getByRole('row', { name: /Tô Mỹ Đào/ }).getByText(/30\/02\/1989/).first().waitFor();
	await page.getByRole('row', { name: /Phan Đức Dũng/ }).getByText(/Danh hiệu không có thật/).first().waitFor();
	await stage.look(page, 'case-03-nhap-loi');
	assert.equal(await page.getByRole('button', { name: /Xác nhận nhập/ }).count(), 0);
	await press(page, 'Bỏ tệp này');
	stage.calm();
});

step('the 62 lines of the ward come in', async () => {
	const page = await stage.as('soanthao.rachgia');
	await go(page, `${at.dossier}/nhap`);
	await page.getByLabel('Tệp danh sách').setInputFiles({ name: 'nominations-ward.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
	await press(page, 'Đọc bảng và xem trước');
	await stage.look(page, 'case-03-nhap-xem-truoc');
	await press(page, 'Xác nhận nhập 62 trường hợp');
	await go(page, at.dossier);
	await says(page, /65/);
	stage.calm();
});

step('a PDF is attached and the dossier says what is still missing', async () => {
	const page = await stage.as('soanthao.rachgia');
	await go(page, at.dossier);
	await says(page, /Còn thiếu 3 mục/);
	const attach = async (kind, name, buffer) => {
		await go(page, `${at.dossier}/tep`);
		await page.getByLabel('Loại tài liệu').selectOption(kind);
		await page.getByLabel('Không', { exact: true }).check();
		await page.getByLabel('Tệp', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
		await page.getByRole('button', { name: 'Tải lên' }).click();
	};
	await attach('letter', 'to-trinh.pdf', Buffer.from('MZ this is no pdf'));
	await page.getByText(/không phải PDF/).waitFor();
	await stage.look(page, 'case-03-tep-loi');
	// The titles given by the province need report and minutes too, the fighter's also the count and the initiative.
	for (const [kind, name] of [['letter', 'to-trinh.pdf'], ['report', 'bao-cao.pdf'], ['minutes', 'bien-ban.pdf'],
		['vote_result', 'ket-qua.pdf'], ['initiative', 'sang-kien.pdf']]) {
		await attach(kind, name, Buffer.concat([pdf, Buffer.from(name)]));
		await page.waitForURL(/#tep$/);
	}
	await go(page, at.dossier);
	await says(page, 'to-trinh.pdf');
	await says(page, /Còn thiếu 2 mục/);
	await says(page, /Trùng với số 11 của danh sách/);
	await go(page, `${at.dossier}/sua`);
	await page.getByLabel(/Số tờ trình/).fill('12/TTr-UBND');
	await page.getByLabel(/Ngày tờ trình/).fill(date(-1));
	await press(page, 'Lưu hồ sơ');
	await stage.look(page, 'case-03-ho-so-du');
	const stranger = await stage.as('soanthao.longxuyen');
	assert.equal((await stranger.goto(stage.origin + at.dossier)).status(), 404, 'another ward does not see it');
	await stage.leave('soanthao.longxuyen');
	stage.calm();
});

step('the unit head files it and gets a receipt', async () => {
	const page = await stage.as('lanhdao.rachgia');
	await go(page, at.dossier);
	await follow(page, /Nộp hồ sơ/);
	await heading(page, /12\/TTr-UBND.*65 trường hợp/);
	await stage.look(page, 'case-03-nop');
	await press(page, 'Nộp hồ sơ');
	await says(page, new RegExp(`AG-${year}-\\d{6}`));
	await says(page, /[0-9a-f]{64}/);
	await stage.look(page, 'case-03-bien-nhan');
	const filed = await sql('select content from office.filing');
	assert.equal(JSON.parse(filed).nominations.length, 65);
	stage.calm();
});

/* --- 3. appraiser -------------------------------------------------------------------------------------- */

step('the appraiser receives it and returns one case with a reason', async () => {
	const page = await stage.as('thamdinh');
	await go(page, '/tham-dinh');
	await says(page, 'Phường Rạch Giá');
	await says(page, /hạn thẩm định .*, còn \d+ ngày làm việc/);
	await stage.look(page, 'case-04-hang-cho');
	await follow(page, 'Phường Rạch Giá');
	at.appraisal = path(page);
	await press(page, 'Tiếp nhận thẩm định');
	await page.getByLabel('Chọn Thạch So Phanna').check();
	await page.getByLabel('Việc cần làm').selectOption({ label: 'Trả lại để bổ sung' });
	await press(page, 'Tiếp tục');
	await heading(page, /Trả lại 1/);
	await press(page, /Trả lại để bổ sung/);
	await page.getByRole('alert').waitFor();
	await stage.look(page, 'case-04-tra-lai-loi');
	await page.getByLabel('Lý do').fill('Bổ sung minh chứng đỡ đầu 37 học sinh.');
	await stage.look(page, 'case-04-tra-lai');
	await press(page, /Trả lại để bổ sung/);
	await page.waitForURL((url) => !url.pathname.endsWith('xac-nhan'));
	assert.equal(await sql("select state from office.nomination where name = 'Thạch So Phanna'"), 'returned');
	await stage.look(page, 'case-04-ho-so');
	stage.calm();
});

step('the unit corrects it and files again', async () => {
	const drafter = await stage.as('soanthao.rachgia');
	await go(drafter, at.dossier);
	await follow(drafter, /Sửa Thạch So Phanna/);
	await says(drafter, 'Bổ sung minh chứng đỡ đầu 37 học sinh.');
	await stage.look(drafter, 'case-04-bo-sung');
	await drafter.getByLabel(/Tóm tắt thành tích/).fill('Đỡ đầu 37 học sinh có hoàn cảnh khó khăn trong 3 năm liền, có xác nhận của nhà trường.');
	await press(drafter, 'Lưu');
	const head = await stage.as('lanhdao.rachgia');
	await go(head, at.dossier);
	await follow(head, /Nộp lại hồ sơ/);
	await press(head, 'Nộp lại hồ sơ');
	await says(head, new RegExp(`AG-${year}-\\d{6}`));
	stage.calm();
});

// Choose cases on the dossier page of the appraiser and do one thing with them.
async function judge(page, names, button, then = async () => {}) {
	await go(page, at.appraisal);
	if (names === null) await page.getByLabel('Chọn tất cả').check();
	else for (const name of names) await page.getByLabel(`Chọn ${name}`, { exact: true }).check();
	await page.getByLabel('Việc cần làm').selectOption({ label: button });
	await press(page, 'Tiếp tục');
	await page.waitForURL('**/xac-nhan**');
	await then();
	await press(page, new RegExp(`^${button} \\(\\d+\\)$`));
	await page.waitForURL((url) => !url.pathname.endsWith('xac-nhan'));
}

step('the appraiser finds one not eligible and the rest eligible', async () => {
	const page = await stage.as('thamdinh');
	await go(page, at.appraisal);
	await press(page, 'Tiếp nhận thẩm định');
	await judge(page, ['Tiên Văn Rích'], 'Không đủ điều kiện', async () => {
		await page.getByLabel('Lý do').fill('Thành tích đã được khen thưởng đột xuất trong năm.');
		await stage.look(page, 'case-04-khong-dat');
	});
	await follow(page, 'Phan Minh Hoàng');
	await stage.look(page, 'case-04-truong-hop');
	for (;;) {
		const open = Number(await sql("select count(*) from office.nomination where state = 'appraising'"));
		if (open === 0) break;
		await go(page, `${at.appraisal}?trang-thai=appraising`);
		await page.getByLabel('Chọn tất cả').check();
		await page.getByLabel('Việc cần làm').selectOption({ label: 'Đủ điều kiện' });
		await press(page, 'Tiếp tục');
		await press(page, /^Đủ điều kiện \(\d+\)$/);
		await page.waitForURL((url) => !url.pathname.endsWith('xac-nhan'));
		assert.ok(Number(await sql("select count(*) from office.nomination where state = 'appraising'")) < open);
	}
	assert.equal(await sql("select count(*) from office.nomination where state = 'eligible'"), '64');
	await go(page, at.appraisal);
	await press(page, 'Kết thúc thẩm định hồ sơ');
	stage.calm();
});

/* --- 4. council ---------------------------------------------------------------------------------------- */

step('the secretary prepares a session and the appraiser puts the cases on its agenda', async () => {
	const secretary = await stage.as('thuky');
	await go(secretary, '/hoi-dong');
	await stage.look(secretary, 'case-05-phien-trong');
	await go(secretary, '/hoi-dong/phien/moi');
	await secretary.getByLabel('Hội đồng Thi đua - Khen thưởng tỉnh An Giang').check();
	await secretary.getByLabel('Nội dung phiên họp').fill(`Phiên họp xét khen thưởng năm ${year}`);
	await secretary.getByLabel('Ngày họp').fill(date(0));
	await press(secretary, 'Lập phiên họp');
	at.session = path(secretary);
	await stage.look(secretary, 'case-05-phien-chuan-bi');

	const page = await stage.as('thamdinh');
	await judge(page, null, 'Trình ra hội đồng', async () => {
		await page.getByLabel(/Phiên họp xét khen thưởng/).check();
		await stage.look(page, 'case-05-trinh');
	});
	// The rest of a list of several pages comes from the secretary.
	while (Number(await sql("select count(*) from office.nomination where state = 'eligible'")) > 0) {
		await go(secretary, `${at.session}/chuong-trinh`);
		await secretary.getByLabel('Chọn tất cả').check();
		await stage.look(secretary, 'case-05-chuong-trinh');
		await press(secretary, 'Đưa vào chương trình');
		await press(secretary, /Đưa \d+ trường hợp vào chương trình/);
		await secretary.waitForURL((url) => !/xac-nhan/.test(url.pathname));
	}
	assert.equal(await sql('select count(*) from office.agenda_item'), '64');
	stage.calm();
});

step('the secretary opens the session with 13 of 15 present', async () => {
	const page = await stage.as('thuky');
	await go(page, `${at.session}/diem-danh`);
	for (const [i, member] of ['Huỳnh Văn Chủ', 'Danh Thị Thư', ...members.map(fullName)].entries())
		await page.getByLabel(`${member}: ${i < 13 ? 'có mặt' : i === 13 ? 'vắng, có ý kiến bằng văn bản' : 'vắng mặt'}`).check();
	await stage.look(page, 'case-05-diem-danh');
	await press(page, 'Ghi điểm danh');
	await go(page, at.session);
	// One item on paper, the others by recorded vote.
	await press(page, 'Đổi sang phiếu giấy Hộ ông Danh Sóc Kha');
	await go(page, `${at.session}/khai-mac`);
	await stage.look(page, 'case-05-khai-mac');
	await press(page, 'Khai mạc với 15 thành viên');
	await press(page, 'Mở biểu quyết 64 nội dung');
	await stage.look(page, 'case-05-dang-hop');
	stage.calm();
});

const against = 'Đặng Thúy Hoa';	// a provincial title: 90 %
const narrow = 'Nguyễn Thị Hòa';	// the same title

// One member's ballot: approve everything, except what is named.
async function ballot(page, choices = {}) {
	await page.evaluate(() => { for (const box of document.querySelectorAll('input[type=radio][value=approve]')) box.click(); });
	for (const [name, choice] of Object.entries(choices))
		await page.getByRole('group', { name: new RegExp(name) }).first().getByLabel(choice, { exact: true }).check();
}

step('present members vote, each with the own account', async () => {
	for (const username of ['chutich.hd', 'thuky', ...members.slice(0, 11)]) {
		const page = await stage.as(username);
		await go(page, `${at.session}/phieu`);
		if (username === 'chutich.hd') await stage.look(page, 'case-05-phieu');
		await ballot(page, username === 'uyvien05' ? { 'Phan Chí Đạt': 'Không có ý kiến' } : {});
		await press(page, 'Bỏ phiếu');
		await page.waitForURL((url) => url.pathname.startsWith('/hoi-dong'));
		if (username.startsWith('uyvien')) {
			stage.calm();
			await stage.leave(username);
		}
	}
	const absent = await stage.as('uyvien13');
	await go(absent, `${at.session}/phieu`);
	await says(absent, /chưa được điểm danh có mặt/);
	await stage.look(absent, 'case-05-phieu-vang');
	await stage.leave('uyvien13');
	assert.equal(await sql('select count(distinct council_member_id) from office.vote'), '13');
	stage.calm();
});

step('the written opinion of an absent member is entered apart', async () => {
	const page = await stage.as('thuky');
	await go(page, `${at.session}/y-kien-van-ban`);
	await follow(page, fullName('uyvien12'));
	await ballot(page, { [against]: 'Không tán thành' });
	await stage.look(page, 'case-05-van-ban');
	await press(page, 'Ghi ý kiến');
	stage.calm();
});

step('a paper count is entered by one and confirmed by another who counted the same', async () => {
	const secretary = await stage.as('thuky'), chair = await stage.as('chutich.hd');
	const count = async (page, approve, disapprove) => {
		await go(page, `${at.session}/kiem-phieu`);
		await page.getByLabel('Tán thành', { exact: true }).fill(String(approve));
		await page.getByLabel('Không tán thành', { exact: true }).fill(String(disapprove));
		await page.getByLabel('Trắng hoặc không hợp lệ').fill('0');
		await press(page, 'Ghi số phiếu');
	};
	await count(secretary, 12, 1);
	await count(chair, 13, 0);
	await says(chair, /đã nhập: 12 tán thành/);
	await stage.look(chair, 'case-05-kiem-phieu-lech');
	await count(chair, 12, 1);
	assert.equal(await sql('select confirmed_by is not null from office.paper_count'), 't');
	stage.calm();
});

step('of fifteen members at 90 %, fourteen are enough and thirteen are not', async () => {
	const page = await stage.as('thuky');
	await go(page, at.session);
	await follow(page, 'Kết thúc biểu quyết 64 nội dung');
	await stage.look(page, 'case-05-ket-thuc');
	await press(page, 'Kết thúc biểu quyết');
	await page.waitForURL((url) => !url.pathname.endsWith('ket-thuc-bieu-quyet'));
	const result = (name) => sql(`select i.approve || '/' || i.members_total || ' ' || i.percent || ' ' || i.state from office.agenda_item i join office.nomination n on n.id = i.nomination_id where n.name = '${name}' order by i.id limit 1`);
	assert.equal(await result(narrow), '14/15 90 passed');
	assert.equal(await result(against), '13/15 90 failed');
	await go(page, at.session);
	await press(page, 'Kết thúc phiên họp');
	await go(page, `${at.session}/ket-qua`);
	await says(page, /Không thông qua/);
	await stage.look(page, 'case-05-ket-qua');
	await go(page, `${at.session}/bien-ban`);
	await stage.look(page, 'case-05-bien-ban');
	stage.calm();
});

/* --- 5. decision --------------------------------------------------------------------------------------- */

step('the signatory records the decision and the bonuses are computed', async () => {
	const page = await stage.as('ky');
	await go(page, '/quyet-dinh');
	await stage.look(page, 'case-06-cho-quyet-dinh');
	await follow(page, /Ghi nhận quyết định/);
	await page.getByLabel('Cơ quan ban hành').selectOption({ label: 'Tỉnh An Giang' });
	await page.getByLabel('Số, ký hiệu').fill('3679/QĐ-UBND');
	await page.getByLabel('Ngày quyết định').fill(date(0));
	await page.getByLabel('Người ký', { exact: true }).fill('Huỳnh Văn Chủ');
	await page.getByLabel('Chức vụ người ký').fill('Chủ tịch Ủy ban nhân dân tỉnh');
	await stage.look(page, 'case-06-quyet-dinh-moi');
	await press(page, 'Xem lại và tính tiền thưởng');
	await says(page, /2\.530\.000/);
	await stage.look(page, 'case-06-xem-lai');
	await press(page, /Ghi nhận quyết định 3679\/QĐ-UBND gồm \d+ trường hợp/);
	await heading(page, /3679\/QĐ-UBND/);
	at.decision = path(page);
	await stage.look(page, 'case-06-quyet-dinh');
	at.honours = Number(await sql('select count(*) from office.honour'));
	assert.equal(at.honours, Number(await sql("select count(*) from office.agenda_item where state = 'passed'")));
	assert.equal(await sql('select max(ordinal) = count(*) from office.honour'), 't', 'numbered without a gap');
	stage.calm();
});

/* --- 6. publication ------------------------------------------------------------------------------------ */

step('one publisher prepares the list, sees what the world will see, and cannot confirm it', async () => {
	const page = await stage.as('congbo1');
	await go(page, '/cong-bo');
	await stage.look(page, 'case-07-cong-bo');
	await follow(page, /Lập danh sách/);
	await page.getByLabel('Tiêu đề danh sách').fill(`Vinh danh Phường Rạch Giá năm ${year}`);
	await page.getByLabel(/Lời giới thiệu/).fill('Những tấm gương của phường trong năm hợp nhất tỉnh.');
	await stage.look(page, 'case-07-lap');
	await press(page, 'Lập danh sách');
	at.list = path(page);
	await stage.look(page, 'case-07-ban-nhap');
	const preview = await stage.page();
	await preview.context().addCookies(await page.context().cookies());
	await go(preview, `${at.list}/xem-truoc/trang`);
	await says(preview, 'Nguyễn Thị Hòa');
	const text = await preview.locator('body').innerText();
	assert.doesNotMatch(text, /28\/02\/1985|1985/, 'no date of birth');
	await stage.look(preview, 'case-07-xem-truoc');
	await preview.context().close();
	await press(page, /Chuẩn bị xong/);
	await says(page, 'Chờ một người khác xác nhận.');
	assert.equal(await page.getByRole('button', { name: /Xác nhận danh sách/ }).count(), 0);
	await stage.look(page, 'case-07-cho-xac-nhan');
	stage.calm();
});

step('a second publisher confirms and publishes now', async () => {
	const page = await stage.as('congbo2');
	await go(page, at.list);
	await press(page, /Xác nhận danh sách gồm/);
	await stage.look(page, 'case-07-da-xac-nhan');
	await page.getByRole('radio', { name: /ngay/i }).check();
	await press(page, /Công bố danh sách gồm/);
	// The page renews itself while the jobs process works.
	await page.getByRole('link', { name: /^\/vinh-danh\// }).waitFor({ timeout: 30000 });
	at.site = new URL(await page.getByRole('link', { name: /^\/vinh-danh\// }).getAttribute('href'), stage.origin).pathname;
	await stage.look(page, 'case-07-da-cong-bo');
	stage.calm();
});

/* --- 7. public ------------------------------------------------------------------------------------------ */

step('the public reads the list and an honouree', async () => {
	const page = await stage.page();
	at.public = page;
	await go(page, '/vinh-danh');
	await says(page, `Vinh danh Phường Rạch Giá năm ${year}`);
	await stage.look(page, 'case-08-vinh-danh');
	await go(page, at.site);
	await heading(page, `Vinh danh Phường Rạch Giá năm ${year}`);
	await stage.look(page, 'case-08-danh-sach');
	await follow(page, 'Nguyễn Thị Hòa');
	await heading(page, 'Nguyễn Thị Hòa');
	await stage.look(page, 'case-08-nguoi');
	assert.doesNotMatch(await page.content(), /1985/);
	assert.deepEqual(await page.context().cookies(), [], 'the public gets no cookie');
	stage.calm();
});

step('a search finds Nguyễn Thị Hòa however it is written', async () => {
	const page = at.public;
	for (const text of ['nguyen thi hoa', 'NGUYỄN THỊ HOÀ', 'Nguyễn Thị Hòa'.normalize('NFD')]) {
		await go(page, '/vinh-danh');
		await page.getByRole('searchbox').fill(text);
		await press(page, 'Tìm');
		await page.getByRole('link', { name: 'Nguyễn Thị Hòa' }).first().waitFor();
	}
	await stage.look(page, 'case-08-tim');
	await page.getByRole('searchbox').fill('người không có');
	await press(page, 'Tìm');
	await says(page, 'Không tìm thấy ai phù hợp.');
	await stage.look(page, 'case-08-tim-khong-thay');
	for (const [label, index] of [['Danh hiệu, hình thức', 1], ['Đơn vị', 1], ['Lĩnh vực', 1], ['Năm', 1]]) {
		await go(page, '/vinh-danh');
		await page.getByRole('combobox', { name: label, exact: true }).selectOption({ index });
		await press(page, 'Tìm');
		assert.ok(await page.getByRole('listitem').count() > 0, label);
	}
	stage.calm();
});

step('the same list as JSON, CSV, Atom and JSON Feed', async () => {
	const get = async (suffix) => {
		const answer = await fetch(stage.origin + at.site + suffix);
		assert.equal(answer.status, 200, suffix);
		return [answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())];
	};
	const [jsonType, json] = await get('.json');
	assert.match(jsonType, /json/);
	const list = JSON.stringify(JSON.parse(json));
	assert.match(list, /Nguyễn Thị Hòa/);
	assert.doesNotMatch(list, /1985|born|gender|bonus/i);
	const [csvType, csv] = await get('.csv');
	assert.match(csvType, /text\/csv.*utf-8/i);
	assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'Excel needs the mark');
	assert.equal(csv.toString().trim().split('\r\n').length, at.honours + 1);
	const [atomType, atom] = await get('.atom');
	assert.match(atomType, /atom\+xml/);
	const page = at.public;
	assert.equal(await page.evaluate((text) => new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('parsererror').length, atom.toString()), 0);
	const [, feed] = await get('.feed.json');
	assert.match(JSON.parse(feed).version, /jsonfeed\.org/);
	await go(page, at.site);
	for (const type of ['application/atom+xml', 'application/feed+json', 'application/json+oembed'])
		assert.ok(await page.locator(`link[type="${type}"]`).count() > 0, type);
	const oembed = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
	const answer = await (await fetch(new URL(oembed, stage.origin))).json();
	assert.equal(answer.version, '1.0');
	assert.match(answer.html, /<(iframe|blockquote)/);
});

/* --- embedding ------------------------------------------------------------------------------------------ */

// A news page on another origin with what the press desk copied.
async function newsPage(html) {
	news?.close();
	news = createServer((request, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Báo</title>
			<link rel="icon" href="data:,"><style>body { font: 18px/1.5 serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem } li { list-style: square; color: green } iframe { border: 0 }</style></head>
			<body><main><h1>Tin địa phương</h1><p>Sáng nay, tỉnh An Giang công bố danh sách khen thưởng.</p>${html}<p>Hết tin.</p></main></body></html>`);
	});
	await new Promise((done) => { news.listen(0, '127.0.0.1', done); });
	const origin = `http://127.0.0.1:${news.address().port}`;
	stage.allowed.add(origin);
	return origin;
}

step('the press takes the code: one paste shows the complete list where scripts are forbidden', async () => {
	const press_ = await stage.as('baochi');
	await go(press_, '/cong-bo');
	await stage.look(press_, 'case-09-bao-chi');
	await follow(press_, /Lấy mã nhúng/);
	await stage.look(press_, 'case-09-ma-nhung');
	at.paste = await press_.getByLabel('Mã để dán').inputValue();
	at.frame = await press_.getByLabel('Mã khung hiển thị').inputValue();
	const origin = await newsPage(at.paste);
	const page = await stage.page({ javaScriptEnabled: false });
	await page.goto(origin);
	const names = await page.locator('blockquote li').count();
	assert.equal(names, at.honours);
	await page.screenshot({ path: new URL('../../build/screenshots/case-09-dan-khong-script.png', import.meta.url).pathname, fullPage: true });
	await page.context().close();
	stage.calm();
});

step('the frame works without scripts too, and scrolls inside', async () => {
	const origin = await newsPage(at.frame);
	const page = await stage.page({ javaScriptEnabled: false });
	await page.goto(origin);
	const frame = page.frameLocator('iframe').first();
	await frame.getByRole('link', { name: 'Nguyễn Thị Hòa' }).first().waitFor();
	assert.equal(await frame.locator('li').count(), at.honours);
	await page.context().close();
	stage.calm();
});

step('with scripts the frame grows to its height and has no second scroll bar', async () => {
	const origin = await newsPage(at.paste + at.frame);
	const page = await stage.page();
	await page.goto(origin);
	for (const size of [{ width: 1280, height: 800 }, PHONE, { width: 320, height: 640 }]) {
		await page.setViewportSize(size);
		const inner = page.frames().find((f) => /\/vinh-danh\/embed\//.test(f.url()));
		// A browser draws frames of other origins only when they come into view.
		await page.evaluate(() => document.querySelector('iframe').scrollIntoView());
		await page.waitForFunction(() => document.querySelector('iframe').offsetHeight > 1000);
		await page.waitForTimeout(1500);	// nothing may keep growing
		const first = await page.evaluate(() => document.querySelector('iframe').offsetHeight);
		await page.waitForTimeout(500);
		assert.equal(await page.evaluate(() => document.querySelector('iframe').offsetHeight), first, 'it stopped growing');
		const inside = await inner.evaluate(() => ({ content: document.documentElement.scrollHeight, window: innerHeight, across: document.documentElement.scrollWidth - innerWidth }));
		assert.ok(Math.abs(inside.content - inside.window) <= 2, `content ${inside.content}, frame ${inside.window}`);
		assert.ok(inside.across <= 0, 'nothing hangs over at the side');
	}
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.screenshot({ path: new URL('../../build/screenshots/case-09-nhung.png', import.meta.url).pathname, fullPage: true });
	const embed = await (await fetch(stage.origin + at.site.replace('/vinh-danh/', '/vinh-danh/embed/'))).text();
	assert.ok(Buffer.byteLength(embed) > 1000);
	await page.context().close();
	stage.calm();
});

step('the embed weighs at most 30 kB and sets no cookie', async () => {
	const page = await stage.page();
	let bytes = 0;
	const client = await page.context().newCDPSession(page);
	await client.send('Network.enable');
	client.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
	await go(page, at.site.replace('/vinh-danh/', '/vinh-danh/embed/'));
	await page.waitForLoadState('networkidle');
	assert.ok(bytes > 0 && bytes <= 30 * 1024, `${bytes} bytes`);
	assert.deepEqual(await page.context().cookies(), []);
	assert.deepEqual(await stage.violations(page), []);
	await page.context().close();
	stage.calm();
});

/* --- 8. auditor ----------------------------------------------------------------------------------------- */

step('the auditor reads the whole story of one nomination on one page', async () => {
	const page = await stage.as('kiemtra');
	await go(page, '/kiem-tra');
	await page.getByRole('searchbox').fill('thach so phanna');
	await press(page, 'Tìm');
	await follow(page, 'Thạch So Phanna');
	for (const text of [/AG-\d{4}-\d{6}/, 'Trả lại bổ sung', 'Bổ sung minh chứng', '3679/QĐ-UBND', 'Đã công bố', 'Hội đồng thông qua'])
		await says(page, text);
	await stage.look(page, 'case-10-kiem-tra');
	stage.calm();
});
