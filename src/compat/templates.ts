/** What other tools keep in a `<template>` until it may be there. */
import { fromDocument } from '../page.ts';
import type { Store } from '../store.ts';

/** What loads something, and what the gate can hold. A shop's own `data-category` elsewhere is no mark. */
export const LOADS = 'script,iframe,img,video,audio,source,embed,object,link';
/** What makes an element load at once. */
const LIVE = ['src', 'srcset', 'poster', 'href', 'data', 'srcdoc'];
/** What loads nothing by itself, as long as no style of its own has a function such as `url()`. */
const PLAIN =
  'div,p,span,section,article,aside,figure,figcaption,picture,h1,h2,h3,h4,h5,h6,ul,ol,li,a,b,strong,em,i,small,br,hr';

export interface Templates {
  /** Puts in what `template` keeps, locked where the gate can lock it, else as soon as `expression` holds. */
  take(template: HTMLTemplateElement, expression: string): void;
  /** Puts in what is allowed by now. */
  look(): void;
}

export function unpackAllowed(allows: Store['allows']): Templates {
  const waiting = new Map<HTMLTemplateElement, string>();

  function look(): void {
    for (const [template, expression] of waiting) {
      if (!allows(expression)) continue;
      waiting.delete(template);
      unpack(template, expression);
    }
  }

  return {
    take(template, expression) {
      if (canLock(template.content)) return unpack(template, expression);
      waiting.set(template, expression);
      look();
    },
    look,
  };
}

/** Whether nothing in it would load, or be read, before it may: a style sheet has no lock, nor has a text. */
function canLock(content: DocumentFragment): boolean {
  const hasText = [...content.childNodes].some((node) => node instanceof Text && node.data.trim());
  const isHeld = (element: Element) =>
    element.matches(`${LOADS},${PLAIN}`) &&
    !element.getAttribute('style')?.includes('(') &&
    !element.hasAttribute('imagesrcset');
  return !hasText && [...content.querySelectorAll('*')].every(isHeld);
}

/** Puts what a template keeps behind it, each piece that loads something locked and tagged, and words hidden. */
function unpack(template: HTMLTemplateElement, expression: string): void {
  const content = template.content.cloneNode(true) as DocumentFragment;
  for (const element of content.querySelectorAll(LOADS)) lock(element, expression);
  // Around a frame its placeholder is to be seen.
  for (const element of content.children)
    if (element.matches(PLAIN) && !element.querySelector(LOADS)) element.setAttribute('data-consent', expression);
  template.after(fromDocument('importNode').call(document, content, true));
}

function lock(element: Element, expression: string): void {
  if (element.hasAttribute('data-consent')) return;
  if (element.localName === 'script') {
    const type = element.getAttribute('type');
    if (type) element.setAttribute('data-type', type);
    element.setAttribute('type', 'text/plain');
  } else {
    for (const name of LIVE) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      element.setAttribute(`data-consent-${name}`, value);
      element.removeAttribute(name);
    }
  }
  element.setAttribute('data-consent', expression);
}
