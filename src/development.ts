import type { CommsorConsent, ConsentConfig, ConsentName, DefaultPurpose } from './api.ts';
import { check } from './check/index.ts';
import { ConsentConfigError, createConsent as start } from './index.ts';
import { readPageConfig } from './page-config.ts';

export { ConsentConfigError };

/** `createConsent` as bundlers take it while a site is developed: what only a person can mend is thrown at once. */
export function createConsent<Purpose extends string = DefaultPurpose, Service extends string = never>(
  config: ConsentConfig<Purpose, Service>,
): CommsorConsent<ConsentName<Purpose, Service>> {
  const { input, faults } = readPageConfig(config);
  const [problem, ...others] = check(input, faults).filter(({ level }) => level === 'error');
  if (problem) throw new ConsentConfigError([problem, ...others]);
  return start(config);
}
