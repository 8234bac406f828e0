import type { ControllerConfig } from '../api.ts';
import { aText, ownFields } from './coerce.ts';
import type { Config } from './config.ts';

/** Who is responsible; a field that its site left out, or that cannot be read, is an empty text. */
export type Controller = Readonly<Required<ControllerConfig>>;

/** Reads what the site wrote. What is no web address is no authority, and what holds no `@` no e-mail address. */
export function readController(config: Pick<Config, 'controller'>): Controller {
  const { name, address, email, dataProtectionOfficer, authority } = ownFields<ControllerConfig>(config.controller);
  return {
    name: aText(name),
    address: aText(address),
    email: isEmail(aText(email)) ? aText(email) : '',
    dataProtectionOfficer: aText(dataProtectionOfficer),
    authority: /^https?:\/\//i.test(aText(authority)) ? aText(authority) : '',
  };
}

/** Whether a text is an e-mail address and nothing else. */
export const isEmail = (text: string): boolean => /^[^\s@?&]+@[^\s@?&]+$/.test(text);
