/* Made-up people of An Giang and what they did, from small lists and a fixed generator. */
#include "ctl/demo.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

/* Which scenes are played where. */
#define RICE   (1u << 0)
#define PEPPER (1u << 1)
#define SEA    (1u << 2)
#define BORDER (1u << 3)
#define KHMER  (1u << 4)
#define CHAM   (1u << 5)
#define HEALTH (1u << 6)
#define SCHOOL (1u << 7)
#define OFFICE (1u << 8)
#define TOWN   (1u << 9)
#define PLACE  (OFFICE | HEALTH | SCHOOL) /* every commune has these */

const struct demo_unit demo_units[] = {
	{ "30742", "phường Rạch Giá", "rachgia", "Nguyễn Thị Hòa", "Trần Văn Lãnh", DEMO_KINH,
	    TOWN | SEA | PLACE },
	{ "30307", "phường Long Xuyên", "longxuyen", "Phạm Thị Soạn", "Lâm Văn Đạo", DEMO_KINH,
	    TOWN | RICE | PLACE },
	{ "31078", "đặc khu Phú Quốc", "phuquoc", "Ngô Thị Hải Yến", "Đoàn Quốc Việt",
	    DEMO_KINH, SEA | PEPPER | PLACE },
	{ "30544", "xã Tri Tôn", "triton", "Néang Sa Vane", "Chau Sóc Kha", DEMO_KHMER,
	    KHMER | RICE | PLACE },
	{ "30403", "xã Châu Phong", "chauphong", "Trần Thị Bích Liễu", "Nguyễn Hữu Phước",
	    DEMO_CHAM, CHAM | RICE | BORDER | PLACE },
	{ "30769", "phường Hà Tiên", "hatien", "Lâm Thị Tô Châu", "Mạc Quốc Toản", DEMO_KINH,
	    BORDER | SEA | PLACE },
	{ "30904", "xã Giồng Riềng", "giongrieng", "Danh Thị Mỹ Hạnh", "Huỳnh Văn Tâm",
	    DEMO_KHMER, RICE | KHMER | PLACE },
	{ "30316", "phường Châu Đốc", "chaudoc", "Võ Thị Cẩm Tú", "Lê Hoàng Sơn", DEMO_KINH,
	    BORDER | TOWN | PLACE },
	{ "31108", "đặc khu Kiên Hải", "kienhai", "Phan Thị Biển", "Trương Văn Hòn", DEMO_KINH,
	    SEA | PLACE },
	{ "SYT", "Sở Y tế", "syt", "Đặng Thị Thanh Tâm", "Nguyễn Văn Dược", DEMO_KINH, HEALTH },
	{ "SGDDT", "Sở Giáo dục và Đào tạo", "sgddt", "Bùi Thị Ngọc Lan", "Đỗ Văn Học",
	    DEMO_KINH, SCHOOL },
	{ "SNNMT", "Sở Nông nghiệp và Môi trường", "snnmt", "Hồ Thị Lúa", "Cao Minh Nông",
	    DEMO_KINH, RICE | OFFICE },
};
const size_t demo_unit_count = N(demo_units);

/* %1 and %2 become numbers between the bounds, %u the unit's name. */
struct scene {
	uint32_t where;
	enum nominee_kind kind;
	enum achievement_field field;
	const char *position; /* of a collective: its name */
	const char *workplace;
	const char *achievement;
	int low1, high1, low2, high2;
};

