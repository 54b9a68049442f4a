// The group BELENIOS-2048 in BigInt: powers, membership, random scalars, exact decimals.
//
// A subgroup of prime order q of the integers modulo a prime p (specification, section 5.1).
// BigInt arithmetic does not run in constant time; that is accepted, because whoever can time it
// sits on the member's own device.

export const NAME = 'BELENIOS-2048';
export const p = BigInt('206947856' +
	'9142254640101364365750500806492298929575110409710088478705737421924271740192' +
	'2237254497684338129066633138078958404960054389636289796393038773905722803605' +
	'9737494276713767776188985898727358650490811670993105358677809800307904916540' +
	'6377717376419867852727347447634183560003569830519314428456170191100078673730' +
	'7333564123971732897913240474578834468260652327974647951137672658693582180046' +
	'3179220736688600526271863633860887968821207694323661494910029234443463732221' +
	'4588410058642105024212036543356120132048111885240873107701415166620016231317' +
	'7169372189248078507711827842317498073276598828825169183103125680162072880719');
export const g = BigInt('24023526' +
	'7750185220922768770353239993271228765737836491651007531878766327414635321932' +
	'0285676155269678799694668298749389095083896573425601900601068477164491735474' +
	'1372831046104586813145117816467554005274028898461398645326612150557970971620' +
	'1616827031288643245666383486363578210615491841998253431518974065818686865115' +
	'1358576410138882215396016043228843603930989333662772848406593138406010231675' +
	'0957637779826651036068224066350766977640253462537730851331734951942489677540' +
	'5257365904949247763147599157519877517771148149092045660020547812705472823814' +
	'0972518639858334115700568353695553423781475582491896050296680037745308460627');
export const q = BigInt('7' +
	'8571733251071885079927659812671450121821421258408794611510081919805623223441');

/** The remainder of a in [0, m), also for negative a. */
export function mod(a, m = q) {
	const r = a % m;
	return r < 0n ? r + m : r;
}

/** x^e modulo p; e is not negative. */
export function pow(x, e) {
	return product([[x, e]]);
}

/**
 * The product of x^e over pairs [x, e], four bits at a time; squarings are shared. x is an element
 * or a FixedBase, whose powers need no squarings at all.
 */
export function product(pairs) {
	let fixed = 1n;
	const tables = [];
	let digits = 0;
	for (const [x, e] of pairs) {
		if (x instanceof FixedBase) {
			fixed = fixed * x.pow(e) % p;
			continue;
		}
		const table = [1n, x];
		for (let i = 2; i < 16; i++)
			table.push(table[i - 1] * x % p);
		const hex = e.toString(16);
		tables.push([table, hex]);
		digits = Math.max(digits, hex.length);
	}
	let r = 1n;
	for (let at = digits; at > 0; at--) {
		if (at < digits)
			for (let i = 0; i < 4; i++)
				r = r * r % p;
		for (const [table, hex] of tables) {
			const digit = at > hex.length ? 0 : parseInt(hex[hex.length - at], 16);
			if (digit !== 0)
				r = r * table[digit] % p;
		}
	}
	return r * fixed % p;
}

/** 1/x modulo p, for x in the group. */
export function inverse(x) {
	return pow(x, q - 1n);
}

/** 1/a modulo q. */
export function inverseScalar(a) {
	let [r0, r1, s0, s1] = [q, mod(a), 0n, 1n];
	while (r1 !== 0n) {
		const t = r0 / r1;
		[r0, r1] = [r1, r0 - t * r1];
		[s0, s1] = [s1, s0 - t * s1];
	}
	return mod(s0);
}

/** A base whose powers are needed hundreds of times: every x^(digit * 256^place) kept. */
export class FixedBase {
	constructor(x) {
		this.value = x;
		this.places = [];
		for (let place = 0; place < 32; place++) {
			const row = [1n, x];
			for (let i = 2; i < 256; i++)
				row.push(row[i - 1] * x % p);
			this.places.push(row);
			x = row[255] * x % p;
		}
	}

	/** value^e for e in [0, q]. */
	pow(e) {
		const hex = e.toString(16).padStart(64, '0');
		let r = 1n;
		for (let place = 0; place < 32; place++) {
			const digit = parseInt(hex.slice(62 - 2 * place, 64 - 2 * place), 16);
			if (digit !== 0)
				r = r * this.places[place][digit] % p;
		}
		return r;
	}
}

let gTable;

/** g as a FixedBase; the table is built at the first call, a tenth of a second. */
export function generator() {
	return gTable ??= new FixedBase(g);
}

export function isMember(x) {
	return x > 0n && x < p && pow(x, q) === 1n;
}

/** A uniform scalar in [0, q) from the browser's random source. */
export function randomScalar() {
	for (;;) {
		const x = bytesToInt(crypto.getRandomValues(new Uint8Array(32)));
		if (x < q)
			return x;
	}
}

export function bytesToInt(bytes) {
	let hex = '0x0';
	for (const b of bytes)
		hex += b.toString(16).padStart(2, '0');
	return BigInt(hex);
}

/** Read a scalar: canonical decimal in [0, q). Throws otherwise. */
export function parseScalar(text) {
	if (typeof text !== 'string' || !/^(0|[1-9][0-9]{0,76})$/.test(text) || BigInt(text) >= q)
		throw new Error('not a scalar');
	return BigInt(text);
}

/** Read a number in (0, p): canonical decimal, membership not checked. Throws otherwise. */
export function parseNumber(text) {
	if (typeof text !== 'string' || !/^[1-9][0-9]{0,616}$/.test(text) || BigInt(text) >= p)
		throw new Error('not a number of the group');
	return BigInt(text);
}

/** Read an element: a number, and in the group. Throws otherwise. */
export function parseElement(text) {
	const x = parseNumber(text);
	if (!isMember(x))
		throw new Error('not an element of the group');
	return x;
}

/** The same, and not 1: for keys, which everybody could use if they were 1. */
export function parseKey(text) {
	const x = parseElement(text);
	if (x === 1n)
		throw new Error('1 is not a key');
	return x;
}
