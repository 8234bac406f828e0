/**
 * The marks by which other consent tools tell what waits for which answer, as their manuals describe them (state of
 * November 2026). Where a tool is named by one of its marks, as `compat` allowed at first, that tool is meant.
 */

/** What an element waits for, in a tool's own names: that all of them are allowed, or that not all of them are. */
export interface Wait {
  readonly names: readonly string[];
  readonly isNot?: boolean;
}

export interface Mark {
  readonly selector: string;
  /** What the mark says, the most exact first: the first that can be translated counts. None: the mark says nothing. */
  read(element: Element): readonly Wait[];
  /** Whether it may stand on what loads nothing, and shows and hides that. */
  readonly isBlock?: boolean;
  /** Whether pages have the attribute for ends of their own too: what names nothing of ours is no mark then. */
  readonly isCommon?: boolean;
}

export interface Tool {
  readonly marks: readonly Mark[];
  /** What the tool's own groups mean where a site has our default purposes. */
  readonly groups?: Readonly<Record<string, string>>;
  /** What starts tags by a call, in an inline script; and what to write instead. */
  readonly calls?: { readonly pattern: RegExp; readonly instead: string };
}

/** Lists with commas, spaces or bars. */
const listIn = (text: string | null | undefined): string[] => text?.split(/[,|\s]+/).filter(Boolean) ?? [];
const waitFor = (names: readonly string[]): Wait[] => (names[0] ? [{ names }] : []);

/** An attribute with one name, which may have spaces and stand behind `!`. */
const oneIn = (element: Element, attribute: string): Wait[] => {
  const text = element.getAttribute(attribute)?.trim() ?? '';
  const name = text.replace(/^!/, '');
  return name ? [{ names: [name], isNot: name !== text }] : [];
};
const attribute = (name: string): Mark => ({ selector: `[${name}]`, read: (element) => oneIn(element, name) });
const list = (name: string): Mark => ({
  selector: `[${name}]`,
  read: (element) => waitFor(listIn(element.getAttribute(name))),
});
/** A service under a category: the service where it is one of ours, else the category. */
const serviceOrCategory: Mark = {
  selector: '[data-category]',
  read: (element) => [...oneIn(element, 'data-service'), ...oneIn(element, 'data-category')],
};

/** Groups in a class, behind `prefix` and separated by hyphens. */
const groupsInClass = (prefix: string): Mark => ({
  selector: `[class*="${prefix}"]`,
  read: (element) => {
    const found = [...element.classList].find((name) => name.startsWith(prefix));
    return waitFor(found?.slice(prefix.length).split(/[-,]/).filter(Boolean) ?? []);
  },
});

const COOKIEBOT = ['preferences', 'statistics', 'marketing'];
/** What is shown after an opt-in, or until then: each class names one category, one without a name all. */
const cookiebotBlock = (kind: 'optin' | 'optout'): Mark => ({
  selector: `[class*="cookieconsent-${kind}"]`,
  isBlock: true,
  read: (element) => {
    const words = [...element.classList].filter((name) => name.startsWith(`cookieconsent-${kind}`));
    const named = words.map((name) => name.slice(`cookieconsent-${kind}-`.length)).filter(Boolean);
    const names = named[0] ? named : words[0] ? COOKIEBOT : [];
    return names[0] ? [{ names, isNot: kind === 'optout' }] : [];
  },
});

/** Klaro shows and hides whatever names a service of its, and what stands in for it meanwhile the other way round. */
const klaroBlock: Mark = {
  selector: '[data-name]',
  isBlock: true,
  isCommon: true,
  read(element) {
    const isNot = element.getAttribute('data-type') === 'placeholder';
    return oneIn(element, 'data-name').map((wait) => (isNot ? { ...wait, isNot } : wait));
  },
};

/** Purposes by number; without them every one that iubenda has. */
const iubenda: Mark = {
  selector: '[class*="_iub_cs_activate"]',
  read: (element) => {
    const numbers = listIn(element.getAttribute('data-iub-purposes'));
    return waitFor(numbers[0] ? numbers : ['2', '3', '4', '5']);
  },
};

export const TOOLS: Readonly<Record<string, Tool>> = {
  'vanilla-cookieconsent': { marks: [serviceOrCategory, list('data-cookiecategory')] },
  klaro: { marks: [klaroBlock, attribute('data-name')] },
  orejime: { marks: [attribute('data-purpose'), attribute('data-name')] },
  cookiebot: {
    marks: [
      {
        selector: '[data-cookieconsent]',
        read: (element) =>
          waitFor(listIn(element.getAttribute('data-cookieconsent')).filter((name) => name !== 'ignore')),
      },
      cookiebotBlock('optin'),
      cookiebotBlock('optout'),
    ],
    groups: { statistics: 'analytics' },
  },
  onetrust: {
    marks: [groupsInClass('optanon-category-'), groupsInClass('ot-vscat-')],
    groups: {
      C0001: 'necessary',
      C0002: 'analytics',
      C0003: 'preferences',
      C0004: 'marketing',
      C0005: 'marketing',
    },
  },
  cookieyes: {
    marks: [
      {
        selector: '[data-cookieyes]',
        read: (element) =>
          waitFor(listIn(element.getAttribute('data-cookieyes')).map((name) => name.replace(/^cookieyes-/, ''))),
      },
    ],
    groups: { functional: 'preferences', performance: 'analytics', advertisement: 'marketing' },
  },
  osano: {
    marks: [list('data-osano')],
    groups: { ESSENTIAL: 'necessary', PERSONALIZATION: 'preferences', ANALYTICS: 'analytics', MARKETING: 'marketing' },
  },
  complianz: {
    marks: [serviceOrCategory],
    groups: { functional: 'necessary', statistics: 'analytics', 'statistics-anonymous': 'analytics' },
  },
  iubenda: {
    marks: [iubenda],
    groups: { 1: 'necessary', 2: 'preferences', 3: 'preferences', 4: 'analytics', 5: 'marketing' },
  },
  usercentrics: { marks: [attribute('data-usercentrics')] },
  termly: {
    marks: [list('data-categories')],
    groups: {
      essential: 'necessary',
      performance: 'preferences',
      advertising: 'marketing',
      social_networking: 'marketing',
    },
  },
  tarteaucitron: {
    marks: [],
    calls: {
      pattern: /\btarteaucitron\s*\.\s*(job|init|user)\b/,
      instead: 'tag the script of each service with data-consent, and remove this one',
    },
  },
  axeptio: {
    marks: [],
    calls: {
      pattern: /\b_axcb\b/,
      instead: 'tag the script of each vendor with data-consent, or wait with commsorConsent.when(name)',
    },
  },
};

const ALIASES: Readonly<Record<string, string>> = {
  'data-category': 'vanilla-cookieconsent',
  'data-name': 'klaro',
  'data-cookieconsent': 'cookiebot',
  'optanon-category': 'onetrust',
  'data-cookieyes': 'cookieyes',
};

/** The tools that `compat` names, each once; what is none stands in no table. */
export function toolsNamed(compat: readonly string[]): readonly (readonly [name: string, tool: Tool])[] {
  const names = compat.map((name) => (Object.hasOwn(ALIASES, name) ? ALIASES[name] : name));
  return Object.entries(TOOLS).filter(([name]) => names.includes(name));
}