static const struct scene scenes[] = {
	{ RICE, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_PRODUCTION, "Nông dân", "%u",
	    "Tham gia Đề án một triệu héc-ta lúa chất lượng cao, phát thải thấp trên %1 ha; giảm %2 % lượng giống và phân bón so với tập quán cũ, hướng dẫn lại cho bà con trong ấp.",
	    12, 48, 20, 35 },
	{ RICE, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_PRODUCTION,
	    "Giám đốc Hợp tác xã nông nghiệp", "%u",
	    "Tổ chức cho %1 hộ liên kết tiêu thụ lúa theo hợp đồng, giá bán cao hơn thị trường %2 đồng/kg; đưa thiết bị bay vào gieo sạ và bón phân.",
	    65, 320, 150, 400 },
	{ RICE, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_ECONOMY,
	    "Nông dân sản xuất, kinh doanh giỏi", "%u",
	    "Chuyển %1 ha đất nhiễm mặn sang mô hình tôm - lúa, lợi nhuận bình quân %2 triệu đồng/ha/năm; nhận đỡ đầu ba hộ thoát nghèo.",
	    3, 14, 70, 130 },
	{ PEPPER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_PRODUCTION, "Chủ vườn tiêu", "%u",
	    "Giữ giống tiêu Phú Quốc theo hướng hữu cơ trên %1 công đất, liên kết %2 nhà vườn xây dựng chỉ dẫn địa lý và đón khách tham quan.",
	    8, 25, 12, 40 },
	{ SEA, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SECURITY, "Thuyền trưởng tàu cá", "%u",
	    "Vượt sóng cấp 7 cứu %1 ngư dân gặp nạn trên vùng biển Tây Nam; vận động %2 chủ tàu lắp thiết bị giám sát hành trình, không vi phạm vùng biển nước ngoài.",
	    6, 23, 15, 60 },
	{ SEA, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_ECONOMY, "Chủ cơ sở nuôi cá lồng bè",
	    "%u",
	    "Áp dụng lồng HDPE nuôi cá bớp, cá mú trên %1 lồng, đạt sản lượng %2 tấn/năm; giữ sạch môi trường biển quanh bè.",
	    12, 60, 18, 90 },
	{ BORDER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SECURITY,
	    "Thiếu tá, Đội trưởng Đội Vận động quần chúng, Đồn Biên phòng", "%u",
	    "Cùng Nhân dân xây dựng %1 tổ tự quản đường biên, cột mốc; nhận nuôi dưỡng, giúp đỡ %2 em học sinh khó khăn hai bên biên giới đến trường.",
	    6, 18, 4, 15 },
	{ BORDER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SECURITY, "Đại úy, Phó Trưởng Công an",
	    "%u",
	    "Tham mưu xây dựng %1 mô hình tự quản về an ninh trật tự; trực tiếp tham gia phá %2 vụ buôn lậu qua biên giới.",
	    3, 9, 5, 16 },
	{ KHMER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SOCIAL_POLICY,
	    "Người có uy tín trong đồng bào Khmer", "%u",
	    "Vận động %1 hộ đồng bào Khmer hiến %2 m² đất làm lộ nông thôn; hòa giải các vướng mắc trong phum sóc, gìn giữ nếp sống đoàn kết.",
	    18, 60, 900, 4200 },
	{ KHMER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_STUDY,
	    "Giáo viên dạy song ngữ Khmer - Việt", "Trường Tiểu học %u",
	    "Mở lớp chữ Khmer miễn phí trong dịp hè cho %1 học sinh; %2 % học sinh trong lớp hoàn thành tốt chương trình.",
	    45, 120, 92, 99 },
	{ KHMER, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_CULTURE,
	    "Đội trưởng Đội đua bò Bảy Núi", "%u",
	    "Giữ gìn hội đua bò Bảy Núi và nghề nấu đường thốt nốt; truyền dạy cho %1 thanh niên, đưa %2 sản phẩm đạt OCOP ba sao trở lên.",
	    10, 36, 2, 5 },
	{ CHAM, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_CULTURE, "Nghệ nhân dệt thổ cẩm", "%u",
	    "Gìn giữ nghề dệt thổ cẩm của đồng bào Chăm; dạy nghề cho %1 phụ nữ, đưa sản phẩm đến %2 điểm du lịch trong và ngoài tỉnh.",
	    12, 45, 5, 14 },
	{ CHAM, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_WELFARE,
	    "Phó Trưởng Ban Quản trị thánh đường", "%u",
	    "Vận động đồng bào Chăm đóng góp sửa %1 căn nhà cho hộ khó khăn, giúp %2 lượt bệnh nhân nghèo có phương tiện chuyển viện.",
	    5, 18, 60, 240 },
	{ HEALTH, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_HEALTH,
	    "Bác sĩ, Trưởng khoa Truyền nhiễm", "Bệnh viện Đa khoa tỉnh",
	    "Xây dựng quy trình phân luồng, điều trị sốt xuất huyết nặng; cứu sống %1 ca nguy kịch, rút ngắn thời gian nằm viện trung bình còn %2 ngày.",
	    14, 52, 4, 6 },
	{ HEALTH, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_HEALTH, "Điều dưỡng trưởng",
	    "Trung tâm Y tế khu vực",
	    "Trực tiếp chăm sóc %1 bệnh nhân hồi sức; sáng kiến theo dõi người bệnh giảm %2 % sai sót khi bàn giao ca trực.",
	    180, 640, 25, 60 },
	{ HEALTH, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_HEALTH, "Y sĩ, Trạm Y tế", "%u",
	    "Đến từng nhà tiêm chủng, phòng, chống dịch bệnh cho %1 lượt người; dập tắt %2 ổ dịch sốt xuất huyết ngay từ ca đầu.",
	    800, 4200, 3, 11 },
	{ SCHOOL, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_STUDY, "Giáo viên Ngữ văn",
	    "Trường Trung học phổ thông %u",
	    "Bồi dưỡng %1 học sinh giỏi cấp tỉnh, %2 em đạt giải; lập tủ sách dùng chung cho học sinh vùng sâu.",
	    12, 40, 4, 11 },
	{ SCHOOL, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_STUDY, "Hiệu trưởng",
	    "Trường Tiểu học %u",
	    "Đưa trường đạt chuẩn quốc gia mức độ 2; vận động xã hội hóa %1 triệu đồng, đỡ đầu %2 học sinh mồ côi đến hết cấp học.",
	    240, 860, 8, 26 },
	{ OFFICE, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_ADMINISTRATION,
	    "Công chức Trung tâm Phục vụ hành chính công", "%u",
	    "Sáng kiến rút ngắn thời gian giải quyết thủ tục đất đai từ %1 ngày còn %2 ngày; không có hồ sơ trễ hạn trong năm.",
	    18, 30, 5, 10 },
	{ OFFICE, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SOCIAL_POLICY,
	    "Công chức Văn hóa - Xã hội", "%u",
	    "Rà soát, vận động xóa %1 căn nhà tạm, nhà dột nát; lập hồ sơ hưởng chính sách cho %2 người có công và thân nhân.",
	    14, 60, 35, 180 },
	{ TOWN, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_ECONOMY, "Công nhân, Tổ trưởng sản xuất",
	    "Công ty Cổ phần Thủy sản (%u)",
	    "Cải tiến dây chuyền cấp đông tiết kiệm %1 % điện năng, làm lợi %2 triệu đồng/năm cho doanh nghiệp.",
	    8, 19, 220, 940 },
	{ TOWN, NOMINEE_KIND_PERSON, ACHIEVEMENT_FIELD_SOCIAL_POLICY, "Trưởng khu phố", "%u",
	    "Vận động %1 hộ tham gia phân loại rác tại nguồn; lắp %2 camera an ninh bằng nguồn xã hội hóa.",
	    180, 620, 12, 48 },

	{ RICE, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_PRODUCTION, "Hội Nông dân %u", "",
	    "Vận động %1 hội viên tham gia cánh đồng lớn; quỹ hỗ trợ nông dân giải ngân %2 triệu đồng, không có nợ quá hạn.",
	    240, 1600, 800, 4200 },
	{ HEALTH, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_HEALTH, "Trạm Y tế %u", "",
	    "Tiêm chủng đầy đủ cho %1 trẻ, đạt %2 %; khống chế dịch sốt xuất huyết, không để tử vong trên địa bàn.",
	    420, 1800, 97, 99 },
	{ SCHOOL, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_STUDY, "Trường Trung học cơ sở %u",
	    "",
	    "Tỷ lệ hoàn thành cấp học đạt %1 %; %2 giáo viên dạy giỏi cấp tỉnh, đi đầu chuyển đổi số trong nhà trường.",
	    97, 99, 4, 12 },
	{ OFFICE, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_ADMINISTRATION,
	    "Trung tâm Phục vụ hành chính công %u", "",
	    "Giải quyết %1 hồ sơ, %2 % trước và đúng hạn; người dân không phải đi lại lần thứ hai.",
	    3200, 18500, 98, 99 },
	{ BORDER | TOWN, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_SECURITY,
	    "Ban Chỉ huy Quân sự %u", "",
	    "Hoàn thành chỉ tiêu tuyển quân; huy động %1 lượt dân quân giúp dân gặt lúa chạy lũ, sửa %2 cây cầu nông thôn.",
	    180, 760, 3, 12 },
	{ SEA, NOMINEE_KIND_COLLECTIVE, ACHIEVEMENT_FIELD_SECURITY,
	    "Tổ đoàn kết khai thác hải sản số 3 %u", "",
	    "%1 tàu cùng bám biển, hỗ trợ nhau khi gặp nạn; cứu kéo %2 tàu hỏng máy vào bờ an toàn.",
	    8, 22, 3, 9 },

	{ RICE | KHMER | CHAM | BORDER, NOMINEE_KIND_HOUSEHOLD, ACHIEVEMENT_FIELD_SOCIAL_POLICY,
	    "", "%u",
	    "Hiến %1 m² đất và đóng góp %2 triệu đồng xây cầu, làm lộ nông thôn; gương mẫu trong phong trào ở ấp.",
	    350, 2600, 15, 120 },
	{ SEA | TOWN, NOMINEE_KIND_HOUSEHOLD, ACHIEVEMENT_FIELD_SOCIAL_POLICY, "", "%u",
	    "Hỗ trợ tiền, đất trị giá %1 triệu đồng làm đường hẻm; nuôi cơm từ thiện %2 suất mỗi tháng cho người bệnh.",
	    60, 420, 300, 900 },
};

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan",
	"Trương", "Bùi", "Đặng", "Đỗ", "Ngô", "Hồ", "Dương", "Lâm", "Lý", "Mai", "Đinh", "Cao",
	"Tô", "Lưu", "Quách", "Châu", "Thái" };
