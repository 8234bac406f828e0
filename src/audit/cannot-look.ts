/** Why the command could not look: one sentence that names the fix. It ends with the exit code 2. */
export class CannotLook extends Error {
  override readonly name = 'CannotLook';
}

/** What an error says, whatever was thrown. Playwright's hold a log behind their first line. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
