import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '../../demo/builder/code.ts';
import { configurationOf } from '../../demo/builder/configuration.ts';
import { opened } from '../../demo/builder/opening.ts';
import { configFile } from '../../src/audit/proposal.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import { services } from '../../src/services/table.ts';
import { designs } from '../support/designs.ts';
import { textOf } from '../support/docs.ts';
import { holdsFor } from '../support/properties.ts';

describe('a file that is opened', () => {
  const designIn = (text: string) => {
    const it = opened(text);
    if ('fault' in it) throw new Error(it.fault);
    return it;
  };

  test('yields the configuration that the builder has written, and nothing is left out', () => {
    holdsFor(
      500,
      fc.property(
        designs.filter(({ policy }) => policy.trim() !== ''),
        (design) => {
          const config = configurationOf(design);
          const again = designIn(json(config));
          expect(configurationOf(again.design)).toEqual(config);
          expect(again.left).toEqual([]);
        },
      ),
    );
  });

  test('may be the example report of the audit, or the file that the audit writes', () => {
    const report: AuditReport = JSON.parse(textOf('demo/audit/report.json'));
    const { configuration, services: known } = report.proposal;
    for (const text of [JSON.stringify(report), configFile(configuration, known)]) {
      const { design, left } = designIn(text);
      expect(configurationOf(design)).toEqual(configuration);
      expect(left).toEqual([]);
    }
  });

  test('names what the builder has no place for', () => {
    const config = {
      policy: { url: '/p', history: [] },
      services: { hotjar: { ...services.hotjar, retention: '1 year' } },
      block: [],
      ui: { reopen: { offset: ['1em', '2px'] } },
    };
    expect(designIn(JSON.stringify(config)).left.toSorted()).toEqual([
      'block',
      'policy.history',
      'services.hotjar.retention',
      'ui.reopen.offset',
    ]);
  });

  test.each(['', '[]', '{"a":1}', 'window.x = 1', '{"proposal":{}}'])('%j is said to be none', (text) => {
    expect(opened(text)).toEqual({ fault: expect.stringMatching(/no .*configuration/) });
  });

  test('nothing that a stranger writes makes it throw', () => {
    const field = fc.constantFrom('policy', 'purposes', 'services', 'regions', 'texts', 'ui', 'language', 'google');
    holdsFor(
      500,
      fc.property(fc.dictionary(field, fc.jsonValue({ maxDepth: 4 })), (config) => {
        expect(() => opened(JSON.stringify({ policy: {}, ...config }))).not.toThrow();
      }),
    );
  });
});
