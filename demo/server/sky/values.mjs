// What the pages say about tonight, worked out on the server: no script, no shift when it arrives.
import { chart, moonDisc } from './chart.mjs';
import { horizontal, moon, siderealTime, sunsetBelow } from './ephemeris.mjs';

const PLACE = { latitude: 54.6, longitude: -2.6 };
const ZONE = 'Europe/London';
const NIGHTS = 28;
/** Thursday to Saturday. */
const OPEN_DAYS = new Set([4, 5, 6]);

const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });
const longDate = format({ weekday: 'long', day: 'numeric', month: 'long' });
const dayAndMonth = format({ day: 'numeric', month: 'short' });
const weekday = format({ weekday: 'short' });
const clock = format({ hour: '2-digit', minute: '2-digit', hour12: false });
const percent = (share) => `${Math.round(share * 100)}%`;

let made = { day: '', values: {} };

/** `?date=2026-11-24` shows another night: for screenshots that stay the same. */
export function skyValues(url) {
  const asked = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('date') ?? '')?.[0];
  const day = asked && !Number.isNaN(Date.parse(asked)) ? asked : new Date().toISOString().slice(0, 10);
  if (made.day !== day) made = { day, values: compute(day) };
  return made.values;
}

function compute(day) {
  const ten = evening(day);
  const noon = new Date(`${day}T12:00:00Z`);
  const sunset = sunsetBelow(-0.83, noon, PLACE.latitude, PLACE.longitude);
  const dark = sunsetBelow(-18, noon, PLACE.latitude, PLACE.longitude);
  const luna = moon(ten);
  return {
    'sky.date': longDate.format(ten),
    'sky.sunset': sunset ? `Sunset ${clock.format(sunset)}` : '',
    'sky.dark': dark ? `Fully dark from ${clock.format(dark)}` : 'Twilight all night',
    'sky.moon': `Moon ${percent(luna.lit)} lit, ${luna.waxing ? 'waxing' : 'waning'}`,
    'sky.chart': chart(ten, PLACE),
    'sky.nights': nights(day),
    'sky.dome': moonDisc(luna, 10),
  };
}

/** Ten in the evening by the observatory's clock. */
function evening(day) {
  const guess = new Date(`${day}T22:00:00Z`);
  const shown = Number(format({ hour: 'numeric', hour12: false }).format(guess));
  return new Date(guess.getTime() - (shown - 22) * 3_600_000);
}

function nights(first) {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: NIGHTS }, (_, i) => {
    const day = new Date(start + i * 86_400_000).toISOString().slice(0, 10);
    const ten = evening(day);
    const luna = moon(ten);
    const up = horizontal(luna, siderealTime(ten, PLACE.longitude), PLACE.latitude).altitude > 0;
    const open = OPEN_DAYS.has(new Date(start + i * 86_400_000).getUTCDay());
    const dark = !up || luna.lit < 0.12;
    const unseen = `${dark ? ', no moon at ten' : ' of the moon is lit'}${open ? ', dome open' : ''}`;
    return `<li class="${[open && 'open', dark && 'dark'].filter(Boolean).join(' ')}">
<span class="night-day">${weekday.format(ten)}</span> <b class="night-date">${dayAndMonth.format(ten)}</b>
<svg viewBox="-13 -13 26 26" aria-hidden="true">${moonDisc(luna, 11)}</svg>
<span class="night-moon">${dark ? 'dark' : percent(luna.lit)}<span class="hidden">${unseen}</span></span></li>`;
  }).join('');
}
