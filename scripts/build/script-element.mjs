/** Turns the one script of a bundle into an HTML file with a `<script>` element, to be pasted into a page. */
export function scriptElement(fileName) {
  return {
    name: 'script-element',
    generateBundle(_options, bundle) {
      for (const [key, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // These would end the element early or swallow the rest of the page.
        if (/<\/script|<!--/i.test(chunk.code)) this.error(`${fileName} would break out of its script element`);
        delete bundle[key];
        this.emitFile({ type: 'asset', fileName, source: `<script>${chunk.code.trim()}</script>\n` });
      }
    },
  };
}
