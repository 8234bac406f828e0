import { describe, expect, test } from 'vitest';
import type { ControllerConfig } from '../../src/api.ts';
import { isEmail, readController } from '../../src/model/controller.ts';

const nobody = { name: '', address: '', email: '', dataProtectionOfficer: '', authority: '' };
const read = (controller: unknown) => readController({ controller: controller as ControllerConfig });

describe('who is responsible', () => {
  test('is read as it was written', () => {
    const acme = {
      name: 'Acme Ltd',
      address: '1 Lane\nTown',
      email: 'privacy@acme.example',
      dataProtectionOfficer: 'Ms Doe',
      authority: 'https://authority.example/complain',
    };
    expect(read(acme)).toEqual(acme);
  });

  test.each([undefined, null, 'Acme', 5, [], () => 'Acme', { name: 5, address: {}, email: [], authority: true }])(
    'is nobody where it is %j',
    (controller) => expect(read(controller)).toEqual(nobody),
  );

  test.each(['javascript:alert(1)', 'authority.example', '/authority', 'data:text/html,hi'])(
    'has no authority at %s',
    (authority) => expect(read({ authority }).authority).toBe(''),
  );
});

test.each(['a@b.example', 'privacy+shop@b.example'])('%s is an e-mail address', (text) =>
  expect(isEmail(text)).toBe(true),
);

test.each(['', 'acme', 'Ms Doe, dpo@acme.example', 'a@b.example?bcc=c@d.example', 'a@b@c', '@b.example'])(
  '"%s" is no e-mail address',
  (text) => expect(isEmail(text)).toBe(false),
);
