import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { type HttpServer, listenHttp } from '../../../local/host/http-server.ts';

let server: HttpServer;
const listen = () =>
  listenHttp({
    port: 0,
    clock: virtualClock(0),
    log: { info: () => undefined, warn: () => undefined },
    bodyLimit: 100,
    tooLarge: { status: 413, headers: {}, body: 'too large' },
    onFault: () => undefined,
  });
beforeAll(async () => {
  server = await listen();
  server.serve(async ({ path, query }) => ({ status: 200, headers: {}, body: `${path} ${query}` }));
});
afterAll(() => server.close(0));

/** The first line and the body of the answer to these bytes. */
async function answerTo(bytes: string): Promise<{ status: string; body: string }> {
  const socket = connect(server.port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', chunk => {
    said += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body = ''] = said.split('\r\n\r\n');
  return { status: head.split('\r\n')[0] ?? '', body };
}
const get = (url: string, headers = '') =>
  answerTo(`GET ${url} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${headers}\r\n`);

test('a URL with letters that are not encoded is refused with a sentence, and served when they are', async () => {
  const refused = await get('/v1/search?q=nguyễn');
  expect(refused.status).toBe('HTTP/1.1 400 Bad Request');
  expect(JSON.parse(refused.body).message).toContain('percent-encoded');
  expect(await get(`/v1/search?q=${encodeURIComponent('nguyễn')}`)).toEqual({
    status: 'HTTP/1.1 200 OK',
    body: '/v1/search q=nguy%E1%BB%85n',
  });
});

test('what is not HTTP, and headers without end, are told apart', async () => {
  expect(JSON.parse((await answerTo('xin chào\r\n\r\n')).body).message).toBe('This is not an HTTP request.');
  const { status, body } = await get('/', `x: ${'a'.repeat(20_000)}\r\n`);
  expect(status).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  expect(JSON.parse(body).message).toBe('The headers are too long.');
});

test('who is refused and does not hang up is hung up on', async () => {
  const other = await listen();
  const socket = connect({ port: other.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.resume().write('xin chào\r\n\r\n');
  await once(socket, 'end');
  // Resolves when no connection is left; what is left is cut only after the test's own limit.
  await expect(other.close(600_000)).resolves.toBeUndefined();
  socket.destroy();
});
