import { randomFrom } from './random.ts';

/** A grant that holds until the end of its time, but for what `fields` say. */
const grantAt = (now: number) => (fields: Record<string, string | number>) =>
  Object.entries({
    v: 1,
    id: 'abc',
    t: now,
    x: now + 1e9,
    p: '1',
    e: 'given',
    m: 'banner',
    l: 'en',
    s: '',
    granted: 'analytics.marketing',
    denied: '',
    ...fields,
  })
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

/** Records of ours with a field that is none. */
function wrongFields(now: number): string[] {
  const valid = grantAt(now);
  return [
    ...['', '0', '2', '01', '1.0', '1 ', 'true', '-1', '[object Object]', '1&v=2', 'NaN'].map((v) => valid({ v })),
    ...['', '0', '-1', 'yesterday', 'NaN', 'Infinity', '-Infinity', '1e999', '{}', 'null', '0x', `${now}s`].map((t) =>
      valid({ t }),
    ),
    ...['0', '-1', '1', 'later', 'NaN', 'Infinity', '1e30', `${now}`, `${now - 1}`, `${now + 400 * 864e5}`].map((x) =>
      valid({ x }),
    ),
    ...['', 'granted', 'GIVEN', 'given ', '1', 'constructor', '__proto__', 'toString'].map((e) => valid({ e })),
    ...['', 'bannerx', 'BANNER', '1', 'constructor', '%00'].map((m) => valid({ m })),
    ...[
      '<img src=x onerror=alert(1)>',
      'analytics*',
      'a b',
      'Analytics',
      'ANALYTICS',
      'analytics,marketing',
      'analytics|marketing',
      '*',
      'all',
      'true',
      '1',
      '%2A',
      'analytics marketing',
      'analytics..%00',
      'a'.repeat(2000),
      'x.'.repeat(900),
    ].map((granted) => valid({ granted: granted === 'analytics*' ? 'analytics*zzz' : granted })),
    ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'].map(
      (granted) => valid({ granted }),
    ),
    // In both lists: denied.
    ...['analytics.marketing', 'preferences.analytics.marketing'].map((denied) => valid({ denied })),
    ...[
      '__proto__[analytics]=granted',
      'constructor[prototype][analytics]=granted',
      'granted[]=analytics',
      'granted.analytics=1',
    ].map((pair) => `v=1&t=${now}&${pair}`),
  ];
}

/** What other tools write, and what people and attackers type. */
const otherTexts = (now: number): string[] => [
  'yes',
  'true',
  '1',
  'all',
  'accept',
  'allow',
  'granted',
  'dismiss',
  '{}',
  '[]',
  '[1]',
  'null',
  'undefined',
  'NaN',
  '0',
  '-0',
  '""',
  "''",
  '%',
  '%%',
  '%7B%7D',
  '%E0%A4%A',
  '%u0041',
  '&',
  '=',
  '&&&&',
  '====',
  '.',
  '*',
  '?',
  '#',
  ' ',
  '+',
  '{"analytics":true}',
  '{"categories":["analytics","marketing"]}',
  '%7B%22categories%22%3A%5B%22analytics%22%5D%7D',
  '{"ga":"yes"}',
  '{"__proto__":{"analytics":true}}',
  '!analytics=true!marketing=true',
  'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA',
  'groups=C0001%3A1%2CC0002%3A1&isGpcEnabled=0',
  "{stamp:'abc',necessary:true,preferences:true,statistics:true,marketing:true,method:'explicit'}",
  'consentid:abc,consent:yes,action:yes,necessary:yes,analytics:yes',
  '<script>document.title="hacked"</script>',
  'javascript:alert(1)',
  '../../etc/passwd',
  '${7*7}',
  '{{7*7}}',
  "' OR 1=1 --",
  'v=1',
  'granted=analytics',
  'v=1&granted=analytics',
  `t=${now}&granted=analytics`,
  'A'.repeat(3900),
  '%41'.repeat(1200),
  'a=b&'.repeat(900),
  '['.repeat(3000),
  'v=1&'.repeat(900),
  `v=1&t=${now}&granted=${'analytics*'.repeat(300)}`,
];

/**
 * What a stranger, another tool or a broken disk may have left where the answer is stored. None of it grants anything.
 * Printable ASCII without `;`, so that every browser keeps it as a cookie; the same each time.
 */
export function hostileTexts(now: number): string[] {
  const refusal = grantAt(now)({ e: 'refused', granted: '', denied: 'preferences.analytics.marketing' });
  const cut = Array.from({ length: refusal.length }, (_, length) => refusal.slice(0, length));
  const random = randomFrom(54);
  const flipped = Array.from({ length: 150 }, () => {
    const at = random.below(refusal.length);
    return refusal.slice(0, at) + String.fromCharCode(35 + random.below(24)) + refusal.slice(at + 1);
  });
  return [...wrongFields(now), ...otherTexts(now), ...cut, ...flipped];
}
