/**
 * Which law asks for what, and where: `regions: 'recommended'` takes the models from here, and a site may read the
 * rest. State of November 2026. This is no legal advice.
 *
 * A row is the strictest reading of its law that one model for all purposes can express. To check a row: read the text
 * of the law and what its authority says of it, correct the row, give the address of what you read, and set `checked`
 * and `verified`.
 */
import type { ConsentModel, DefaultPurpose, PrivacySignal } from '../api.ts';
import { american, compared } from './american.ts';

/** A way that has to be easy to find on the page, whatever it is called there. */
export type RequiredLink =
  | 'privacy-policy'
  /** Back to the choice, as easily as it was given. */
  | 'privacy-settings'
  /** "Your Privacy Choices": one way for every opt-out. */
  | 'privacy-choices'
  /** "Do Not Sell or Share My Personal Information". */
  | 'do-not-sell-or-share'
  /** "Limit the Use of My Sensitive Personal Information". */
  | 'limit-sensitive-data';

export interface LegalSource {
  /** The law and the place in it. */
  readonly law: string;
  /**
   * Where its text, or its authority, is. Left out rather than guessed. In a verified row it is where the words were
   * read, which for some laws is a copy of the text and not the official edition.
   */
  readonly url?: string;
}

/** The law of a place, as far as it speaks of what a page may run before an answer. */
export interface RegionLaw {
  readonly title: string;
  /** ISO 3166 codes; `'*'`: everywhere that no other row names. */
  readonly regions: readonly string[];
  readonly model: ConsentModel;
  /** What is to become of optional purposes as long as the visitor says nothing. */
  readonly silence: 'denied' | 'allowed';
  /** The signals of the browser that the law asks to be honoured. We honour both everywhere. */
  readonly signals: readonly PrivacySignal[];
  readonly links: readonly RequiredLink[];
  /** Whoever is younger, in years, has to be asked first, or a parent has; `null`: the law names no age. */
  readonly optInUnder: number | null;
  /**
   * The default purposes that the law lets start without permission, within limits that `note` tells. Whether a site
   * keeps to them nobody else knows, so none is exempt unless the site says so, see `RegionRule.exempt`.
   */
  readonly mayExempt: readonly DefaultPurpose[];
  /** Since when, or from when, as `2026-11-28`. */
  readonly inForce: string;
  readonly note?: string;
  readonly sources: readonly LegalSource[];
  /** When the row was last gone through, as `2026-11-28`. */
  readonly checked: string;
  /** Whether it was compared with the text of the law then. `false`: written from knowledge and summaries. */
  readonly verified: boolean;
}

/** What all rows have in common that ask first. */
const asking = {
  model: 'opt-in',
  silence: 'denied',
  signals: [],
  links: ['privacy-policy', 'privacy-settings'],
  mayExempt: [],
  checked: '2026-11-28',
  verified: false,
} as const;

/** As amended: the first wording of 2002, at `eli/dir/2002/58/oj`, asked for a right to refuse and not for consent. */
const EPRIVACY: LegalSource = {
  law: 'Directive 2002/58/EC (ePrivacy) as amended by Directive 2009/136/EC, Art. 5(3)',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02002L0058-20091219',
};
const GDPR: LegalSource = {
  law: 'Regulation (EU) 2016/679 (GDPR), Art. 4(11), 6, 7 and 8',
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
};

