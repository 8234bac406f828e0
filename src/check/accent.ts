/** What becomes of an accent that is no colour, as a sentence; or nothing: words can be read on every colour. */
export function adviceOn(accent: string): string | undefined {
  // Where there is no browser nobody can tell.
  if (typeof CSS !== 'object' || CSS.supports('color', accent)) return undefined;
  return (
    `"${accent}" is no colour that this browser knows, so buttons take the colour of the text: ` +
    'write one like "#0a7d5a"'
  );
}