static const char *const men_middle[] = { "Văn", "Hữu", "Minh", "Quốc", "Thanh", "Chí", "Công",
	"Hoàng", "Đức", "Trọng", "Ngọc", "Phước" };
static const char *const men_given[] = { "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu",
	"Hùng", "Khánh", "Kiệt", "Lợi", "Nghĩa", "Nhân", "Phúc", "Quang", "Sơn", "Tài", "Thành",
	"Thắng", "Toàn", "Trí", "Tuấn", "Vinh", "Ý" };
static const char *const women_middle[] = { "Thị", "Thị Kim", "Ngọc", "Thị Mỹ", "Thúy",
	"Thị Hồng", "Bích", "Thị Ngọc", "Thanh", "Cẩm" };
static const char *const women_given[] = { "Ánh", "Bé", "Chi", "Diễm", "Dung", "Đào", "Hạnh",
	"Hiền", "Hoa", "Huệ", "Hương", "Lan", "Liên", "Loan", "Mai", "Nga", "Nhung", "Phượng",
	"Thảo", "Thủy", "Trang", "Tuyền", "Xuân", "Yến" };
static const char *const khmer_men[] = { "Chau Sóc Khonl", "Danh Hoàng Nam", "Chau Kim Sơn",
	"Danh Phol", "Chau Rắt Tha", "Danh Sóc Thi", "Chau Hên", "Thạch Chanh Đa", "Danh Út",
	"Chau Phi Rum", "Kim Sa Rinh", "Danh Thanh Tùng" };
