// Inside the embedded list: tells the page around it how high it is, in the three dialects news sites speak.

const child = new URLSearchParams(location.search).get('childId') ?? '';
let told = 0;

function tell() {
	const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
	if (height === told || parent === window)
		return;
	told = height;
	parent.postMessage({ type: 'vinh-danh:height', height }, '*');
	parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
	parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, '*');
}

new ResizeObserver(tell).observe(document.documentElement);
addEventListener('load', tell);
// A host that loaded later may ask.
addEventListener('message', (event) => {
	if (event.source === parent && event.data?.type === 'vinh-danh:ask') {
		told = 0;
		tell();
	}
});
tell();
