import { LARGEST_FILE } from '../../../schemas/file-limits.ts';
import type { StoreConnection, StoreRequest } from '../../../schemas/outside/national-store.ts';
import type { NationalStore, StoreFile, StoreMissed, StorePaper } from '../../domain/ports/national-store.ts';
import { AGAIN, type Pauses, realPauses, retry } from '../../kernel/retry/retry.ts';
import type { ReadConnection } from './connection.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { readPapers } from './read-papers.ts';
import { requestsOf } from './requests.ts';
import { jsonOf, missed, StoreClient } from './store-client.ts';

const MOST_ANSWER = 2 * 1024 * 1024;
/** Who asks waits for the answer: tokens and second tries are in this time, then papers are handed in as ever. */
const MILLISECONDS = 8000;
const FILE_MILLISECONDS = 16_000;
const TWICE = { tries: 2, first: 300, longest: 300 };
/** A store that did not answer is left alone for so long. */
const REST = 30_000;

export interface NationalStoreOptions {
  readonly connection: ReadConnection;
  readonly now: () => number;
  /** For finding papers, and for opening a file. */
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** The national store over HTTP, in the format of `schemas/outside/national-store.ts`. */
export function httpNationalStore(options: NationalStoreOptions): NationalStore {
  const { connection: readConnection, now, milliseconds = MILLISECONDS, pauses = realPauses } = options;
  const client = new StoreClient(now);
  let resting: { readonly until: number; readonly after: StoreMissed } | undefined;

  /** Tries once more, in the time there is, what may go better, and leaves the store alone where it did not. */
  async function tried<T extends { readonly state: string }>(
    deadline: Deadline,
    work: (connection: StoreConnection) => Promise<T | StoreMissed>,
  ): Promise<T | StoreMissed> {
    if (resting && resting.until > now()) return resting.after;
    const connection = await readConnection();
    if (!connection) return missed('notConnected', 'no-connection');
    let last: T | StoreMissed = missed('slow', 'no-time');
    const made = await retry(
      async () => {
        if (deadline.left() === 0) return AGAIN;
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

  async function ask(connection: StoreConnection, body: StoreRequest, deadline: Deadline) {
    const sent = { url: new URL(connection.url), body, mostBytes: MOST_ANSWER, deadline };
    const answer = await client.send(connection, sent);
    if ('state' in answer) return answer;
    if (answer.status !== 200)
      return missed(answer.status < 500 ? 'refused' : 'unreachable', `http-${answer.status}`);
    return readPapers(jsonOf(answer.body));
  }

  return {
    async find(question) {
      const deadline = deadlineIn(milliseconds, now);
      const papers: StorePaper[] = [];
      for (const request of requestsOf(question)) {
        const answer = await tried(deadline, connection => ask(connection, request, deadline));
        if (answer.state === 'unavailable') return answer;
        papers.push(...answer.papers);
      }
      return { state: 'answered', papers: withoutRepeats(papers) };
    },
    open(file) {
      const deadline = deadlineIn(options.milliseconds ?? FILE_MILLISECONDS, now);
      return tried(deadline, async connection => {
        const url = placeOf(file, connection);
        if (!url) return missed('untrustworthy', 'file-elsewhere');
        const answer = await client.send(connection, { url, mostBytes: LARGEST_FILE, deadline });
        if ('state' in answer) return answer.detail === 'too-large' ? { state: 'missing' } : answer;
        if (answer.status === 404 || answer.status === 410) return { state: 'missing' };
        if (answer.status !== 200)
          return missed(answer.status < 500 ? 'refused' : 'unreachable', `file-http-${answer.status}`);
        return { state: 'opened', bytes: answer.body };
      });
    },
  };
}

const mayGoBetter = (outcome: { readonly state: string; readonly reason?: string }): outcome is StoreMissed =>
  outcome.state === 'unavailable' && (outcome.reason === 'slow' || outcome.reason === 'unreachable');

/** A store that answers one question with papers of the next tells them twice. */
function withoutRepeats(papers: readonly StorePaper[]): readonly StorePaper[] {
  return [...new Map(papers.map(paper => [JSON.stringify(paper), paper])).values()];
}

/** Where a file is, if at the store or at a host that the deployment named with it, and as safe on the way. */
function placeOf({ place }: StoreFile, { url, fileHosts }: StoreConnection): URL | undefined {
  if (!URL.canParse(place, url)) return undefined;
  const [at, store] = [new URL(place, url), new URL(url)];
  const known = at.host === store.host || fileHosts.includes(at.host) || fileHosts.includes(at.hostname);
  return known && at.protocol === store.protocol && at.username === '' && at.password === '' ? at : undefined;
}
