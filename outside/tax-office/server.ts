import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { listen } from '../wire/listen.ts';
import { bodyOf, readObject, reply } from '../wire/messages.ts';
import { type Heard, post, UNHEARD } from '../wire/post.ts';
import { noticeOf, paymentOf, withdrawalOf } from './messages.ts';
import { pageOf } from './page.ts';
import { headersFor, isSigned } from './signed.ts';
import { type Slip, Slips, type Told } from './slips.ts';

/**
 * slow: takes a slip and does not answer; down: 503; garbage: answers no JSON; refuses: with a code; loses-answer: has
 * the slip, and the answer gets lost; silent: tells nothing by itself, only when asked; twice: tells everything twice;
 * other-amount: tells another amount the second time; forged: signs with another key.
 */
export type TaxOfficeMood =
  | 'up'
  | 'slow'
  | 'down'
  | 'garbage'
  | 'refuses'
  | 'loses-answer'
  | 'silent'
  | 'twice'
  | 'other-amount'
  | 'forged';

/** What a deployment has to know of the tax office. */
export interface TaxOfficeAccess {
  readonly url: string;
  readonly sender: string;
  readonly secret: string;
}

export interface SimulatedTaxOffice extends TaxOfficeAccess {
  mood: TaxOfficeMood;
  /** The page which shows what it received. */
  readonly page: string;
  /** Where it tells of slips. */
  readonly tellAt: string | undefined;
  /** Every message so far, as it was sent, and what was heard of its own. */
  readonly asked: Readonly<Record<string, unknown>>[];
  readonly heard: Heard[];
  slips(): readonly Slip[];
  /** Tells of a slip, as its officer would; what was answered. `own` replaces members. */
  notice(slip: string, own?: object): Promise<Heard>;
  withdrawal(slip: string, notice: string): Promise<Heard>;
  payment(slip: string, notice: string, amount: number): Promise<Heard>;
  /** Tells anything at all, signed. */
  tell(message: unknown): Promise<Heard>;
  /** The headers under which a body is sent. */
  headersFor(body: string): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const REFUSAL = { code: 'TK-03', reason: 'Thiếu thông tin về vị trí thửa đất' } as const;

/** Starts a tax office on this machine, for development and tests. */
export async function startTaxOffice({
  port = 0,
  now = Date.now as () => number,
  tellAt = undefined as string | undefined,
} = {}): Promise<SimulatedTaxOffice> {
  const [sender, secret] = ['MOTCUA', randomBytes(24).toString('base64url')];
  const kept = new Slips();
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { url = '/', method } = request;
    if (url === '/' && method === 'GET') return reply(response, 200, pageOf(kept.all()), 'text/html');
    const shown = /^\/phieu\/([^/]+)$/.exec(url)?.[1];
    if (shown !== undefined && method === 'POST') return press(response, decodeURIComponent(shown), body);
    if (office.mood === 'slow') return;
    if (office.mood === 'down') return reply(response, 503, {});
    if (office.mood === 'garbage') return reply(response, 200, '<html>Bảo trì</html>', 'text/html');
    const message = readObject(body);
    if (url !== '/phieu-chuyen' || !message) return reply(response, 400, {});
    if (!isSigned(body, request.headers, secret)) return reply(response, 401, {});
    office.asked.push(message);
    answer(response, message);
  });

  function answer(response: ServerResponse, message: Readonly<Record<string, unknown>>) {
    if (message['type'] === 'question') {
      const slip = kept.of(String(message['slip']));
      return reply(response, 200, slip ? taken(slip) : { state: 'unknown' });
    }
    if (office.mood === 'refuses') return reply(response, 200, { state: 'refused', ...REFUSAL });
    const slip = kept.take(message);
    return office.mood === 'loses-answer' ? response.destroy() : reply(response, 200, taken(slip));
  }

  async function press(response: ServerResponse, id: string, body: string): Promise<void> {
    const slip = kept.of(id);
    const last = slip?.told.findLast(({ type }) => type === 'notice');
    const what = new URLSearchParams(body).get('what');
    if (slip && what === 'notice') await office.notice(id, last ? { replaces: last['number'] } : {});
    if (slip && what === 'nothing')
      await office.notice(id, {
        ...{ lines: [], total: 0, dueOn: null, treasury: null, paymentCode: null },
        replaces: last?.['number'] ?? null,
      });
    if (slip && what === 'refusal')
      await tellOf(slip, { type: 'refusal', slip: id, dossier: slip.dossier, ...REFUSAL });
    if (slip && last && what === 'payment')
      await office.payment(id, String(last['number']), Number(last['total']));
    response.writeHead(303, { location: '/' }).end();
  }

  async function tellOf(slip: Slip, message: Told): Promise<Heard> {
    slip.told.push(message);
    if (office.mood === 'silent') return UNHEARD;
    const heard = await office.tell(message);
    if (office.mood === 'twice') return office.tell(message);
    if (office.mood !== 'other-amount') return heard;
    const [line, ...lines] = (message['lines'] ?? []) as { amount: number }[];
    const more = line && { lines: [{ ...line, amount: line.amount + 1000 }, ...lines] };
    const total = Number(message['total'] ?? 0) + 1000;
    return office.tell({ ...message, ...(more ? { ...more, total } : { amount: 1000 }) });
  }

  const known = (id: string): Slip => {
    const slip = kept.of(id);
    if (!slip) throw new Error(`no slip ${id} was sent`);
    return slip;
  };

  const { address, stop } = await listen(server, port);
  const office: SimulatedTaxOffice = {
    url: `${address}/phieu-chuyen`,
    page: `${address}/`,
    sender,
    secret,
    mood: 'up',
    tellAt,
    asked: [],
    heard: [],
    slips: () => kept.all(),
    notice: (id, own) => tellOf(known(id), noticeOf(known(id), now(), own)),
    withdrawal: (id, notice) => tellOf(known(id), withdrawalOf(known(id), notice)),
    payment: (id, notice, amount) => tellOf(known(id), paymentOf(known(id), notice, amount, now())),
    async tell(message) {
      const body = JSON.stringify(message);
      const headers = office.headersFor(body);
      const heard =
        tellAt === undefined ? UNHEARD : await post(tellAt, body, { headers, milliseconds: 20_000 });
      office.heard.push(heard);
      return heard;
    },
    headersFor: body =>
      headersFor(body, office.mood === 'forged' ? 'another key of somebody' : secret, now()),
    stop,
  };
  return office;
}

const taken = ({ number, told }: Slip) => ({ state: 'taken', number, messages: told });

/** What is put into the secret of a deployment that asks this tax office. */
export const accessTo = ({ url, sender, secret }: SimulatedTaxOffice): TaxOfficeAccess => ({
  url,
  sender,
  secret,
});
