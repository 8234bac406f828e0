import type { ConsentConfig } from '../../src/api.ts';

export const VIEWS = ['banner', 'preferences', 'placeholder', 'reopen'] as const;
export type PreviewView = (typeof VIEWS)[number];

/** What a page in the preview is to show; page.js reads it. */
export interface Wish {
  readonly config: ConsentConfig;
  /** Of the page, BCP 47. */
  readonly language: string;
  readonly scheme: 'light' | 'dark';
  readonly view: PreviewView;
  /** The expression on the film in the page. */
  readonly embed: string;
  /** Moves when somebody wants to see the same from the start. */
  readonly again: number;
}

/**
 * Shows pages in `stage`, each in a frame of its own: a new one takes the place of the old when it is painted, so
 * nothing flickers; what is wished meanwhile comes after it. Frames that only navigate would be steps of the browser's
 * Back, which are the form's. They have no origin of their own: what they would store, the browser does not keep.
 */
export function createFrames(stage: HTMLElement, onShown: (shown: PreviewView | null) => void) {
  let shown: HTMLIFrameElement | null = null;
  let next: HTMLIFrameElement | null = null;
  let later: Wish | null = null;
  let latest = '';

  function show(wish: Wish): void {
    if (next) {
      later = wish;
      return;
    }
    const text = JSON.stringify(wish);
    if (text === latest) return;
    latest = text;
    next = document.createElement('iframe');
    next.title = 'Preview';
    next.dataset.state = 'next';
    next.inert = true;
    next.ariaHidden = 'true';
    next.setAttribute('sandbox', 'allow-scripts');
    next.style.colorScheme = wish.scheme;
    next.src = `page.html#${encodeURIComponent(text)}`;
    stage.append(next);
    stage.dataset.busy = '';
  }

  function swap({ source, data }: MessageEvent): void {
    if (!next || source !== next.contentWindow) return;
    shown?.remove();
    shown = next;
    next = null;
    delete stage.dataset.busy;
    shown.inert = false;
    shown.ariaHidden = null;
    shown.dataset.state = 'shown';
    onShown((data as { shown: PreviewView | null }).shown);
    const wish = later;
    later = null;
    if (wish) show(wish);
  }
  addEventListener('message', swap);

  return {
    show,
    stop(): void {
      removeEventListener('message', swap);
      shown?.remove();
      next?.remove();
    },
  };
}
