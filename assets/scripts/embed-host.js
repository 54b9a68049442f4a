// On the news page: lets every embedded honour list grow to its height.  Only a frame's own window is believed.

const MAX = 100000;

function frameOf(source) {
	for (const frame of document.querySelectorAll('iframe'))
		if (frame.contentWindow === source)
			return frame;
	return null;
}

addEventListener('message', (event) => {
	const { type, height } = event.data ?? {};
	if (type !== 'vinh-danh:height' || !Number.isFinite(height) || height <= 0 || height > MAX)
		return;
	const frame = frameOf(event.source);
	// A sandboxed frame has no origin of its own: "null".
	if (frame === null || (event.origin !== 'null' && new URL(frame.src, location.href).origin !== event.origin))
		return;
	frame.style.height = `${Math.ceil(height)}px`;
	frame.setAttribute('scrolling', 'no');
});

for (const frame of document.querySelectorAll('iframe[src*="/vinh-danh/embed/"]'))
	frame.contentWindow?.postMessage({ type: 'vinh-danh:ask' }, '*'); // no secret: the frame may not have loaded yet
