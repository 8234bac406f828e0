// The sky as a round chart: north above, east to the left, the way it looks when you hold the chart overhead.
// Colours come from the page's style sheet, so that one drawing is a printed atlas by day and a night sky after dark.
import { galactic, horizontal, moon, planets, siderealTime } from './ephemeris.mjs';
import { CONSTELLATIONS, NAMED } from './stars.mjs';

const R = 300;
const RAD = Math.PI / 180;
const n = (x) => String(Math.round(x * 10) / 10);

export function chart(date, { latitude, longitude }) {
  const sidereal = siderealTime(date, longitude);
  const place = (body) => project(horizontal(body, sidereal, latitude));
  const taken = [];

  const lines = [];
  const stars = [];
  const names = [];
  const starNames = [];
  const drawn = new Set();
  for (const [id, { name, stars: members, lines: paths }] of Object.entries(CONSTELLATIONS)) {
    const placed = Object.fromEntries(
      Object.entries(members).map(([letter, [ra, dec, magnitude]]) => [letter, { ...place({ ra, dec }), magnitude }]),
    );
    for (const path of paths) {
      const letters = path.split(' ');
      for (let i = 1; i < letters.length; i++) {
        const [a, b] = [placed[letters[i - 1]], placed[letters[i]]];
        if (a.altitude > -12 && b.altitude > -12 && (a.altitude > 0 || b.altitude > 0)) lines.push(shortened(a, b));
      }
    }
    for (const [letter, star] of Object.entries(placed)) {
      if (star.altitude <= 0.5) continue;
      const key = `${n(star.x)},${n(star.y)}`;
      if (!drawn.has(key)) {
        stars.push(`<circle cx="${n(star.x)}" cy="${n(star.y)}" r="${n(radius(star.magnitude))}"/>`);
        const r = radius(star.magnitude) + 1;
        taken.push([star.x - r, star.y - r, star.x + r, star.y + r]);
      }
      drawn.add(key);
      const known = NAMED[`${id} ${letter}`];
      if (known && star.altitude > 6)
        starNames.push(
          [
            ['start', 1],
            ['end', -1],
          ].map(([anchor, side]) => ({
            text: known,
            x: star.x + side * (radius(star.magnitude) + 4),
            y: star.y + 4,
            anchor,
            size: 10,
            kind: 'star',
          })),
        );
    }
    const visible = Object.values(placed).filter((star) => star.altitude > 4);
    if (name && visible.length >= Math.max(3, Object.keys(placed).length * 0.7)) {
      const x = visible.reduce((sum, star) => sum + star.x, 0) / visible.length;
      const y = visible.reduce((sum, star) => sum + star.y, 0) / visible.length;
      const [top, bottom] = [Math.min(...visible.map((star) => star.y)), Math.max(...visible.map((star) => star.y))];
      names.push(
        [
          [x, y],
          [x, bottom + 16],
          [x, top - 8],
          [x - 44, y],
          [x + 44, y],
          [x - 30, bottom + 8],
          [x + 30, bottom + 8],
        ].map(([left, baseline]) => ({ text: name, x: left, y: baseline, anchor: 'middle', size: 12, kind: 'figure' })),
      );
    }
  }

  const wanderers = planets(date)
    .map((planet) => ({ ...planet, ...place(planet) }))
    .filter((planet) => planet.altitude > 2);
  const theMoon = { ...moon(date), ...place(moon(date)) };
  const moonUp = theMoon.altitude > 2;
  const beside = (body, text, gap, kind, size) =>
    [
      ['start', gap],
      ['end', -gap],
    ].map(([anchor, dx]) => ({ text, x: body.x + dx, y: body.y + 4, anchor, size, kind }));
  if (moonUp) taken.push([theMoon.x - 10, theMoon.y - 10, theMoon.x + 10, theMoon.y + 10]);
  // Each label has a few places to try; the first that is free is taken, what fits nowhere is left out.
  const labels = [
    ...wanderers.map((planet) => beside(planet, planet.name, 8, 'planet', 11)),
    ...(moonUp ? [beside(theMoon, 'Moon', 13, 'planet', 11)] : []),
    ...starNames,
    ...names,
  ]
    .map((places) => places.find((label) => fits(label, taken)))
    .filter(Boolean);

  return `<svg class="chart" viewBox="-332 -332 664 664" role="img" aria-labelledby="chart-title">
<title id="chart-title">Star chart: ${[...wanderers.map((p) => p.name), ...names.map(([label]) => label.text)].join(', ')} are above the horizon.</title>
<clipPath id="horizon"><circle r="${R}"/></clipPath>
<circle class="chart-sky" r="${R}"/>
<g clip-path="url(#horizon)">
<path class="chart-milky-way wide" d="${milkyWay(place)}"/><path class="chart-milky-way" d="${milkyWay(place)}"/>
<path class="chart-grid" d="${grid(place, latitude)}"/>
<path class="chart-figures" d="${lines.join('')}"/>
</g>
<g class="chart-stars">${stars.join('')}</g>
${moonUp ? `<g class="chart-moon" transform="translate(${n(theMoon.x)} ${n(theMoon.y)})">${moonDisc(theMoon, 9)}</g>` : ''}
<g class="chart-planets">${wanderers.map((p) => `<circle cx="${n(p.x)}" cy="${n(p.y)}" r="4"/>`).join('')}</g>
${labels.map((label) => `<text class="chart-${label.kind}" x="${n(label.x)}" y="${n(label.y)}" text-anchor="${label.anchor}">${label.text}</text>`).join('')}
<circle class="chart-rim" r="${R}"/>${ticks()}
</svg>`;
}

