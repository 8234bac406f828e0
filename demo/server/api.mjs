// The interface under /api, for tests and for the glass box: see demo/README.md.
import { json } from './answers.mjs';
import { describePages } from './behaviour-pages.mjs';
import { runOf } from './log.mjs';
import { render } from './template.mjs';

export function createApi({ log, stored, ports, host }) {
  /** Consent records that pages sent to /api/records, by run. */
  const records = new Map();

  return async function answerApi(request, response, url) {
    const run = runOf(url.searchParams.get('run'));
    const since = Number(url.searchParams.get('since') ?? 0) || 0;
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /api/log':
        return json(response, log.read(run, since));
      case 'DELETE /api/log':
        log.clear(run);
        return json(response, {});
      case 'GET /api/log/stream':
        return log.stream(run, url.searchParams.has('since') ? since : null, response);
      case 'GET /api/pages':
        return json(response, await describePages());
      case 'GET /api/origins':
        return json(
          response,
          JSON.parse(await (await render('', { url, ports })).fill('{"site":"{{site}}","thirdParty":"{{third}}"}')),
        );
      case 'POST /api/page': {
        if (!mayStore(request, url, host))
          return json(response, { error: 'Only a program on this machine may store pages.' }, 403);
        const page = parsePage(await readBody(request), request.headers['content-type'] ?? '');
        if (typeof page === 'string') return json(response, { error: page }, 400);
        const id = stored.add(page);
        return json(response, { id, url: `${url.origin}/p/${id}${run ? `?run=${run}` : ''}` }, 201);
      }
      case 'POST /api/records': {
        const body = await readBody(request);
        records.set(run, [
          ...(records.get(run) ?? []),
          { time: Date.now(), type: request.headers['content-type'] ?? '', body },
        ]);
        return void response.writeHead(Number(url.searchParams.get('status')) || 204).end();
      }
      case 'GET /api/records':
        return json(response, { records: records.get(run) ?? [] });
      default:
        return json(response, { error: `${request.method} ${url.pathname} is nothing that this server knows.` }, 404);
    }
  };
}

/** Stored pages run scripts on this origin: no web page may put one there, and no foreign name may point here. */
function mayStore(request, url, host) {
  const own =
    /^(localhost|[\w-]+(\.[\w-]+)*\.localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) || url.hostname === host;
  return own && (!request.headers.origin || request.headers.origin === url.origin);
}

function parsePage(body, type) {
  if (!type.includes('json'))
    return body ? { html: body } : 'The body is the HTML document, or JSON with { html, headers?, status? }.';
  let page;
  try {
    page = JSON.parse(body);
  } catch (error) {
    return `Not JSON: ${error.message}`;
  }
  if (typeof page?.html !== 'string') return 'Field "html" must be a string.';
  return { html: page.html, headers: page.headers ?? {}, status: page.status ?? 200 };
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
