// The measures of the chart.

/** The radius of the horizon. */
export const R = 300;

/** A coordinate as it is written. */
export const n = (x) => String(Math.round(x * 10) / 10);

/** How large a star is drawn. */
export const radius = (magnitude) => Math.max(0.9, 4.6 - magnitude * 0.95);
