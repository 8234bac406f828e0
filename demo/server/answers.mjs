// Ways to answer a request, beside a file as it is.
import { readText } from './files.mjs';
import { carryRun, render, takeHeaders } from './template.mjs';

export function redirect(response, location) {
  response.writeHead(303, { location }).end();
  return true;
}

export function json(response, value, status = 200) {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}

/**
 * Answers with pages whose placeholders are filled in.
 * @param {{ site: number, thirdParty: number }} ports
 */
export function createPages(ports) {
  /** @returns {Promise<boolean>} false when there is no such file */
  async function sendPage(response, url, file, options = {}) {
    const source = await readText(file);
    return source === null ? false : sendHtml(response, url, source, options);
  }

  async function sendHtml(response, url, source, { status = 200, headers = {}, values = {}, asPosted = false } = {}) {
    const page = await render(source, { url, ports, values });
    const taken = takeHeaders(await page.fill(source));
    const body = asPosted ? taken.html : carryRun(taken.html, page.run);
    response.statusCode = status;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-cache');
    for (const [name, value] of [...taken.headers, ...Object.entries(headers)])
      response.setHeader(name, await page.fill(String(value)));
    response.setHeader('content-length', Buffer.byteLength(body));
    response.end(body);
    return true;
  }

  return { sendPage, sendHtml };
}
