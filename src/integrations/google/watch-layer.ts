import type { Layer, LookAtLayer } from '../../lazy.ts';
import { listOf, ownFields } from '../../model/coerce.ts';
import { DEFAULT_MAP } from '../../model/google-map.ts';
import { atEnd } from '../../schedule.ts';
import type { Store } from '../../store.ts';

/** Mends what the page did to the data layer behind our tag, and tells the site what speaks against its visitors. */
export function watchLayer({ config, state, follow, report, life }: Store, lookAtLayer: LookAtLayer): void {
  const { dataLayer = 'dataLayer', map } = config.google ?? {};
  const told = new Set<string>();
  const tell = (fault: string) => {
    if (!told.has(fault)) report('config-invalid', fault);
    told.add(fault);
  };

  function look(): void {
    const found: unknown = Reflect.get(window, dataLayer);
    if (Array.isArray(found) && !Object.isExtensible(found)) {
      Reflect.set(window, dataLayer, [...found]);
      tell(
        `google.dataLayer: window.${dataLayer} could not grow, so nothing reached Google; it is a copy now. Do not ` +
          'freeze it',
      );
    }
    const replaced = lookAtLayer();
    if (replaced && !(replaced instanceof Element)) {
      tell(
        `google.dataLayer: window.${dataLayer} was no array, so Google could not read it; it is one now, with what ` +
          'was in it. Make it an array, or name another layer for Google here',
      );
    }
    // Where the visitor need not be asked first, a site may start with everything granted.
    const granted = state().model === 'opt-in' ? grantedByDefaults(Reflect.get(window, dataLayer), map) : [];
    if (granted[0]) {
      tell(
        `google: a gtag('consent', 'default', …) of the page grants ${granted.join(', ')} before anyone is asked, ` +
          'and the last default counts. Remove it from the page: without it ours counts, which denies all of that',
      );
    }
  }

  look();
  follow('google', look);
  // A tag manager may bring a default of its own at any time: with a file, with an answer of its server, or by a timer;
  // then Google's own requests tell. (`load` of what a page loads never reaches `window`.)
  EventTarget.prototype.addEventListener.call(document, 'load', look, { capture: true, signal: life });
  for (const type of ['pageshow', 'visibilitychange']) addEventListener(type, look, { capture: true, signal: life });
  const requests = new PerformanceObserver(look);
  requests.observe({ type: 'resource' });
  atEnd(life, () => requests.disconnect());
}

/** What defaults in `layer` grant everywhere, beside what is necessary. */
function grantedByDefaults(layer: unknown, map: unknown): string[] {
  const { necessary = [] } = DEFAULT_MAP;
  const free: readonly string[] = [...necessary, ...listOf<string>(ownFields<typeof DEFAULT_MAP>(map).necessary)];
  const types = listOf<Layer[number]>(layer).flatMap((entry) => {
    const what = entry?.[0] === 'consent' && entry[1] === 'default' && entry[2];
    return what && !what.region ? Object.keys(what).filter((type) => what[type] === 'granted') : [];
  });
  return [...new Set(types)].filter((type) => !free.includes(type));
}
