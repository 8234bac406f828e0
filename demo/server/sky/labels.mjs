// The names on the chart. Each has a few places to try; the first that is free is taken, what fits nowhere is left out.
import { R, radius } from './measures.mjs';
import { NAMED } from './stars.mjs';

/** The places to try for a name at either side of a body. */
export const beside = ({ x, y }, text, gap, kind, size) =>
  [
    ['start', gap],
    ['end', -gap],
  ].map(([anchor, dx]) => ({ text, x: x + dx, y: y + 4, anchor, size, kind }));

/** The places to try for each star of a figure that people know by name. */
export const starLabels = ({ id, stars }) =>
  Object.entries(stars)
    .map(([letter, star]) => ({ ...star, known: NAMED[`${id} ${letter}`] }))
    .filter(({ known, altitude }) => known && altitude > 6)
    .map((star) => beside(star, star.known, radius(star.magnitude) + 4, 'star', 10));

/** The places to try for the name of a figure, if enough of it is up. */
export function figureLabels({ name, stars }) {
  const visible = Object.values(stars).filter((star) => star.altitude > 4);
  if (!name || visible.length < Math.max(3, Object.keys(stars).length * 0.7)) return [];
  const x = visible.reduce((sum, star) => sum + star.x, 0) / visible.length;
  const y = visible.reduce((sum, star) => sum + star.y, 0) / visible.length;
  const [top, bottom] = [Math.min(...visible.map((star) => star.y)), Math.max(...visible.map((star) => star.y))];
  const places = [
    [x, y],
    [x, bottom + 16],
    [x, top - 8],
    [x - 44, y],
    [x + 44, y],
    [x - 30, bottom + 8],
    [x + 30, bottom + 8],
  ];
  return [
    places.map(([left, baseline]) => ({
      text: name,
      x: left,
      y: baseline,
      anchor: 'middle',
      size: 12,
      kind: 'figure',
    })),
  ];
}

/** One place for each of `labels`, as far as there is room beside the boxes in `taken`. */
export function fitted(labels, taken) {
  const boxes = [...taken];
  return labels.map((places) => places.find((label) => fits(label, boxes))).filter(Boolean);
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
