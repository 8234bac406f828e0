// Where the sun, the moon and four planets are, to about a tenth of a degree: P. Schlyter's "How to compute planetary
// positions", good for a chart on a web page. Angles in degrees, days from 1999-12-31 00:00 UT.

const RAD = Math.PI / 180;
const sin = (x) => Math.sin(x * RAD);
const cos = (x) => Math.cos(x * RAD);
const atan2 = (y, x) => Math.atan2(y, x) / RAD;
const wrap = (x) => ((x % 360) + 360) % 360;

const dayNumber = (date) => date.getTime() / 86_400_000 - 10_956;

// N ascending node, i inclination, w perihelion, a axis, e eccentricity, M anomaly: value and change a day.
const ORBITS = {
  Venus: {
    N: [76.6799, 2.4659e-5],
    i: [3.3946, 2.75e-8],
    w: [54.891, 1.38374e-5],
    a: 0.72333,
    e: [0.006773, -1.302e-9],
    M: [48.0052, 1.6021302244],
  },
  Mars: {
    N: [49.5574, 2.11081e-5],
    i: [1.8497, -1.78e-8],
    w: [286.5016, 2.92961e-5],
    a: 1.523688,
    e: [0.093405, 2.516e-9],
    M: [18.6021, 0.5240207766],
  },
  Jupiter: {
    N: [100.4542, 2.76854e-5],
    i: [1.303, -1.557e-7],
    w: [273.8777, 1.64505e-5],
    a: 5.20256,
    e: [0.048498, 4.469e-9],
    M: [19.895, 0.0830853001],
  },
  Saturn: {
    N: [113.6634, 2.3898e-5],
    i: [2.4886, -1.081e-7],
    w: [339.3939, 2.97661e-5],
    a: 9.55475,
    e: [0.055546, -9.499e-9],
    M: [316.967, 0.0334442282],
  },
};
const SUN = { w: [282.9404, 4.70935e-5], e: [0.016709, -1.151e-9], M: [356.047, 0.9856002585] };
const MOON = {
  N: [125.1228, -0.0529538083],
  i: [5.1454, 0],
  w: [318.0634, 0.1643573223],
  a: 60.2666,
  e: [0.0549, 0],
  M: [115.3654, 13.0649929509],
};

const at = ([start, rate], d) => start + rate * d;

/** Distance and true anomaly on an orbit. */
function onOrbit(a, e, M) {
  let E = M + (e / RAD) * sin(M) * (1 + e * cos(M));
  for (let k = 0; k < 5; k++) E -= (E - (e / RAD) * sin(E) - M) / (1 - e * cos(E));
  const x = a * (cos(E) - e);
  const y = a * Math.sqrt(1 - e * e) * sin(E);
  return { r: Math.hypot(x, y), v: atan2(y, x) };
}

function sunPosition(d) {
  const w = at(SUN.w, d);
  const { r, v } = onOrbit(1, at(SUN.e, d), wrap(at(SUN.M, d)));
  return { lon: wrap(v + w), r, meanLon: wrap(at(SUN.M, d) + w), M: wrap(at(SUN.M, d)) };
}

function ecliptic({ N, i, w, a, e, M }, d) {
  const node = at(N, d);
  const tilt = at(i, d);
  const { r, v } = onOrbit(a, at(e, d), wrap(at(M, d)));
  const u = v + at(w, d);
  return {
    x: r * (cos(node) * cos(u) - sin(node) * sin(u) * cos(tilt)),
    y: r * (sin(node) * cos(u) + cos(node) * sin(u) * cos(tilt)),
    z: r * sin(u) * sin(tilt),
  };
}

function toEquatorial({ x, y, z }, d) {
  const obliquity = 23.4393 - 3.563e-7 * d;
  const ye = y * cos(obliquity) - z * sin(obliquity);
  const ze = y * sin(obliquity) + z * cos(obliquity);
  return { ra: wrap(atan2(ye, x)) / 15, dec: atan2(ze, Math.hypot(x, ye)) };
}

