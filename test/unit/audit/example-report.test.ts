import { expect, test } from 'vitest';
import { exampleReport } from '../../../demo/server/report.mjs';
import { adviceOn } from '../../../src/audit/advice.ts';
import { type AuditReport, looseIn, SCHEMA } from '../../../src/audit/report.ts';
import { check } from '../../../src/check/index.ts';
import { textOf } from '../../support/docs.ts';

/** What demo/README.md says how to make anew. */
const report: AuditReport = JSON.parse(textOf('demo/audit/report.json'));

test('the example report is one that the command would write today', () => {
  const { hosts, kept } = looseIn(report);
  const ids = [...hosts, ...kept].flatMap(({ services }) => services);
  expect(report.schema).toBe(SCHEMA);
  expect(report.proposal.services).toEqual(adviceOn(ids, (id) => id));
  expect(check(report.proposal.configuration).filter(({ level }) => level === 'error')).toEqual([]);
});

test('its page names every loose host, and leads to the builder', async () => {
  const page = await exampleReport();
  for (const { host } of looseIn(report).hosts) expect(page).toContain(host);
  expect(page).toContain('href="/builder/?example"');
  expect(page).not.toMatch(/<script/);
});