const european = {
  eea: {
    ...asking,
    ...compared,
    title: 'European Economic Area',
    // Without France, which has a row of its own; AX is a part of Finland.
    regions: 'AT AX BE BG CY CZ DE DK EE ES FI GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
    optInUnder: 16,
    inForce: '2018-05-25',
    note: 'Member states may lower the age to 13 (GDPR, Art. 8(1)), and several have.',
    sources: [EPRIVACY, GDPR, { law: 'GDPR, Art. 8(1): the age', url: 'https://gdpr-text.com/read/article-8/' }],
  },
  france: {
    ...asking,
    ...compared,
    title: 'France',
    // With the departments that have codes of their own.
    regions: ['FR', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'],
    optInUnder: 15,
    mayExempt: ['analytics'],
    inForce: '2018-05-25',
    note:
      'Audience measurement for the site alone may start without consent: anonymous figures, no combination with ' +
      'other data, no transfer to others, 13 months at most, information and a way to object. Many ' +
      'common tools do not fit.',
    sources: [
      EPRIVACY,
      GDPR,
      {
        law: 'CNIL on loi 78-17 (Informatique et Libertés), art. 82: audience measurement without consent',
        url: 'https://www.cnil.fr/fr/node/167364',
      },
      {
        law: 'CNIL on loi 78-17, art. 45: parents and child consent below 15 years',
        url:
          'https://www.cnil.fr/fr/recommandation-4-rechercher-le-consentement-dun-parent-' +
          'pour-les-mineurs-de-moins-de-15-ans',
      },
    ],
  },
  uk: {
    ...asking,
    ...compared,
    title: 'United Kingdom',
    regions: ['GB'],
    optInUnder: 13,
    mayExempt: ['preferences', 'analytics'],
    inForce: '2018-05-25',
    note:
      'Since 5 February 2026 statistics about the use of the service, and its appearance, may start without consent, ' +
      'with clear information and a simple, free way to object, and without sharing beyond that. The age stood in ' +
      's. 9 of the Data Protection Act 2018, which is omitted now, and is in Art. 8(1) of the UK GDPR; regulations ' +
      'may raise it to 16.',
    sources: [
      {
        law: 'Privacy and Electronic Communications Regulations 2003, reg. 6 and Schedule A1',
        url: 'https://www.legislation.gov.uk/uksi/2003/2426/schedules',
      },
      {
        law: 'Data (Use and Access) Act 2025, s. 112 and Schedule 12',
        url: 'https://www.legislation.gov.uk/ukpga/2025/18/schedule/12',
      },
      { law: 'UK GDPR, Art. 8(1)', url: 'https://www.legislation.gov.uk/eur/2016/679/article/8' },
      {
        law: 'Children’s Wellbeing and Schools Act 2026, s. 72: power to change the age',
        url: 'https://www.legislation.gov.uk/ukpga/2026/21/section/72/enacted',
      },
    ],
  },
  switzerland: {
    ...asking,
    ...compared,
    title: 'Switzerland',
    regions: ['CH'],
    optInUnder: null,
    mayExempt: ['preferences', 'analytics'],
    inForce: '2023-09-01',
    note:
      'The Telecommunications Act itself asks for information and a way to refuse. By the commissioner, ' +
      'personalised advertising needs consent where third parties that many sites embed can profile with high risk: ' +
      'hence opt-in, which is stricter than the law for the rest.',
    sources: [
      {
        law: 'Telecommunications Act (SR 784.10), Art. 45c',
        url: 'https://www.fedlex.admin.ch/eli/cc/1997/2187_2187_2187/en',
      },
      {
        law: 'Federal Act on Data Protection (SR 235.1), Art. 6, 30 and 31',
        url: 'https://www.fedlex.admin.ch/eli/cc/2022/491/en',
      },
      {
        law: 'FDPIC, guidelines on cookies and similar technologies, as of 7 October 2025',
        url: 'https://www.edoeb.admin.ch/de/cookie-leitfaden-aktualisiert',
      },
    ],
  },
} satisfies Record<string, RegionLaw>;

const further = {
  brazil: {
    ...asking,
    title: 'Brazil',
    regions: ['BR'],
    optInUnder: 18,
    inForce: '2020-09-18',
    note:
      'Below 12 a parent has to consent (LGPD, Art. 14). Since 17 March 2026 nobody below 18 may be profiled for ' +
      'advertising at all (Lei 15.211/2025, Art. 22). That non-essential cookies need consent is the authority’s ' +
      'guide, not the wording of the law.',
    sources: [
      {
        law: 'Lei 13.709/2018 (LGPD), Art. 7, 8 and 14',
        url: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
      },
      { law: 'LGPD, Art. 14, § 1: a parent consents for a child', url: 'https://vlex.com.br/vid/art-14-942471056' },
      { law: 'Lei 15.211/2025 (Estatuto Digital da Criança e do Adolescente), Art. 22' },
      { law: 'ANPD, Guia orientativo: cookies e proteção de dados pessoais, 2022' },
    ],
  },
  quebec: {
    ...asking,
    title: 'Quebec',
    regions: ['CA-QC'],
    optInUnder: 14,
    inForce: '2023-09-22',
    sources: [
      {
        law: 'Act respecting the protection of personal information in the private sector, s. 4.1, 8.1 and 14',
        url: 'https://www.legisquebec.gouv.qc.ca/en/document/cs/P-39.1',
      },
    ],
  },
  canada: {
    ...asking,
    title: 'Canada, without Quebec',
    regions: ['CA'],
    model: 'opt-out',
    silence: 'allowed',
    optInUnder: 13,
    inForce: '2004-01-01',
    note: 'Sensitive data needs express consent. The age is that of the commissioner’s guidance.',
    sources: [
      {
        law: 'Personal Information Protection and Electronic Documents Act (PIPEDA), s. 6.1 and Schedule 1, 4.3',
        url: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/',
      },
      { law: 'Privacy Commissioner, policy position on online behavioural advertising' },
    ],
  },
  india: {
    ...asking,
    ...compared,
    title: 'India',
    regions: ['IN'],
    optInUnder: 18,
    inForce: '2027-05-13',
    note:
      'By summaries the duties begin 18 months after the rules of November 2025: by source on 13 or 14 May 2027. ' +
      'Below 18 a parent has to consent (s. 9(1)), and children are not to be tracked at all (s. 9(3)).',
    sources: [
      {
        law: 'Digital Personal Data Protection Act 2023, s. 6(1): consent by a clear affirmative action',
        url: 'https://www.apnilaw.com/bare-act/dpdp/section-6-digital-personal-data-protection-act-dpdp-consent',
      },
      {
        law: 'Digital Personal Data Protection Act 2023, s. 2(f): a child is younger than 18',
        url: 'https://future.indiankanoon.org/doc/20425670',
      },
      {
        law: 'Digital Personal Data Protection Act 2023, s. 9: children',
        url: 'https://dpdpa.co.in/chapter/processing-of-personal-data-of-children/',
      },
    ],
  },
} satisfies Record<string, RegionLaw>;

const rest = {
  ...asking,
  title: 'Everywhere else',
  regions: ['*'],
  optInUnder: null,
  inForce: '2026-11-28',
  note: 'No law is claimed here: what nobody is worse off with. So it is in states of the USA that have no row.',
  sources: [],
} satisfies RegionLaw;

/** The laws by ids of ours. No two rows name the same code; the more exact code counts. */
export const regions = { ...european, ...further, ...american, rest } satisfies Record<string, RegionLaw>;

/** The id of a row. */
export type RegionId = keyof typeof regions;
