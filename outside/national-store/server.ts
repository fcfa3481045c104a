import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../wire/listen.ts';
import { bodyOf } from '../wire/messages.ts';
import { answerTo, failure, fileBehind, success, UNKNOWN } from './answer.ts';
import { sheet } from './sheet.ts';

/**
 * slow: takes the question and does not answer; down: 503; no-token: its platform gives none; expired: refuses every
 * token; refusing: answers with an error code; empty: knows nothing of anybody; unknown-paper: tells of papers nobody
 * asked for, and of what is none; file-missing: has the paper and not its files; not-a-paper: its files are web pages;
 * garbage: answers no JSON.
 */
export type StoreMood =
  | 'up'
  | 'slow'
  | 'down'
  | 'no-token'
  | 'expired'
  | 'refusing'
  | 'empty'
  | 'unknown-paper'
  | 'file-missing'
  | 'not-a-paper'
  | 'garbage';

/** What a deployment has to know of the store. */
export interface StoreAccess {
  readonly url: string;
  readonly tokenUrl: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

export interface SimulatedStore extends StoreAccess {
  mood: StoreMood;
  /** Every question so far, as it was sent. */
  readonly asked: unknown[];
  /** How often anything was asked of it, tokens and files among it. */
  requests: number;
  stop(): Promise<void>;
}

/** Starts a national store on this machine, for development and tests. */
export async function startNationalStore({ port = 0 } = {}): Promise<SimulatedStore> {
  const consumerKey = 'motcua';
  const consumerSecret = randomBytes(18).toString('base64url');
  const basic = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
  const tokens = new Set<string>();
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    store.requests++;
    if (store.mood === 'slow') return;
    const { status, type, bytes } = replyTo(request, body);
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  });

  function replyTo(request: IncomingMessage, body: string): Reply {
    const { mood } = store;
    if (mood === 'down') return json(503, {});
    if (request.url === '/token') return tokenFor(request.headers.authorization ?? '', body);
    const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (mood === 'expired' || !tokens.has(bearer)) return json(401, { fault: 'token' });
    if (request.method !== 'POST') return fileAt(request.url ?? '');
    if (request.url !== '/kho/truy-van') return json(404, {});
    store.asked.push(JSON.parse(body));
    if (mood === 'garbage') return page('<html>Bảo trì</html>');
    if (mood === 'refusing') return json(200, failure('99', 'Hệ thống từ chối'));
    if (mood === 'empty') return json(200, success([]));
    return json(200, mood === 'unknown-paper' ? success(UNKNOWN) : answerTo(body));
  }

  function tokenFor(shown: string, body: string): Reply {
    const right = shown.length === basic.length && timingSafeEqual(Buffer.from(shown), Buffer.from(basic));
    if (store.mood === 'no-token' || !right || !body.includes('grant_type=client_credentials'))
      return json(401, { error: 'invalid_client' });
    const token = randomBytes(24).toString('base64url');
    tokens.add(token);
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
  }

  function fileAt(path: string): Reply {
    const found = fileBehind(path);
    if (!found || store.mood === 'file-missing') return json(404, { message: 'Không tìm thấy' });
    if (store.mood === 'not-a-paper') return page('<html>Đăng nhập</html>');
    return { status: 200, type: 'application/pdf', bytes: sheet(found.title) };
  }

  const { address, stop } = await listen(server, port);
  const store: SimulatedStore = {
    url: `${address}/kho/truy-van`,
    tokenUrl: `${address}/token`,
    consumerKey,
    consumerSecret,
    mood: 'up',
    asked: [],
    requests: 0,
    stop,
  };
  return store;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
}

const json = (status: number, body: object): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  bytes: Buffer.from(JSON.stringify(body)),
});
const page = (html: string): Reply => ({ status: 200, type: 'text/html', bytes: Buffer.from(html) });

/** What is put into the secret of a deployment that asks this store. */
export const accessTo = ({ url, tokenUrl, consumerKey, consumerSecret }: SimulatedStore): StoreAccess => ({
  url,
  tokenUrl,
  consumerKey,
  consumerSecret,
});
