/** The ways by which a script sends something. A WebSocket is asked for by the handshake. */
export const WAYS = [
  'beacon',
  'fetch',
  'xhr',
  'image',
  'attribute',
  'script',
  'link',
  'set',
  'form',
  'socket',
  'source',
  'markup',
  'adjacent',
  'worker',
];

/**
 * A vendor: again and again it sends by every way and writes its cookie, and says each time whether it was allowed
 * then. `base` is where it sends. It goes slowly, since the browser reports each request to the test: at ten rounds a
 * second in two tabs the reports pile up until clicks are no longer heard.
 */
export const vendor = (base: string, name = 'tracker') => `
  (() => {
    const base = ${JSON.stringify(base)}, tab = new URLSearchParams(location.search).get('tab');
    const put = (tag, set) => { const element = document.createElement(tag); set(element); return element; };
    const busy = new Set();
    const once = (way, open) => {
      if (busy.has(way)) return;
      busy.add(way);
      open(() => busy.delete(way));
    };
    const ways = {
      beacon: (url) => navigator.sendBeacon(url),
      fetch: (url) => fetch(url).catch(() => {}),
      xhr: (url) => { const request = new XMLHttpRequest(); request.open('GET', url); request.send(); },
      image: (url) => { new Image().src = url; },
      attribute: (url) => { put('img', (image) => image.setAttribute('src', url)); },
      script: (url) => {
        const script = put('script', (it) => (it.src = url));
        document.head.append(script);
        script.remove();
      },
      link: (url) => once('link', (over) => {
        const link = put('link', (it) => (it.rel = 'preload', it.as = 'image', it.href = url));
        link.onload = link.onerror = () => (link.remove(), over());
        document.head.append(link);
      }),
      set: (url) => { put('img', (image) => (image.srcset = url + ' 1x')); },
      form: (url) => once('form', (over) => {
        const frame = put('iframe', (it) => (it.name = 'sink'));
        const form = put('form', (it) => (it.action = url, it.method = 'post', it.target = 'sink'));
        document.body.append(frame, form);
        frame.onload = form.onerror = () => (frame.remove(), form.remove(), over());
        form.submit();
      }),
      // One at a time: browsers keep the next one waiting.
      socket: (url) => once('socket', (over) => {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.onopen = () => socket.close();
        socket.onclose = over;
      }),
      source: (url) => once('source', (over) => {
        const source = new EventSource(url);
        source.onerror = () => (source.close(), over());
      }),
      markup: (url) => put('div', (it) => (it.innerHTML = '<img src="' + url.replaceAll('&', '&amp;') + '">')),
      adjacent: (url) =>
        put('div', (it) => it.insertAdjacentHTML('beforeend', '<img src="' + url.replaceAll('&', '&amp;') + '">')),
      worker: (url) => {
        const code = 'fetch(' + JSON.stringify(url) + ').finally(() => postMessage(1))';
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = worker.onerror = () => worker.terminate();
      },
    };
    window.${name} = 0;
    setInterval(() => {
      const allowed = commsorConsent.allows('analytics');
      for (const way in ways) {
        const fields = new URLSearchParams({ way, tab, allowed, by: '${name}' });
        ways[way](new URL(base + '/hit?' + fields, location.href).href);
      }
      document.cookie = '_vendor=1; Path=/';
      localStorage.setItem('vendor', '1');
      if (!allowed) window.${name}++;
    }, 400);
  })();`;
