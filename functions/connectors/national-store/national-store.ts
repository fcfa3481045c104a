import { LARGEST_FILE } from '../../../schemas/file-limits.ts';
import type { StoreConnection, StoreRequest } from '../../../schemas/outside/national-store.ts';
import type { NationalStore, StoreFile, StorePaper } from '../../domain/ports/national-store.ts';
import { type Deadline, deadlineIn, jsonOf } from '../../kernel/outside/deadline.ts';
import type { ReadSecret } from '../../kernel/outside/kept-secret.ts';
import { lineTo } from '../../kernel/outside/line.ts';
import { missed, missedByStatus } from '../../kernel/outside/missed.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import { readPapers } from './read-papers.ts';
import { requestsOf } from './requests.ts';
import { StoreClient } from './store-client.ts';

const MOST_ANSWER = 2 * 1024 * 1024;
/** Who asks waits for the answer: tokens and second tries are in this time, then papers are handed in as ever. */
const MILLISECONDS = 8000;
const FILE_MILLISECONDS = 16_000;

export interface NationalStoreOptions {
  readonly connection: ReadSecret<StoreConnection>;
  readonly now: () => number;
  /** For finding papers, and for opening a file. */
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** The national store over HTTP, in the format of `schemas/outside/national-store.ts`. */
export function httpNationalStore(options: NationalStoreOptions): NationalStore {
  const { now, milliseconds = MILLISECONDS } = options;
  const client = new StoreClient(now);
  const line = lineTo(options);

  async function ask(connection: StoreConnection, body: StoreRequest, deadline: Deadline) {
    const sent = { url: new URL(connection.url), body, mostBytes: MOST_ANSWER, deadline };
    const answer = await client.send(connection, sent);
    if ('state' in answer) return answer;
    if (answer.status !== 200) return missedByStatus(answer.status);
    return readPapers(jsonOf(answer.body));
  }

  return {
    async find(question) {
      const deadline = deadlineIn(milliseconds, now);
      const papers: StorePaper[] = [];
      for (const request of requestsOf(question)) {
        const answer = await line.ask(deadline, connection => ask(connection, request, deadline));
        if (answer.state === 'unavailable') return answer;
        papers.push(...answer.papers);
      }
      return { state: 'answered', papers: withoutRepeats(papers) };
    },
    open(file) {
      const deadline = deadlineIn(options.milliseconds ?? FILE_MILLISECONDS, now);
      return line.ask(deadline, async connection => {
        const url = placeOf(file, connection);
        if (!url) return missed('untrustworthy', 'file-elsewhere');
        const answer = await client.send(connection, { url, mostBytes: LARGEST_FILE, deadline });
        if ('state' in answer) return answer.detail === 'too-large' ? { state: 'missing' } : answer;
        if (answer.status === 404 || answer.status === 410) return { state: 'missing' };
        if (answer.status !== 200) return missedByStatus(answer.status, 'file-');
        return { state: 'opened', bytes: answer.body };
      });
    },
  };
}

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
