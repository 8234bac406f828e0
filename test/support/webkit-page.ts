import { Builder, Capabilities, type WebDriver, type WebElement } from 'selenium-webdriver';
import { expect } from 'vitest';

/** A machine under load is no fault of the product; in ms. */
const PATIENCE = 20_000;

/** Opens a browser that remembers nothing. */
export function openWebKit({ driver, browser }: { driver: string; browser: string }): Promise<WebDriver> {
  const capabilities = new Capabilities()
    .setBrowserName('MiniBrowser')
    .set('proxy', { proxyType: 'direct' })
    .set('webkitgtk:browserOptions', { binary: browser, args: ['--automation'] });
  return new Builder().disableEnvironmentOverrides().usingServer(driver).withCapabilities(capabilities).build();
}

/** Asks until it is so. */
export const until = (question: () => Promise<unknown>, message: string) =>
  expect.poll(question, { message, timeout: PATIENCE, interval: 20 }).toBeTruthy();

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

  /** What `selector` finds, in our interface where it names none of the page's. */
  async find(selector: string): Promise<WebElement> {
    const look = () =>
      this.run(
        (wanted) =>
          document.querySelector<HTMLElement>(wanted) ??
          document.querySelector('commsor-ui')?.shadowRoot?.querySelector<HTMLElement>(wanted),
        selector,
      ) as Promise<WebElement | null>;
    await until(look, selector);
    return (await look())!;
  }

  /** A part of our interface, once it is there. */
  part(name: string): Promise<WebElement> {
    return this.find(`[part~="${name}"]`);
  }

  has(name: string): Promise<boolean> {
    return this.run(
      (part) => !!document.querySelector('commsor-ui')?.shadowRoot?.querySelector(`[part~="${part}"]`),
      name,
    );
  }

  /** Resolves when that part is gone. */
  async gone(name: string): Promise<void> {
    await until(async () => !(await this.has(name)), `no ${name}`);
  }

  /** Moves the pointer there and presses: whatever is painted on top there gets it. */
  async press(target: string | WebElement): Promise<void> {
    const origin = typeof target === 'string' ? await this.find(target) : target;
    await this.driver.actions().move({ origin }).click().perform();
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
    return this.run((some) => window.commsorConsent?.grant(some).then(() => true), names);
  }

  deny(names?: string[]): Promise<unknown> {
    return this.run((some) => window.commsorConsent?.deny(some).then(() => true), names);
  }

  withdraw(names?: string[]): Promise<unknown> {
    return this.run((some) => window.commsorConsent?.withdraw(some).then(() => true), names);
  }
}