static const char *const khmer_women[] = { "Néang Sóc Phi", "Danh Thị Tươi", "Néang Chanh Ty",
	"Thị Sa Rươn", "Néang Kim Chi", "Danh Thị Hường", "Néang Sa Mol", "Thạch Thị Sa Ươn",
	"Danh Thị Diễm", "Néang Rom Chan" };
static const char *const cham_men[] = { "Mohamad Sa Lés", "Ro Phi Áh", "Sa Ly Hách", "Ha Mách",
	"Mách Sa Lês", "Ây Sa", "Dol Ka Rim", "Ma Ly Ân" };
static const char *const cham_women[] = { "Sa Ki Náh", "Ro Hi Máh", "Zay Náp", "Fa Ti Máh",
	"Ka Ri Máh", "Sa Ly Dáh", "Ây Sáh" };

/* Marsaglia's xorshift32: the same story every time, on every machine. */
static uint32_t
next(uint32_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 17;
	*s ^= *s << 5;
	return *s;
}

static int
between(uint32_t *s, int low, int high)
{
	return low + (int)(next(s) % (uint32_t)(high - low + 1));
}

#define ONE_OF(s, list) ((list)[next(s) % N(list)])

static const char *
person_name(struct arena *a, uint32_t *s, enum demo_people people, enum gender gender)
{
	bool man = gender == GENDER_MALE;

	/* Neighbours of every origin live together. */
	if (people != DEMO_KINH && next(s) % 4 != 0) {
		if (people == DEMO_KHMER)
			return man ? ONE_OF(s, khmer_men) : ONE_OF(s, khmer_women);
		return man ? ONE_OF(s, cham_men) : ONE_OF(s, cham_women);
	}
	if (man) {
		const char *family = ONE_OF(s, families), *middle = ONE_OF(s, men_middle);

		return arena_printf(a, "%s %s %s", family, middle, ONE_OF(s, men_given));
	} else {
		const char *family = ONE_OF(s, families), *middle = ONE_OF(s, women_middle);

		return arena_printf(a, "%s %s %s", family, middle, ONE_OF(s, women_given));
	}
}

static const char *const places[] = { "xã Óc Eo", "xã Thoại Sơn", "xã An Minh",
	"xã U Minh Thượng", "xã Tân Hiệp", "phường Tân Châu", "xã Chợ Mới", "xã Kiên Lương" };

/* Agencies name a commune where they work. */
static const char *
place_of(uint32_t *s, const struct demo_unit *unit)
{
	return unit->code[0] >= 'A' ? ONE_OF(s, places) : unit->name;
}

