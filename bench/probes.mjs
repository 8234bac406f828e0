// Functions that run inside the measured page. Each is sent as text: it sees its argument and the page, nothing else
// here.

/**
 * Notes in `self.usable` when the Accept button can be used: laid out in the viewport, visible, not faded, the topmost
 * thing at its centre, with a listener for clicks on it or around it. The time is taken after the frame that shows it.
 */
export function watchButton(accept) {
  const find = new Function(`return ${accept}`);
  const listening = new WeakSet();
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/^(click|pointerup|mouseup)$/.test(type)) listening.add(this ?? self);
    return add.call(this ?? self, type, ...rest);
  };
  const around = (element) => element.parentElement ?? element.getRootNode().host ?? null;
  const topmost = (x, y, root = document) => {
    const hit = root.elementFromPoint(x, y);
    return hit?.shadowRoot && hit.shadowRoot !== root ? (topmost(x, y, hit.shadowRoot) ?? hit) : hit;
  };
  const isUsable = (button) => {
    const box = button.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (!box.width || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    if (getComputedStyle(button).visibility !== 'visible' || !button.contains(topmost(x, y))) return false;
    let opacity = 1;
    let listens = false;
    for (let element = button; element && element !== document.documentElement; element = around(element)) {
      opacity *= Number(getComputedStyle(element).opacity);
      listens ||= listening.has(element) || Boolean(element.onclick);
    }
    return listens && opacity >= 0.5;
  };
  const look = () => {
    const button = find();
    if (!button || !isUsable(button)) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (self.usable = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/**
 * Notes the first click in `self.answer`: its time, the frame after it by two measures, and the longest task after it.
 */
export function watchClick() {
  const answer = (self.answer = { at: 0, frame: 0, event: 0, longest: 0 });
  addEventListener(
    'click',
    (event) => {
      answer.at = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (answer.frame = performance.now() - answer.at);
        port2.postMessage(null);
      });
    },
    { capture: true, once: true },
  );
  const watch = (type, options, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, ...options });
  watch('event', { durationThreshold: 16 }, (entry) => {
    if (entry.interactionId) answer.event = Math.max(answer.event, entry.duration);
  });
  watch('longtask', {}, (entry) => {
    if (answer.at && entry.startTime + entry.duration > answer.at)
      answer.longest = Math.max(answer.longest, entry.duration);
  });
}

/** Counts in `self.cookieWrites` how often a script writes a cookie but `own`, and how often one that is not there. */
export function watchCookies(own) {
  const writes = (self.cookieWrites = { all: 0, absent: 0 });
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get,
    set(text) {
      const [name] = text.split('=', 1);
      const there = get.call(this).split('; ');
      set.call(this, text);
      if (name === own) return;
      writes.all++;
      if (!there.some((pair) => pair.split('=', 1)[0] === name)) writes.absent++;
    },
  });
}

/** Sets a cookie of each name, every other one on the domain above. */
export function plantCookies(names) {
  const above = location.hostname.split('.').slice(-2).join('.');
  names.forEach((name, i) => (document.cookie = `${name}=1; path=/${i % 2 ? `; domain=${above}` : ''}`));
  return document.cookie.split('; ').length;
}

/** What the page fetched of the tool's files, and when: bytes are the compressed bodies that the network carried. */
export function readTraffic(tool) {
  const [document] = performance.getEntriesByType('navigation');
  const files = performance
    .getEntriesByType('resource')
    .filter((entry) => new URL(entry.name).pathname.startsWith(`/tool/${tool}/`) && entry.transferSize > 0)
    .map((entry) => ({ bytes: entry.encodedBodySize, end: entry.responseEnd }));
  return { document: document.encodedBodySize, files };
}

/** Where to click. */
export function centre(accept) {
  const box = new Function(`return ${accept}`)()?.getBoundingClientRect();
  return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}
