// The constellations: their stars, each in its place on the chart, and the lines that join them.
import { n, radius } from './measures.mjs';
import { CONSTELLATIONS } from './stars.mjs';

/** Every constellation as `{ id, name, paths, stars }`; `place` says where a body is on the chart. */
export const placeFigures = (place) =>
  Object.entries(CONSTELLATIONS).map(([id, { name, stars, lines }]) => ({
    id,
    name,
    paths: lines,
    stars: Object.fromEntries(
      Object.entries(stars).map(([letter, [ra, dec, magnitude]]) => [letter, { ...place({ ra, dec }), magnitude }]),
    ),
  }));

/** The stars of `figures` above the horizon, each once, although two figures may share it. */
export function starsAbove(figures) {
  const above = new Map();
  for (const star of figures.flatMap(({ stars }) => Object.values(stars))) {
    const spot = `${n(star.x)},${n(star.y)}`;
    if (star.altitude > 0.5 && !above.has(spot)) above.set(spot, star);
  }
  return [...above.values()];
}

/** The lines of a figure that are above the horizon, or rise over it. */
export const linesOf = ({ paths, stars }) =>
  paths
    .flatMap((path) => {
      const joined = path.split(' ').map((letter) => stars[letter]);
      return joined.slice(1).map((star, i) => [joined[i], star]);
    })
    .filter(([a, b]) => a.altitude > -12 && b.altitude > -12 && (a.altitude > 0 || b.altitude > 0))
    .map(([a, b]) => shortened(a, b))
    .join('');

/** Lines stop short of the stars that they join, as in a printed atlas. */
function shortened(a, b) {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const from = (radius(a.magnitude) + 3) / length;
  const to = 1 - (radius(b.magnitude) + 3) / length;
  if (to <= from) return '';
  const point = (t) => `${n(a.x + (b.x - a.x) * t)} ${n(a.y + (b.y - a.y) * t)}`;
  return `M${point(from)}L${point(to)}`;
}
