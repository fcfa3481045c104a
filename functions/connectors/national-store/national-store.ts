import { LARGEST_FILE } from '../../../schemas/file-limits.ts';
import {
  type StoreConnection,
  type StoreRequest,
  storeRequest,
} from '../../../schemas/outside/national-store.ts';
import type {
  NationalStore,
  StoreFile,
  StoreMissed,
  StoreQuestion,
} from '../../domain/ports/national-store.ts';
import { AGAIN, type Pauses, realPauses, retry } from '../../kernel/retry/retry.ts';
import type { ReadConnection } from './connection.ts';
import { readPapers } from './read-papers.ts';
import { jsonOf, missed, StoreClient } from './store-client.ts';

const MOST_ANSWER = 2 * 1024 * 1024;
/** Who asks waits for the answer: two tries of four seconds, then papers are handed in as ever. */
const MILLISECONDS = 4000;
const FILE_MILLISECONDS = 8000;
const TWICE = { tries: 2, first: 300, longest: 300 };
/** A store that did not answer is left alone for so long. */
const REST = 30_000;

export interface NationalStoreOptions {
  readonly connection: ReadConnection;
  readonly now: () => number;
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** The national store over HTTP, in the format of `schemas/outside/national-store.ts`. */
export function httpNationalStore(options: NationalStoreOptions): NationalStore {
  const { connection: readConnection, now, milliseconds = MILLISECONDS, pauses = realPauses } = options;
  const client = new StoreClient(now);
  let resting: { readonly until: number; readonly after: StoreMissed } | undefined;

  /** Tries once more what may go better, and leaves the store alone where it did not. */
  async function tried<T extends { readonly state: string }>(
    work: (connection: StoreConnection) => Promise<T | StoreMissed>,
  ): Promise<T | StoreMissed> {
    if (resting && resting.until > now()) return resting.after;
    const connection = await readConnection();
    if (!connection) return missed('notConnected', 'no-connection');
    let last: T | StoreMissed = missed('unreachable', 'not-tried');
    const made = await retry(
      async () => {
        last = await work(connection);
        return mayGoBetter(last) ? AGAIN : last;
      },
      TWICE,
      pauses,
    );
    if (made !== AGAIN) return made;
    resting = mayGoBetter(last) ? { until: now() + REST, after: last } : undefined;
    return last;
  }

  return {
    find: question =>
      tried(async connection => {
        const url = new URL(connection.url);
        const body = requestOf(question);
        const answer = await client.send(connection, { url, body, mostBytes: MOST_ANSWER, milliseconds });
        if ('state' in answer) return answer;
        if (answer.status !== 200)
          return missed(answer.status < 500 ? 'refused' : 'unreachable', `http-${answer.status}`);
        return readPapers(jsonOf(answer.body));
      }),
    open: file =>
      tried(async connection => {
        const url = placeOf(file, connection);
        if (!url) return missed('untrustworthy', 'file-elsewhere');
        const answer = await client.send(connection, {
          url,
          mostBytes: LARGEST_FILE,
          milliseconds: options.milliseconds ?? FILE_MILLISECONDS,
        });
        if ('state' in answer) return answer.detail === 'too-large' ? { state: 'missing' } : answer;
        if (answer.status === 404 || answer.status === 410) return { state: 'missing' };
        if (answer.status !== 200)
          return missed(answer.status < 500 ? 'refused' : 'unreachable', `file-http-${answer.status}`);
        return { state: 'opened', bytes: answer.body };
      }),
  };
}

const mayGoBetter = (outcome: { readonly state: string; readonly reason?: string }): outcome is StoreMissed =>
  outcome.state === 'unavailable' && (outcome.reason === 'slow' || outcome.reason === 'unreachable');

const CHANNELS = { counter: '1', online: '2', post: '3' } as const;

const requestOf = ({ owner, requester, channel, procedure, wanted }: StoreQuestion): StoreRequest =>
  storeRequest.parse({
    SoDinhDanhChuSoHuu: owner,
    HoTenNguoiYeuCau: requester.name,
    KenhThucHien: CHANNELS[channel],
    SoDinhDanhNguoiYeuCau: requester.number,
    MaThuTuc: procedure,
    DanhSachDanhMucKetQua: wanted.map(({ kind, number = '' }) => ({ MaKetQua: kind, SoKyHieu: number })),
  });

/** Where a file is, if at the store or at a host that the deployment named with it, and as safe on the way. */
function placeOf({ place }: StoreFile, { url, fileHosts }: StoreConnection): URL | undefined {
  if (!URL.canParse(place, url)) return undefined;
  const [at, store] = [new URL(place, url), new URL(url)];
  const known = at.host === store.host || fileHosts.includes(at.host) || fileHosts.includes(at.hostname);
  return known && at.protocol === store.protocol && at.username === '' && at.password === '' ? at : undefined;
}
