export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

/** What `everythingHadItsChance` asks for. */
export const sentinels = { '/sentinel.js': '', '/sentinel.svg': PICTURE };

/**
 * Resolves when everything tagged had its chance: a script and an image that need no consent, put in last, are released
 * and loaded, and what they set off has been done. Runs in the browser.
 */
export async function everythingHadItsChance(): Promise<void> {
  await Promise.all(
    (['script', 'img'] as const).map(
      (tag) =>
        new Promise((resolve) => {
          const sentinel = document.createElement(tag);
          const name = `sentinel${Math.random()}`;
          sentinel.setAttribute('data-consent', 'necessary');
          sentinel.setAttribute(
            tag === 'script' ? 'src' : 'data-src',
            tag === 'script' ? '/sentinel.js' : '/sentinel.svg',
          );
          if (tag === 'script') sentinel.setAttribute('type', 'text/plain');
          sentinel.setAttribute('onload', `this.remove(); window.dispatchEvent(new Event("${name}"))`);
          addEventListener(name, resolve, { once: true });
          document.documentElement.append(sentinel);
        }),
    ),
  );
  // Three tasks later whatever these two set off has begun.
  for (let i = 0; i < 3; i++) {
    const { port1, port2 } = new MessageChannel();
    const task = new Promise((resolve) => (port1.onmessage = resolve));
    port2.postMessage(0);
    await task;
  }
}
