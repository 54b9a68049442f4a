// What scripts say, in the language of the page.

const VI = {
	copied: 'Đã chép',
	copyFailed: 'Chưa chép được. Hãy chọn dòng chữ rồi nhấn Ctrl+C.',
	none: 'Chưa chọn trường hợp nào.',
	selected: (n, names, rest) => `Đã chọn ${n}: ${names}${rest > 0 ? ` và ${rest} trường hợp khác` : ''}.`,
	characters: {
		charactersUnderLimit: { other: 'Còn %{count} ký tự' },
		charactersAtLimit: 'Đã hết số ký tự cho phép',
		charactersOverLimit: { other: 'Quá %{count} ký tự' },
		textareaDescription: { other: 'Tối đa %{count} ký tự.' },
	},
	accordion: {
		hideAllSections: 'Thu gọn tất cả',
		hideSection: 'Thu gọn',
		hideSectionAriaLabel: 'Thu gọn mục này',
		showAllSections: 'Mở tất cả',
		showSection: 'Mở',
		showSectionAriaLabel: 'Mở mục này',
	},
};

const EN = {
	copied: 'Copied',
	copyFailed: 'Could not copy. Select the text and press Ctrl+C.',
	none: 'Nothing selected yet.',
	selected: (n, names, rest) => `${n} selected: ${names}${rest > 0 ? ` and ${rest} more` : ''}.`,
	characters: {
		charactersUnderLimit: { one: '%{count} character left', other: '%{count} characters left' },
		charactersAtLimit: 'No characters left',
		charactersOverLimit: { one: '%{count} character too many', other: '%{count} characters too many' },
		textareaDescription: { other: 'At most %{count} characters.' },
	},
	accordion: {},
};

export const words = document.documentElement.lang.startsWith('en') ? EN : VI;
