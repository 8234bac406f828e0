// HTML documents that tests put here and open under /p/<id>.
import { randomBytes } from 'node:crypto';

const KEPT = 5_000;

export function createStoredPages() {
  /** @type {Map<string, { html: string, headers?: Record<string, string>, status?: number }>} */
  const pages = new Map();
  return {
    add(page) {
      const id = randomBytes(9).toString('base64url');
      pages.set(id, page);
      if (pages.size > KEPT) pages.delete(pages.keys().next().value);
      return id;
    },
    get: (id) => pages.get(id),
  };
}