/** Stereographic: shapes keep their shape down to the horizon. */
function project({ altitude, azimuth }) {
  const r = R * Math.tan(((90 - altitude) / 2) * RAD);
  return { altitude, x: -r * Math.sin(azimuth * RAD), y: -r * Math.cos(azimuth * RAD) };
}

const radius = (magnitude) => Math.max(0.9, 4.6 - magnitude * 0.95);

/** Lines stop short of the stars that they join, as in a printed atlas. */
function shortened(a, b) {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const from = (radius(a.magnitude) + 3) / length;
  const to = 1 - (radius(b.magnitude) + 3) / length;
  if (to <= from) return '';
  const point = (t) => `${n(a.x + (b.x - a.x) * t)} ${n(a.y + (b.y - a.y) * t)}`;
  return `M${point(from)}L${point(to)}`;
}

function milkyWay(place) {
  let path = '';
  let drawing = false;
  for (let longitude = 0; longitude <= 360; longitude += 4) {
    const point = place(galactic(longitude, 0));
    if (point.altitude < -14) {
      drawing = false;
      continue;
    }
    path += `${drawing ? 'L' : 'M'}${n(point.x)} ${n(point.y)}`;
    drawing = true;
  }
  return path;
}

/** Circles of declination and the hours of right ascension. */
function grid(place, latitude) {
  let path = '';
  for (const dec of [0, 30, 60]) {
    let drawing = false;
    for (let ra = 0; ra <= 24; ra += 0.4) {
      const point = place({ ra, dec });
      if (point.altitude > -6) path += `${drawing ? 'L' : 'M'}${n(point.x)} ${n(point.y)}`;
      drawing = point.altitude > -6;
    }
  }
  for (let ra = 0; ra < 24; ra += 3) {
    let drawing = false;
    for (let dec = 84; dec >= latitude - 96; dec -= 6) {
      const point = place({ ra, dec });
      if (point.altitude > -6) path += `${drawing ? 'L' : 'M'}${n(point.x)} ${n(point.y)}`;
      drawing = point.altitude > -6;
    }
  }
  return path;
}

function ticks() {
  let path = '';
  for (let azimuth = 0; azimuth < 360; azimuth += 5) {
    const end = R + (azimuth % 30 === 0 ? 9 : 4);
    const [s, c] = [Math.sin(azimuth * RAD), Math.cos(azimuth * RAD)];
    path += `M${n(s * R)} ${n(c * R)}L${n(s * end)} ${n(c * end)}`;
  }
  const letters = [
    ['N', 0, -316],
    ['E', -321, 4.5],
    ['S', 0, 326],
    ['W', 321, 4.5],
  ];
  return `<path class="chart-ticks" d="${path}"/>${letters.map(([letter, x, y]) => `<text class="chart-compass" x="${x}" y="${y}" text-anchor="middle">${letter}</text>`).join('')}`;
}

function fits({ text, x, y, anchor, size }, taken) {
  const width = text.length * size * 0.52;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  const box = [left - 2, y - size, left + width + 2, y + 3];
  const inside = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].every(([px, py]) => Math.hypot(px, py) < R - 4);
  if (
    !inside ||
    taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
  )
    return false;
  taken.push(box);
  return true;
}

/** The moon's disc around the origin: the dark disc and the lit part over it. */
export function moonDisc({ lit, waxing }, r) {
  const bulge = n(Math.abs(1 - 2 * lit) * r);
  const outer = waxing ? 1 : 0;
  const inner = lit < 0.5 === waxing ? 0 : 1;
  return `<circle class="moon-dark" r="${r}"/><path class="moon-lit" d="M0 ${-r}A${r} ${r} 0 0 ${outer} 0 ${r}A${bulge} ${r} 0 0 ${inner} 0 ${-r}Z"/>`;
}