/* At the start of a line: "phường" is written "Phường". */
static const char *
capital(struct arena *a, const char *text)
{
	if (str_starts(text, "đ"))
		return arena_printf(a, "Đ%s", text + strlen("đ"));
	if (text[0] >= 'a' && text[0] <= 'z')
		return arena_printf(a, "%c%s", text[0] - 'a' + 'A', text + 1);
	return text;
}

/* Numbers of three digits and more as people write them: 1.049. */
static const char *
number(struct arena *a, int n)
{
	return n < 1000 ? arena_printf(a, "%d", n)
			: arena_printf(a, "%d.%03d", n / 1000, n % 1000);
}

static const char *
fill(struct arena *a, uint32_t *s, const struct demo_unit *unit, const struct scene *scene,
    const char *text)
{
	const char *out = "", *mark;
	size_t n;

	while ((mark = strchr(text, '%')) != NULL) {
		n = (size_t)(mark - text);
		out = arena_printf(a, "%s%.*s", out, (int)n, text);
		if (mark[1] == '1')
			out = arena_printf(
			    a, "%s%s", out, number(a, between(s, scene->low1, scene->high1)));
		else if (mark[1] == '2')
			out = arena_printf(
			    a, "%s%s", out, number(a, between(s, scene->low2, scene->high2)));
		else if (mark[1] == 'u')
			out = arena_printf(a, "%s%s", out, place_of(s, unit));
		else
			out = arena_printf(a, "%s%%", out);
		text = mark + (strchr("12u", mark[1]) != NULL && mark[1] != '\0' ? 2 : 1);
	}
	return arena_printf(a, "%s%s", out, text);
}

static const char *
award_of(uint32_t *s, const struct scene *scene)
{
	uint32_t dice = next(s) % 6;

	if (scene->kind == NOMINEE_KIND_HOUSEHOLD)
		return "BK_TINH_HGD";
	if (scene->kind == NOMINEE_KIND_COLLECTIVE)
		return dice < 3 ? "TT_LDXS" : dice < 5 ? "BK_TINH_TT" : "CO_TINH";
	/* An emulation title is for who works in an office, a school, a hospital, an armed force. */
	if ((scene->where & (HEALTH | SCHOOL | OFFICE | BORDER)) != 0 && dice < 2)
		return "CSTD_TINH";
	return "BK_TINH_CN";
}

const struct demo_unit *
demo_unit_of(const char *code)
{
	for (size_t i = 0; i < demo_unit_count; i++) {
		if (str_eq(demo_units[i].code, code))
			return &demo_units[i];
	}
	abort();
}

void
demo_nominee(struct arena *a, uint32_t *s, const struct demo_unit *unit, struct demo_nominee *n)
{
	const struct scene *fitting[N(scenes)], *scene;
	uint32_t count = 0;

	for (size_t i = 0; i < N(scenes); i++) {
		if ((scenes[i].where & unit->scenes) != 0)
			fitting[count++] = &scenes[i];
	}
	scene = fitting[next(s) % count];
	/* Most who are honoured are people. */
	if (scene->kind != NOMINEE_KIND_PERSON && next(s) % 2 == 0)
		scene = fitting[next(s) % count];
	memset(n, 0, sizeof(*n));
	n->kind = scene->kind;
	n->field = scene->field;
	n->gender = next(s) % 2 == 0 ? GENDER_MALE : GENDER_FEMALE;
	n->position = n->workplace = "";
	switch (scene->kind) {
	case NOMINEE_KIND_PERSON:
		n->name = person_name(a, s, unit->people, n->gender);
		n->born = (struct date){ (int16_t)between(s, 1964, 1998),
			(int8_t)between(s, 1, 12), (int8_t)between(s, 1, 28) };
		n->position = scene->position;
		n->workplace = capital(a, fill(a, s, unit, scene, scene->workplace));
		break;
	case NOMINEE_KIND_COLLECTIVE:
		n->name = fill(a, s, unit, scene, scene->position);
		n->workplace = capital(a, unit->name);
		break;
	case NOMINEE_KIND_HOUSEHOLD:
		n->name = arena_printf(a, "Hộ %s %s", n->gender == GENDER_MALE ? "ông" : "bà",
		    person_name(a, s, unit->people, n->gender));
		n->workplace = capital(a, unit->name);
		break;
	case NOMINEE_KIND_COUNT: break;
	}
	n->achievement = fill(a, s, unit, scene, scene->achievement);
	n->award = award_of(s, scene);
}
