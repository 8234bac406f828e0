import { Builder, Capabilities, Origin, type WebDriver, type WebElement } from 'selenium-webdriver';
import { expect } from 'vitest';

/** A machine under load is no fault of the product; in ms. */
const PATIENCE = 20_000;

/** As long as a script, or the loading of a page, may take; in ms. The driver gives neither up before five minutes. */
const LONGEST = 50_000;

/** Opens a browser that remembers nothing. */
export async function openWebKit({ driver, browser }: { driver: string; browser: string }): Promise<WebDriver> {
  const capabilities = new Capabilities()
    .setBrowserName('MiniBrowser')
    .set('proxy', { proxyType: 'direct' })
    .set('webkitgtk:browserOptions', { binary: browser, args: ['--automation'] });
  const webkit = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(driver)
    .withCapabilities(capabilities)
    .build();
  await webkit.manage().setTimeouts({ script: LONGEST, pageLoad: LONGEST });
  return webkit;
}

/** Asks until it is so. */
export const until = (question: () => Promise<unknown>, message: string) =>
  expect.poll(question, { message, timeout: PATIENCE, interval: 20 }).toBeTruthy();

/**
 * What `selector` finds and is shown: of the page, or in our interface. Runs in the page, whose elements may hide the
 * methods of `document`.
 */
function find(selector: string): Element | null {
  const { querySelector } = Document.prototype;
  const own = querySelector.call(document, 'commsor-ui')?.shadowRoot;
  const found = querySelector.call(document, selector) ?? own?.querySelector(selector);
  return found?.getClientRects().length ? found : null;
}

/** The middle of what is to be pressed, once it no longer moves. Runs in the page. */
async function restingPlace(wanted: unknown): Promise<readonly [x: number, y: number]> {
  const element = wanted as Element;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const look = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)] as const;
  };
  for (let before = look(); ; before = look()) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    if (before.join() === look().join()) return before;
  }
}

/** A tab as its visitor uses it: by pointer and keys. */
export class WebKitPage {
  constructor(readonly driver: WebDriver) {}

  /** Resolves when the page has loaded and the SDK is there. */
  async open(url: string): Promise<void> {
    await this.driver.get(url);
    await this.waitFor(() => 'commsorConsent' in window);
  }

  /** The size of the window, in px; the browser's own edges are part of it. */
  async resize(width: number, height: number): Promise<void> {
    await this.driver.manage().window().setRect({ x: 0, y: 0, width, height });
  }

  /** What `script` returns in the page, or what it promises. */
  run<Result, Args extends unknown[]>(script: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    return this.driver.executeScript(script, ...args);
  }

  waitFor<Args extends unknown[]>(script: (...args: Args) => unknown, ...args: Args): Promise<void> {
    return until(() => this.run(script, ...args), String(script));
  }

  /** The element that `script` returns, once there is one. */
  async element<Args extends unknown[]>(
    script: (...args: Args) => Element | null | undefined,
    ...args: Args
  ): Promise<WebElement> {
    const look = () => this.driver.executeScript<WebElement | null>(script, ...args);
    await until(look, `${script} ${args}`);
    return (await look())!;
  }

  /** What `selector` finds, once it is shown: of the page, or in our interface. */
  find(selector: string): Promise<WebElement> {
    return this.element(find, selector);
  }

  /** A part of our interface, once it is shown. */
  part(name: string): Promise<WebElement> {
    return this.find(`[part~="${name}"]`);
  }

  /** Whether that part is shown now. */
  async has(name: string): Promise<boolean> {
    return (await this.driver.executeScript(find, `[part~="${name}"]`)) !== null;
  }

  /** Resolves when that part is gone, or hidden. */
  async gone(name: string): Promise<void> {
    await until(async () => !(await this.has(name)), `no ${name}`);
  }

  /** Moves the pointer there and presses: whatever is painted on top there gets it, or nothing does. */
  async press(target: string | WebElement): Promise<void> {
    const element = typeof target === 'string' ? await this.find(target) : target;
    const [x, y] = await this.run(restingPlace, element);
    await this.driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
  }

  pressPart(name: string): Promise<void> {
    return this.press(`[part~="${name}"]`);
  }

  keys(...keys: string[]): Promise<void> {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** What has the focus: the part of our interface, or the id or name of the page's own element. */
  focus(): Promise<string> {
    return this.run(() => {
      const element = document.activeElement;
      const inner = element?.shadowRoot?.activeElement ?? element;
      return inner?.getAttribute('part') || inner?.id || inner?.localName || '';
    });
  }

  grant(names?: string[]): Promise<unknown> {
    return this.run((some) => window.commsorConsent?.grant(some ?? undefined).then(() => true), names);
  }

  deny(names?: string[]): Promise<unknown> {
    return this.run((some) => window.commsorConsent?.deny(some ?? undefined).then(() => true), names);
  }

  withdraw(names?: string[]): Promise<unknown> {
    return this.run((some) => window.commsorConsent?.withdraw(some ?? undefined).then(() => true), names);
  }
}
