/**
 * Fails when Rollup makes a file that nobody named: each would be one more request in a chain, 150 ms on slow 4G.
 */
export function entriesOnly() {
  return {
    name: 'entries-only',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.isEntry) continue;
        this.error(`an extra file ${chunk.fileName} for ${chunk.moduleIds.join(', ')}`);
      }
    },
  };
}