/** Right ascension in hours and declination in degrees. */
export function planets(date) {
  const d = dayNumber(date);
  const sun = sunPosition(d);
  return Object.entries(ORBITS).map(([name, orbit]) => {
    const p = ecliptic(orbit, d);
    return { name, ...toEquatorial({ x: p.x + sun.r * cos(sun.lon), y: p.y + sun.r * sin(sun.lon), z: p.z }, d) };
  });
}

/** The moon, with the lit part of its disc (0 to 1) and whether it is waxing. */
export function moon(date) {
  const d = dayNumber(date);
  const sun = sunPosition(d);
  const p = ecliptic(MOON, d);
  const M = wrap(at(MOON.M, d));
  const node = at(MOON.N, d);
  const L = wrap(M + at(MOON.w, d) + node); // mean longitude
  const D = wrap(L - sun.meanLon); // elongation
  const F = wrap(L - node); // argument of latitude
  const lon = wrap(
    atan2(p.y, p.x) -
      1.274 * sin(M - 2 * D) +
      0.658 * sin(2 * D) -
      0.186 * sin(sun.M) -
      0.059 * sin(2 * M - 2 * D) -
      0.057 * sin(M - 2 * D + sun.M) +
      0.053 * sin(M + 2 * D),
  );
  const lat = atan2(p.z, Math.hypot(p.x, p.y)) - 0.173 * sin(F - 2 * D);
  const elongation = Math.acos(cos(sun.lon - lon) * cos(lat)) / RAD;
  return {
    ...toEquatorial({ x: cos(lon) * cos(lat), y: sin(lon) * cos(lat), z: sin(lat) }, d),
    lit: (1 - cos(elongation)) / 2,
    waxing: wrap(lon - sun.lon) < 180,
  };
}

/** Local sidereal time in hours. */
export function siderealTime(date, longitude) {
  return (
    (((18.697374558 + 24.06570982441908 * (date.getTime() / 86_400_000 - 10_957.5) + longitude / 15) % 24) + 24) % 24
  );
}

/** Height above the horizon and compass bearing (north 0, east 90). */
export function horizontal({ ra, dec }, sidereal, latitude) {
  const h = (sidereal - ra) * 15;
  const x = cos(h) * cos(dec);
  const y = sin(h) * cos(dec);
  const z = sin(dec);
  const xh = x * sin(latitude) - z * cos(latitude);
  return { altitude: Math.asin(x * cos(latitude) + z * sin(latitude)) / RAD, azimuth: wrap(atan2(y, xh) + 180) };
}

/** When the sun sinks below `altitude` on the evening of `noon`'s day, or null where it does not. */
export function sunsetBelow(altitude, noon, latitude, longitude) {
  const altitudeAt = (time) => {
    const date = new Date(time);
    const sun = sunPosition(dayNumber(date));
    const position = toEquatorial({ x: sun.r * cos(sun.lon), y: sun.r * sin(sun.lon), z: 0 }, dayNumber(date));
    return horizontal(position, siderealTime(date, longitude), latitude).altitude;
  };
  let low = noon.getTime();
  let high = low + 12 * 3_600_000;
  if (altitudeAt(high) > altitude) return null;
  while (high - low > 30_000) {
    const middle = (low + high) / 2;
    if (altitudeAt(middle) > altitude) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** A point of the Milky Way's middle line: galactic longitude to the equatorial system. */
export function galactic(longitude, latitude) {
  const poleRa = 192.85948;
  const poleDec = 27.12825;
  const node = 122.93192;
  const dec = Math.asin(sin(latitude) * sin(poleDec) + cos(latitude) * cos(poleDec) * cos(node - longitude)) / RAD;
  const ra =
    poleRa +
    atan2(
      cos(latitude) * sin(node - longitude),
      sin(latitude) * cos(poleDec) - cos(latitude) * sin(poleDec) * cos(node - longitude),
    );
  return { ra: wrap(ra) / 15, dec };
}
