import type { Locator, Page } from '@playwright/test';

/** The interface by the names that it keeps: those that styles, tests and automation may use. */
export interface Face {
  readonly banner: Locator;
  readonly dialog: Locator;
  readonly accept: Locator;
  readonly reject: Locator;
  readonly preferences: Locator;
  readonly save: Locator;
  readonly reopen: Locator;
  readonly status: Locator;
  /** What says to screen readers that there is a question: it is there as soon as the page is at rest. */
  readonly announcer: Locator;
  /** The switch of a purpose or a service. */
  switch(name: string): Locator;
}

export function faceOf(page: Page | Locator): Face {
  const part = (name: string) => page.locator(`commsor-ui [part~="${name}"]`);
  return {
    banner: part('banner'),
    dialog: part('dialog'),
    accept: part('accept'),
    reject: part('reject'),
    preferences: part('preferences'),
    save: part('save'),
    reopen: part('reopen'),
    status: part('status'),
    announcer: page.locator('commsor-ui [aria-live="polite"]'),
    switch: (name) => page.locator(`commsor-ui [part~="switch"][value="${name}"]`),
  };
}
