import type { PrivacySignal } from '../api.ts';
import type { LegalSource, RegionLaw, RequiredLink } from './table.ts';

/** What differs from state to state. */
interface State {
  readonly title: string;
  readonly code: string;
  readonly inForce: string;
  /** Whether a universal opt-out signal has to be honoured. */
  readonly isSignalBinding?: boolean;
  readonly optInUnder: number;
  readonly links?: readonly RequiredLink[];
  readonly note?: string;
  readonly source: LegalSource;
}

const GPC: readonly PrivacySignal[] = ['gpc'];

/**
 * The laws of the states are of one kind: what is not sensitive may run until the visitor opts out of advertising and
 * sale. Nobody below 13 may be tracked without a parent's consent, under federal law (COPPA, 15 U.S.C. § 6501).
 */
const lawOf = ({ code, isSignalBinding = false, source, ...state }: State): RegionLaw => ({
  model: 'opt-out',
  silence: 'allowed',
  signals: isSignalBinding ? GPC : [],
  links: ['privacy-policy', 'privacy-choices'],
  mayExempt: [],
  checked: '2026-11-28',
  verified: false,
  ...state,
  regions: [`US-${code}`],
  sources: [source],
});

/** States of the USA with a comprehensive privacy law, in the order of their first day in force. */
export const american = {
  california: lawOf({
    title: 'California',
    code: 'CA',
    inForce: '2020-01-01',
    isSignalBinding: true,
    optInUnder: 16,
    links: ['privacy-policy', 'privacy-choices', 'do-not-sell-or-share', 'limit-sensitive-data'],
    note:
      'The state of the signal has to be shown since 1 January 2026 (11 CCR § 7025(c)(6)). "Your Privacy Choices" ' +
      'may stand for the two other links (§ 7015).',
    source: {
      law: 'California Consumer Privacy Act, Civ. Code § 1798.100 to 1798.199.100; 11 CCR § 7000 to 7304',
      url:
        'https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml' +
        '?division=3.&part=4.&lawCode=CIV&title=1.81.5',
    },
  }),
  virginia: lawOf({
    title: 'Virginia',
    code: 'VA',
    inForce: '2023-01-01',
    optInUnder: 13,
    source: {
      law: 'Virginia Consumer Data Protection Act, Va. Code § 59.1-575 to 59.1-585',
      url: 'https://law.lis.virginia.gov/vacode/title59.1/chapter53/',
    },
  }),
  colorado: lawOf({
    title: 'Colorado',
    code: 'CO',
    inForce: '2023-07-01',
    isSignalBinding: true,
    optInUnder: 18,
    source: {
      law: 'Colorado Privacy Act, C.R.S. § 6-1-1301 to 6-1-1313; 4 CCR 904-3',
      url: 'https://coag.gov/resources/colorado-privacy-act/',
    },
  }),
  connecticut: lawOf({
    title: 'Connecticut',
    code: 'CT',
    inForce: '2023-07-01',
    isSignalBinding: true,
    optInUnder: 18,
    source: { law: 'Connecticut Data Privacy Act, Conn. Gen. Stat. § 42-515 to 42-525' },
  }),
  utah: lawOf({
    title: 'Utah',
    code: 'UT',
    inForce: '2023-12-31',
    optInUnder: 13,
    source: {
      law: 'Utah Consumer Privacy Act, Utah Code § 13-61-101 to 13-61-404',
      url: 'https://le.utah.gov/xcode/Title13/Chapter61/13-61.html',
    },
  }),
  florida: lawOf({
    title: 'Florida',
    code: 'FL',
    inForce: '2024-07-01',
    optInUnder: 18,
    note: 'For companies with more than 1,000 million dollars of revenue; some lists leave it out.',
    source: { law: 'Florida Digital Bill of Rights, Fla. Stat. § 501.701 to 501.722' },
  }),
  oregon: lawOf({
    title: 'Oregon',
    code: 'OR',
    inForce: '2024-07-01',
    isSignalBinding: true,
    optInUnder: 16,
    source: {
      law: 'Oregon Consumer Privacy Act, ORS 646A.570 to 646A.589',
      url: 'https://www.oregonlegislature.gov/bills_laws/ors/ors646a.html',
    },
  }),
  texas: lawOf({
    title: 'Texas',
    code: 'TX',
    inForce: '2024-07-01',
    isSignalBinding: true,
    optInUnder: 13,
    source: {
      law: 'Texas Data Privacy and Security Act, Bus. & Com. Code ch. 541',
      url: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.541.htm',
    },
  }),
  montana: lawOf({
    title: 'Montana',
    code: 'MT',
    inForce: '2024-10-01',
    isSignalBinding: true,
    optInUnder: 18,
    source: { law: 'Montana Consumer Data Privacy Act, Mont. Code § 30-14-2801 and following' },
  }),
  delaware: lawOf({
    title: 'Delaware',
    code: 'DE',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 18,
    source: {
      law: 'Delaware Personal Data Privacy Act, 6 Del. C. ch. 12D',
      url: 'https://delcode.delaware.gov/title6/c012d/',
    },
  }),
  iowa: lawOf({
    title: 'Iowa',
    code: 'IA',
    inForce: '2025-01-01',
    optInUnder: 13,
    source: { law: 'Iowa Consumer Data Protection Act, Iowa Code ch. 715D' },
  }),
  nebraska: lawOf({
    title: 'Nebraska',
    code: 'NE',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 13,
    source: { law: 'Nebraska Data Privacy Act, Neb. Rev. Stat. § 87-1101 and following' },
  }),
  newHampshire: lawOf({
    title: 'New Hampshire',
    code: 'NH',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 16,
    source: { law: 'New Hampshire RSA ch. 507-H' },
  }),
  newJersey: lawOf({
    title: 'New Jersey',
    code: 'NJ',
    inForce: '2025-01-15',
    isSignalBinding: true,
    optInUnder: 17,
    source: { law: 'New Jersey Data Privacy Act, N.J.S.A. 56:8-166.4 and following' },
  }),
  tennessee: lawOf({
    title: 'Tennessee',
    code: 'TN',
    inForce: '2025-07-01',
    optInUnder: 13,
    source: { law: 'Tennessee Information Protection Act' },
  }),
  minnesota: lawOf({
    title: 'Minnesota',
    code: 'MN',
    inForce: '2025-07-31',
    isSignalBinding: true,
    optInUnder: 17,
    source: {
      law: 'Minnesota Consumer Data Privacy Act, Minn. Stat. ch. 325M',
      url: 'https://www.revisor.mn.gov/statutes/cite/325M',
    },
  }),
  maryland: lawOf({
    title: 'Maryland',
    code: 'MD',
    inForce: '2025-10-01',
    isSignalBinding: true,
    optInUnder: 18,
    note: 'Sensitive data may not be sold at all, nor data of minors used for targeted advertising.',
    source: { law: 'Maryland Online Data Privacy Act, Md. Code, Com. Law § 14-4701 and following' },
  }),
  indiana: lawOf({
    title: 'Indiana',
    code: 'IN',
    inForce: '2026-01-01',
    optInUnder: 13,
    source: { law: 'Indiana Consumer Data Protection Act, Ind. Code 24-15' },
  }),
  kentucky: lawOf({
    title: 'Kentucky',
    code: 'KY',
    inForce: '2026-01-01',
    optInUnder: 13,
    source: { law: 'Kentucky Consumer Data Protection Act, KRS 367.3611 to 367.3629' },
  }),
  rhodeIsland: lawOf({
    title: 'Rhode Island',
    code: 'RI',
    inForce: '2026-01-01',
    optInUnder: 13,
    source: { law: 'Rhode Island Data Transparency and Privacy Protection Act, R.I. Gen. Laws ch. 6-48.1' },
  }),
  louisiana: lawOf({
    title: 'Louisiana',
    code: 'LA',
    inForce: '2027-01-01',
    isSignalBinding: true,
    optInUnder: 13,
    note: 'By summaries a setting of the browser may speak for its user, as in Texas.',
    source: { law: 'Louisiana Data Privacy Act, Act 502 of 2026 (SB 386)' },
  }),
  oklahoma: lawOf({
    title: 'Oklahoma',
    code: 'OK',
    inForce: '2027-01-01',
    optInUnder: 13,
    source: { law: 'Oklahoma Consumer Data Privacy Act, SB 546 of 2026' },
  }),
  alabama: lawOf({
    title: 'Alabama',
    code: 'AL',
    inForce: '2027-05-01',
    optInUnder: 13,
    source: { law: 'Alabama Personal Data Protection Act, HB 351 of 2026' },
  }),
} satisfies Record<string, RegionLaw>;
