/**
 * Who takes complaints about privacy, by the place where a visitor lives: ISO 3166 codes and web addresses. Written
 * from knowledge on 2026-11-28 and not looked at since: check the ones that you rely on, or say yours as
 * `controller.authority`, which counts before these.
 */
const AUTHORITIES: Readonly<Partial<Record<string, string>>> = {
  AT: 'https://www.dsb.gv.at/',
  BE: 'https://www.dataprotectionauthority.be/',
  BG: 'https://www.cpdp.bg/',
  BR: 'https://www.gov.br/anpd/',
  CA: 'https://www.priv.gc.ca/',
  'CA-QC': 'https://www.cai.gouv.qc.ca/',
  CH: 'https://www.edoeb.admin.ch/',
  CY: 'https://www.dataprotection.gov.cy/',
  CZ: 'https://uoou.gov.cz/',
  DE: 'https://www.bfdi.bund.de/',
  DK: 'https://www.datatilsynet.dk/',
  EE: 'https://www.aki.ee/',
  ES: 'https://www.aepd.es/',
  FI: 'https://tietosuoja.fi/',
  FR: 'https://www.cnil.fr/',
  GB: 'https://ico.org.uk/',
  GR: 'https://www.dpa.gr/',
  HR: 'https://azop.hr/',
  HU: 'https://www.naih.hu/',
  IE: 'https://www.dataprotection.ie/',
  IS: 'https://www.personuvernd.is/',
  IT: 'https://www.garanteprivacy.it/',
  LI: 'https://www.datenschutzstelle.li/',
  LT: 'https://vdai.lrv.lt/',
  LU: 'https://cnpd.public.lu/',
  LV: 'https://www.dvi.gov.lv/',
  MT: 'https://idpc.org.mt/',
  NL: 'https://autoriteitpersoonsgegevens.nl/',
  NO: 'https://www.datatilsynet.no/',
  PL: 'https://uodo.gov.pl/',
  PT: 'https://www.cnpd.pt/',
  RO: 'https://www.dataprotection.ro/',
  SE: 'https://www.imy.se/',
  SI: 'https://www.ip-rs.si/',
  SK: 'https://dataprotection.gov.sk/',
  'US-CA': 'https://cppa.ca.gov/',
};

/** The authority of a region, or of its country; `undefined` where we know of none. */
export const authorityIn = (region: string): string | undefined =>
  AUTHORITIES[region] ?? AUTHORITIES[region.split('-', 1)[0] ?? ''];
