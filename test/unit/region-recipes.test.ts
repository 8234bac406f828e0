import { expect, test, vi } from 'vitest';
import { example } from '../support/docs.ts';

/** The program of docs/regions.md for an edge, with what the edge provides in the place of its import. */
async function recipe(edge: string, provided = '') {
  const code = example('docs/regions.md', edge).replace(/^import .*$/m, provided);
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

const COOKIE = 'Path=/; Secure; SameSite=Lax';
const page = () => new Response('<h1>A page</h1>', { status: 203, headers: { 'content-type': 'text/html' } });

/** That an answer is the page with one cookie more. */
async function expectPage(response: Response, region: string): Promise<void> {
  expect(response.status).toBe(203);
  expect(await response.text()).toBe('<h1>A page</h1>');
  expect(response.headers.getSetCookie()).toEqual([`commsor_region=${region}; ${COOKIE}`]);
}

test.each([
  { cf: { country: 'US', regionCode: 'CA' }, region: 'US-CA' },
  { cf: { country: 'DE' }, region: 'DE-' },
  { cf: undefined, region: '-' },
])('Cloudflare: $cf is $region', async ({ cf, region }) => {
  vi.stubGlobal('fetch', async () => page());
  const { default: worker } = await recipe('cloudflare');
  await expectPage(await worker.fetch(Object.assign(new Request('https://shop.example/'), { cf })), region);
  vi.unstubAllGlobals();
});

test.each([
  { country: 'US', part: 'CA', region: 'US-CA' },
  { country: 'CH', part: '', region: 'CH-' },
])('Vercel: $region', async ({ country, part, region }) => {
  // What `next` answers with are the headers that it is given.
  const { default: middleware } = await recipe(
    'vercel',
    'const next = ({ headers }) => new Response(null, { headers });',
  );
  const headers = { 'x-vercel-ip-country': country, 'x-vercel-ip-country-region': part };
  const response: Response = middleware(new Request('https://shop.example/', { headers }));
  expect(response.headers.getSetCookie()).toEqual([`commsor_region=${region}; ${COOKIE}`]);
});

test.each([
  { geo: { country: { code: 'US' }, subdivision: { code: 'CO' } }, region: 'US-CO' },
  { geo: { country: { code: 'GB' } }, region: 'GB-' },
  { geo: {}, region: '-' },
])('Netlify: $geo is $region', async ({ geo, region }) => {
  const { default: edge, config } = await recipe('netlify');
  await expectPage(await edge(new Request('https://shop.example/'), { geo, next: async () => page() }), region);
  expect(config).toEqual({ path: '/*' });
});
