/** What a request asks for, by the name that its sender used for us; null where that is no address. */
export function addressOf(request) {
  try {
    return new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
  } catch {
    return null;
  }
}
