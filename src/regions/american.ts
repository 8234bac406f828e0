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
  readonly sources: readonly LegalSource[];
  readonly checked?: string;
  readonly verified?: boolean;
}

/** For rows that were compared with the words of the law, at the addresses in their sources. */
export const compared = { checked: '2026-11-29', verified: true } as const;

const GPC: readonly PrivacySignal[] = ['gpc'];

/**
 * The laws of the states are of one kind: what is not sensitive may run until the visitor opts out of advertising and
 * sale. Nobody below 13 may be tracked without a parent's consent, under federal law (COPPA, 15 U.S.C. § 6501).
 */
const lawOf = ({ code, isSignalBinding = false, ...state }: State): RegionLaw => ({
  model: 'opt-out',
  silence: 'allowed',
  signals: isSignalBinding ? GPC : [],
  links: ['privacy-policy', 'privacy-choices'],
  mayExempt: [],
  checked: '2026-11-28',
  verified: false,
  ...state,
  regions: [`US-${code}`],
});

/** States of the USA with a comprehensive privacy law, in the order of their first day in force. */
export const american = {
  california: lawOf({
    ...compared,
    title: 'California',
    code: 'CA',
    inForce: '2020-01-01',
    isSignalBinding: true,
    optInUnder: 16,
    links: ['privacy-policy', 'privacy-choices', 'do-not-sell-or-share', 'limit-sensitive-data'],
    note:
      'The state of the signal has to be shown since 1 January 2026 (11 CCR § 7025(c)(6)). "Your Privacy Choices" ' +
      'may stand for the two other links (§ 7015).',
    sources: [
      {
        law: 'California Consumer Privacy Act, Civ. Code § 1798.100 to 1798.199.100; 11 CCR § 7000 to 7304',
        url:
          'https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml' +
          '?division=3.&part=4.&lawCode=CIV&title=1.81.5',
      },
      {
        law: '11 CCR § 7025(b) and (c)(1): the signal',
        url: 'https://www.law.cornell.edu/regulations/california/11-CCR-7025',
      },
      {
        law: '11 CCR § 7072(b): consent below 16 years',
        url: 'https://govt.westlaw.com/calregs/Document/I2E003E70D45511ED8CB7A9089AB7E22E',
      },
    ],
  }),
  virginia: lawOf({
    ...compared,
    title: 'Virginia',
    code: 'VA',
    inForce: '2023-01-01',
    optInUnder: 13,
    sources: [
      {
        law:
          'Virginia Consumer Data Protection Act, Va. Code § 59.1-577(A)(5): the right to opt out, by a request, so ' +
          'no signal',
        url: 'https://self-law.org/code/va/title-59-1/chapter-53/59-1-577',
      },
      {
        law: 'Va. Code § 59.1-575, as § 59.1-578 has it: a child is younger than 13',
        url: 'https://lawserver.com/law/state/virginia/va-code/virginia_code_59-1-578',
      },
    ],
  }),
  colorado: lawOf({
    title: 'Colorado',
    code: 'CO',
    inForce: '2023-07-01',
    isSignalBinding: true,
    optInUnder: 18,
    note:
      'The signal binds since 1 July 2024; Global Privacy Control is on the list. Minors have to consent since ' +
      '1 October 2025. The words that say who is a minor were not read, only those that call 18 an adult.',
    sources: [
      {
        law: 'Colorado Privacy Act, C.R.S. § 6-1-1306(1)(a): the right to opt out',
        url:
          'https://casetext.com/statute/colorado-revised-statutes/title-6-consumer-and-commercial-affairs/' +
          'fair-trade-and-restraint-of-trade/article-1-colorado-consumer-protection-act/' +
          'part-13-colorado-privacy-act/section-6-1-1306-consumer-personal-data-rights-repeal',
      },
      {
        law: 'Colorado Department of Law, list under 4 CCR 904-3, rule 5.07: the signal',
        url: 'https://coag.gov/uoom/',
      },
      {
        law: 'C.R.S. § 6-1-1308.5(2)(a): no advertising, sale or profiling by data of minors without consent',
        url:
          'https://e.casetext.com/statute/colorado-revised-statutes/title-6-consumer-and-commercial-affairs/' +
          'fair-trade-and-restraint-of-trade/article-1-colorado-consumer-protection-act/part-13-colorado-privacy-act/' +
          'section-6-1-13085-effective-1012025-duties-of-controllers-duty-of-care-rebuttable-presumption',
      },
      { law: 'SB 24-041: minors', url: 'https://leg.colorado.gov/bills/sb24-041' },
      {
        law: 'C.R.S. § 6-1-1303(1): an adult is 18 or older',
        url: 'https://law.counselstack.com/statute/co/06/6-1-1303',
      },
    ],
  }),
  connecticut: lawOf({
    title: 'Connecticut',
    code: 'CT',
    inForce: '2023-07-01',
    isSignalBinding: true,
    optInUnder: 18,
    note:
      'The signal binds since 1 January 2025, as the attorney general announced. By summaries a minor is younger ' +
      'than 18, and Public Act 25-113 forbids to sell data of minors, or to advertise by it, since 1 July 2026, also ' +
      'with consent.',
    sources: [
      { law: 'Connecticut Data Privacy Act, Conn. Gen. Stat. § 42-515 to 42-525' },
      {
        law: 'Conn. Gen. Stat. § 42-518(a)(5): the right to opt out',
        url: 'https://instalawyer.io/laws/connecticut-general-statutes/section-42-518-note-this',
      },
      {
        law: 'Conn. Gen. Stat. § 42-520(e)(1)(A): a link to opt out',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page168.html',
      },
      {
        law: 'Attorney General, announcement for 1 January 2025: the signal',
        url:
          'https://doingitlocal.com/2025/01/new-privacy-protections-in-effect-on-january-1-attorney-general-tong-' +
          'advises-connecticut-consumers-and-businesses-of-opt-out-rights-and-requirements',
      },
      {
        law: 'Conn. Gen. Stat. § 42-529a(b)(1), before Public Act 25-113: minors have to consent',
        url:
          'https://d1tvxue8o4w0fl.cloudfront.net/statute/general-statutes-of-connecticut/' +
          'title-42-business-selling-trading-and-collection-practices/' +
          'chapter-743jj-consumer-data-privacy-and-online-monitoring/' +
          'section-42-529a-controllers-duties-consumer-consent',
      },
    ],
  }),
  utah: lawOf({
    ...compared,
    title: 'Utah',
    code: 'UT',
    inForce: '2023-12-31',
    optInUnder: 13,
    sources: [
      {
        law: 'Utah Consumer Privacy Act, Utah Code § 13-61-201: the right to opt out',
        url: 'https://lexace.ai/us/statute/utah/13-61-201',
      },
      {
        law: 'Utah Code § 13-61-202: by means that the controller prescribes, so no signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page379.html',
      },
      {
        law: 'Utah Code § 13-61-101(8): a child is younger than 13',
        url: 'https://utahlexgraph.pages.dev/Code/Title-13/13-Ch13_61',
      },
    ],
  }),
  florida: lawOf({
    title: 'Florida',
    code: 'FL',
    inForce: '2024-07-01',
    optInUnder: 18,
    note: 'For companies with more than 1,000 million dollars of revenue; some lists leave it out.',
    sources: [
      { law: 'Florida Digital Bill of Rights, Fla. Stat. § 501.701 to 501.722' },
      {
        law: 'Fla. Stat. § 501.709: requests by methods that the controller establishes, so no signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page241.html',
      },
      {
        law: 'Fla. Stat. § 501.71, with § 501.702: a child is younger than 18',
        url: 'https://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-71',
      },
    ],
  }),
  oregon: lawOf({
    title: 'Oregon',
    code: 'OR',
    inForce: '2024-07-01',
    isSignalBinding: true,
    optInUnder: 16,
    note:
      'The signal binds since 1 January 2026. By summaries HB 2008 of 2025 forbids since that day to sell data ' +
      'of anyone below 16, or to advertise by it, also with consent; only the words before it were read, which let ' +
      'those of 13 to 15 years consent.',
    sources: [
      {
        law: 'Oregon Consumer Privacy Act, ORS 646A.570 to 646A.589',
        url: 'https://www.oregonlegislature.gov/bills_laws/ors/ors646a.html',
      },
      {
        law: 'ORS 646A.578(4)(h) and (5)(c), as enacted: the right to opt out, and the signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page334.html',
      },
      {
        law: 'ORS 646A.578(2)(c), before HB 2008: consent from 13 to 15 years',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page365.html',
      },
      {
        law: 'Oregon Department of Justice: the signal',
        url: 'https://www.doj.state.or.us/media-home/news-media-releases/faq_category/business-privacy-faqs/',
      },
    ],
  }),
  texas: lawOf({
    ...compared,
    title: 'Texas',
    code: 'TX',
    inForce: '2024-07-01',
    isSignalBinding: true,
    optInUnder: 13,
    note:
      'The signal binds since 1 January 2025. A controller that honours no like signal of another state need not ' +
      'honour one here (§ 541.055(e)(4)).',
    sources: [
      {
        law: 'Texas Data Privacy and Security Act, Bus. & Com. Code § 541.051(b)(5): the right to opt out',
        url: 'https://codes.findlaw.com/tx/business-and-commerce-code/bus-com-sect-541-051/',
      },
      {
        law: 'Bus. & Com. Code § 541.055(e): opting out by a setting of the browser',
        url: 'https://codes.findlaw.com/tx/business-and-commerce-code/bus-com-sect-541-055/',
      },
      {
        law: 'Bus. & Com. Code § 541.101(b)(4): children as under COPPA',
        url: 'https://codes.findlaw.com/tx/business-and-commerce-code/bus-com-sect-541-101/',
      },
    ],
  }),
  montana: lawOf({
    title: 'Montana',
    code: 'MT',
    inForce: '2024-10-01',
    isSignalBinding: true,
    optInUnder: 18,
    note: 'The signal binds since 1 January 2025. The age is that of SB 297, by summaries since 1 October 2025.',
    sources: [
      { law: 'Montana Consumer Data Privacy Act, Mont. Code § 30-14-2801 and following' },
      {
        law: 'Mont. Code § 30-14-2809(1) and (3): the right to opt out, and the signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page303.html',
      },
    ],
  }),
  delaware: lawOf({
    ...compared,
    title: 'Delaware',
    code: 'DE',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 18,
    note: 'By summaries the signal binds since 1 January 2026.',
    sources: [
      {
        law:
          'Delaware Personal Data Privacy Act, 6 Del. C. § 12D-106(e)(1)b: the signal to opt out has to be ' +
          'complied with',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page186.html',
      },
      {
        law: 'Delaware Department of Justice: consent below 18 years',
        url: 'https://attorneygeneral.delaware.gov/fraud/personal-data-privacy-portal/parents-and-kids',
      },
      {
        law: 'Delaware Department of Justice: the first day',
        url: 'https://attorneygeneral.delaware.gov/fraud/personal-data-privacy-portal/frequently-asked-questions',
      },
    ],
  }),
  iowa: lawOf({
    title: 'Iowa',
    code: 'IA',
    inForce: '2025-01-01',
    optInUnder: 13,
    note: 'Sensitive data too may be processed after clear notice and an opportunity to opt out (§ 715D.4(2)).',
    sources: [
      { law: 'Iowa Consumer Data Protection Act, Iowa Code ch. 715D' },
      {
        law: 'Iowa Code § 715D.3(1): requests by means that the controller specifies, so no signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page216.html',
      },
      {
        law: 'Iowa Code § 715D.4(2): sensitive data, and children as under COPPA',
        url: 'https://law.counselstack.com/statute/ia/715D.4',
      },
    ],
  }),
  nebraska: lawOf({
    ...compared,
    title: 'Nebraska',
    code: 'NE',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 13,
    note:
      'A controller that honours no like signal of another state need not honour one here (§ 87-1111(5)(d)). On ' +
      'the services that the Age-Appropriate Online Design Code Act covers, minors may not be shown targeted ' +
      'advertising at all (§ 87-1305(4)).',
    sources: [
      {
        law:
          'Nebraska Data Privacy Act, Neb. Rev. Stat. § 87-1111(5) and (6): opting out, also by a setting of the ' +
          'browser',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page320.html',
      },
      {
        law: 'Neb. Rev. Stat. § 87-1112(2)(d): children as under COPPA',
        url: 'https://self-law.org/code/ne/chapter-87/87-1112',
      },
      { law: 'Neb. Rev. Stat. § 87-1305(4)', url: 'https://self-law.org/code/ne/chapter-87/87-1305' },
    ],
  }),
  newHampshire: lawOf({
    title: 'New Hampshire',
    code: 'NH',
    inForce: '2025-01-01',
    isSignalBinding: true,
    optInUnder: 16,
    sources: [
      {
        law: 'New Hampshire RSA 507-H:4, I(e): the right to opt out',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page335.html',
      },
      { law: 'RSA 507-H:6: the signal, and consent from 13 to 15 years' },
      {
        law: 'New Hampshire Department of Justice: the right to opt out',
        url: 'https://www.doj.nh.gov/data-privacy-enforcement',
      },
    ],
  }),
  newJersey: lawOf({
    ...compared,
    title: 'New Jersey',
    code: 'NJ',
    inForce: '2025-01-15',
    isSignalBinding: true,
    optInUnder: 17,
    note: 'The signal binds from six months after the first day in force: since 15 July 2025.',
    sources: [
      {
        law: 'New Jersey Data Privacy Act, N.J.S.A. 56:8-166.6: the right to opt out',
        url: 'https://lexace.ai/us/statute/new-jersey/56-8-166.6',
      },
      {
        law: 'N.J.S.A. 56:8-166.11(b)(1): the signal',
        url: 'https://self-law.org/code/nj/title-56/chapter-8/56-8-166-11',
      },
      {
        law: 'N.J.S.A. 56:8-166.12(a)(7): consent from 13 to 16 years',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page350.html',
      },
    ],
  }),
  tennessee: lawOf({
    ...compared,
    title: 'Tennessee',
    code: 'TN',
    inForce: '2025-07-01',
    optInUnder: 13,
    sources: [
      {
        law: 'Tennessee Information Protection Act, Tenn. Code § 47-18-3304(a)(1): by a request, so no signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page392.html',
      },
      {
        law: 'Tenn. Code § 47-18-3304(a)(2)(E): the right to opt out',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page342.html',
      },
      {
        law: 'Tenn. Code § 47-18-3302, as § 47-18-3305 has it: a child is younger than 13',
        url: 'https://www.lawserver.com/law/state/tennessee/tncode/tennessee_code_47-18-3305',
      },
    ],
  }),
  minnesota: lawOf({
    title: 'Minnesota',
    code: 'MN',
    inForce: '2025-07-31',
    isSignalBinding: true,
    optInUnder: 17,
    note: '"Between the ages of 13 and 16" is read so that it takes in the year of being 16.',
    sources: [
      {
        law: 'Minnesota Consumer Data Privacy Act, Minn. Stat. ch. 325M',
        url: 'https://www.revisor.mn.gov/statutes/cite/325M',
      },
      {
        law: 'Minn. Stat. § 325M.14, subd. 1(f): the right to opt out',
        url: 'https://www.revisor.mn.gov/statutes/cite/325M.14',
      },
      {
        law: 'Minn. Stat. § 325M.16, subd. 1(b), as enacted: a way to opt out beside the privacy notice',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page289.html',
      },
      {
        law: 'Minn. Stat. § 325M.16, as enacted: consent from 13 to 16 years',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page290.html',
      },
    ],
  }),
  maryland: lawOf({
    ...compared,
    title: 'Maryland',
    code: 'MD',
    inForce: '2025-10-01',
    isSignalBinding: true,
    optInUnder: 18,
    note:
      'Sensitive data may not be sold at all, nor data of anyone below 18 be sold or used for targeted advertising. ' +
      'By § 14-4707(f)(3) a controller may offer a link or take the signal; by § 14-4706 it has to comply with a ' +
      'setting of the browser that it can authenticate. Read strictly, the signal binds.',
    sources: [
      {
        law: 'Maryland Online Data Privacy Act, Md. Code, Com. Law § 14-4707(a)(2), (4) and (5)',
        url: 'https://lexace.ai/us/statute/maryland/CL-14-4707',
      },
      {
        law: 'Md. Code, Com. Law § 14-4706: opting out by a setting of the browser',
        url: 'https://mgaleg.maryland.gov/mgawebsite/laws/StatuteText?article=gcl&enactments=false&section=14-4706',
      },
      {
        law: 'Md. Code, Com. Law § 14-4707(f)(3): link or signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page269.html',
      },
    ],
  }),
  indiana: lawOf({
    ...compared,
    title: 'Indiana',
    code: 'IN',
    inForce: '2026-01-01',
    optInUnder: 13,
    sources: [
      {
        law: 'Indiana Consumer Data Protection Act, Ind. Code 24-15-3-1(b)(5): the right to opt out',
        url: 'https://lawserver.com/law/state/indiana/in-code/indiana_code_24-15-3-1',
      },
      {
        law: 'Ind. Code 24-15-4-5: by means that the controller establishes, so no signal',
        url: 'https://courtgpt.ai/laws/indiana/title-24/article-15/chapter-4/section-24-15-4-5',
      },
      {
        law: 'Ind. Code 24-15-4-1(5): children as under COPPA',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page200.html',
      },
    ],
  }),
  kentucky: lawOf({
    ...compared,
    title: 'Kentucky',
    code: 'KY',
    inForce: '2026-01-01',
    optInUnder: 13,
    sources: [
      {
        law:
          'Kentucky Consumer Data Protection Act, KRS 367.3615(1) and (2)(e): the right to opt out, by means that ' +
          'the controller specifies, so no signal',
        url: 'https://self-law.org/code/ky/367-3615',
      },
      {
        law: 'KRS 367.3611(5): a child as under COPPA',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page223.html',
      },
    ],
  }),
  rhodeIsland: lawOf({
    ...compared,
    title: 'Rhode Island',
    code: 'RI',
    inForce: '2026-01-01',
    optInUnder: 13,
    sources: [
      {
        law:
          'Rhode Island Data Transparency and Privacy Protection Act, R.I. Gen. Laws § 6-48.1-5(e)(4) and (f): the ' +
          'right to opt out, by means that the controller establishes, so no signal',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page380.html',
      },
      {
        law: 'R.I. Gen. Laws § 6-48.1-2(5): a child as under COPPA',
        url: 'https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page375.html',
      },
    ],
  }),
  louisiana: lawOf({
    title: 'Louisiana',
    code: 'LA',
    inForce: '2027-01-01',
    isSignalBinding: true,
    optInUnder: 13,
    note: 'By summaries a setting of the browser may speak for its user, as in Texas.',
    sources: [{ law: 'Louisiana Data Privacy Act, Act 502 of 2026 (SB 386)' }],
  }),
  oklahoma: lawOf({
    title: 'Oklahoma',
    code: 'OK',
    inForce: '2027-01-01',
    optInUnder: 13,
    sources: [{ law: 'Oklahoma Consumer Data Privacy Act, SB 546 of 2026' }],
  }),
  alabama: lawOf({
    title: 'Alabama',
    code: 'AL',
    inForce: '2027-05-01',
    optInUnder: 13,
    sources: [{ law: 'Alabama Personal Data Protection Act, HB 351 of 2026' }],
  }),
} satisfies Record<string, RegionLaw>;
