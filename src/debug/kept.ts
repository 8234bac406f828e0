/** Cookies and storage: whose they are, and whether they may be there. Pure. */
import type { KeptPlace } from '../lazy.ts';
import { type Facts, isAllowed, type KeptFact } from './facts.ts';
import { count, type Row, type Section, time } from './section.ts';
import { whyAll } from './why.ts';

const PLACES: Record<KeptPlace, string> = {
  cookie: 'cookie',
  local: 'localStorage',
  session: 'sessionStorage',
  indexedDB: 'IndexedDB',
  caches: 'Cache Storage',
};

export function collectKept(facts: Facts): Section {
  const rows = facts.kept.map((kept) => rowOf(kept, facts));
  const wrong = rows.filter(({ mark }) => mark === 'wrong');
  return {
    title: 'Cookies and storage',
    summary: facts.kept[0]
      ? `${count(rows.length, 'name')}, ${wrong.length} of services that are not allowed. ` +
        'Cookies that a server hides from scripts (HttpOnly) are not seen.'
      : 'Nothing that a script can see.',
    columns: ['name', 'where', 'whose', 'allowed', 'seen'],
    // What is not allowed is what one looks for.
    rows: [...wrong, ...rows.filter((row) => !wrong.includes(row))],
  };
}

function rowOf({ place, name, since, isAnswered }: KeptFact, facts: Facts): Row {
  const seen =
    `${since ? `came after ${time(since)}` : 'was there when the panel opened'}` +
    (isAnswered ? '' : ', before an answer');
  const isOurs = name === facts.config.storage.name && (place === 'cookie' || place === 'local');
  const owner = isOurs ? undefined : facts.naming.keeperOf(place, name);
  if (isOurs)
    return { cells: [name, PLACES[place], 'Commsor Consent', 'necessary: it is the answer', seen], mark: 'runs' };
  if (!owner) return { cells: [name, PLACES[place], 'not in the table', 'nobody knows what it is for', seen] };
  const { title, expression } = owner;
  const isFine = isAllowed(facts, expression);
  const reason = expression ? whyAll(expression, facts.state) : 'the site has no purpose for it';
  const text = isFine ? reason : `is there, and should not be: ${reason}`;
  return { cells: [name, PLACES[place], title, text, seen], mark: isFine ? 'runs' : 'wrong' };
}
