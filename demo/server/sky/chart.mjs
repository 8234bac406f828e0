// The sky as a round chart: north above, east to the left, the way it looks when you hold the chart overhead.
// Colours come from the page's style sheet, so that one drawing is a printed atlas by day and a night sky after dark.
import { galactic, horizontal, moon, planets, siderealTime } from './ephemeris.mjs';
import { linesOf, placeFigures, starsAbove } from './figures.mjs';
import { beside, figureLabels, fitted, starLabels } from './labels.mjs';
import { n, R, radius } from './measures.mjs';

const RAD = Math.PI / 180;

export function chart(date, { latitude, longitude }) {
  const sidereal = siderealTime(date, longitude);
  const place = (body) => project(horizontal(body, sidereal, latitude));
  const figures = placeFigures(place);
  const stars = starsAbove(figures);
  const names = figures.flatMap(figureLabels);
  const wanderers = planets(date)
    .map((planet) => ({ ...planet, ...place(planet) }))
    .filter((planet) => planet.altitude > 2);
  const theMoon = { ...moon(date), ...place(moon(date)) };
  const moons = theMoon.altitude > 2 ? [theMoon] : [];
  const labels = fitted(
    [
      ...wanderers.map((planet) => beside(planet, planet.name, 8, 'planet', 11)),
      ...moons.map((body) => beside(body, 'Moon', 13, 'planet', 11)),
      ...figures.flatMap(starLabels),
      ...names,
    ],
    [...stars.map((star) => boxAround(star, radius(star.magnitude) + 1)), ...moons.map((body) => boxAround(body, 10))],
  );
  const above = [...wanderers.map((planet) => planet.name), ...names.map(([label]) => label.text)];

  return `<svg class="chart" viewBox="-332 -332 664 664" role="img" aria-labelledby="chart-title">
<title id="chart-title">Star chart: ${above.join(', ')} are above the horizon.</title>
<clipPath id="horizon"><circle r="${R}"/></clipPath>
<circle class="chart-sky" r="${R}"/>
<g clip-path="url(#horizon)">
<path class="chart-milky-way wide" d="${milkyWay(place)}"/><path class="chart-milky-way" d="${milkyWay(place)}"/>
<path class="chart-grid" d="${grid(place, latitude)}"/>
<path class="chart-figures" d="${figures.map(linesOf).join('')}"/>
</g>
<g class="chart-stars">${stars.map(({ x, y, magnitude }) => circle(x, y, radius(magnitude))).join('')}</g>
${moons.map(placedMoon).join('')}
<g class="chart-planets">${wanderers.map(({ x, y }) => circle(x, y, 4)).join('')}</g>
${labels.map(placedText).join('')}
<circle class="chart-rim" r="${R}"/>${ticks()}
</svg>`;
}

const circle = (x, y, r) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/>`;

const placedMoon = (body) =>
  `<g class="chart-moon" transform="translate(${n(body.x)} ${n(body.y)})">${moonDisc(body, 9)}</g>`;

const placedText = ({ kind, x, y, anchor, text }) =>
  `<text class="chart-${kind}" x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${text}</text>`;

const boxAround = ({ x, y }, r) => [x - r, y - r, x + r, y + r];

/** Stereographic: shapes keep their shape down to the horizon. */
function project({ altitude, azimuth }) {
  const r = R * Math.tan(((90 - altitude) / 2) * RAD);
  return { altitude, x: -r * Math.sin(azimuth * RAD), y: -r * Math.cos(azimuth * RAD) };
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
  const compass = letters.map(
    ([letter, x, y]) => `<text class="chart-compass" x="${x}" y="${y}" text-anchor="middle">${letter}</text>`,
  );
  return `<path class="chart-ticks" d="${path}"/>${compass.join('')}`;
}

/** The moon's disc around the origin: the dark disc and the lit part over it. */
export function moonDisc({ lit, waxing }, r) {
  const bulge = n(Math.abs(1 - 2 * lit) * r);
  const outer = waxing ? 1 : 0;
  const inner = lit < 0.5 === waxing ? 0 : 1;
  const edge = `M0 ${-r}A${r} ${r} 0 0 ${outer} 0 ${r}A${bulge} ${r} 0 0 ${inner} 0 ${-r}Z`;
  return `<circle class="moon-dark" r="${r}"/><path class="moon-lit" d="${edge}"/>`;
}
