import type { nationalStoreOperations } from '../../../schemas/api/operations/national-store.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { fileType } from '../../../schemas/api/upload.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import type { Words } from '../../../schemas/words.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import type { NationalStore, StoreFile, StorePaper } from '../../domain/ports/national-store.ts';
import { holdersOf } from '../../domain/quotas/holders.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { checkUpload, demandUsable } from '../../records/files/check-upload.ts';
import { uploadKey } from '../../records/files/upload-key.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { type Asking, askingForDossier, askingForOneself } from './asking.ts';
import type { StoreDeps } from './deps.ts';

type Operations = typeof nationalStoreOperations;
type Fetching = Operations['fetchStoreFile' | 'fetchStoreFileForDossier'];

/** Fetches a file of a paper of the caller's own. */
export async function fetchStoreFile(
  deps: StoreDeps,
  call: Call<Operations['fetchStoreFile']>,
  attempt: Attempt,
): Promise<Reply<Operations['fetchStoreFile']>> {
  return fetchFile(deps, call, attempt, await askingForOneself(deps, call));
}

/** Fetches a file of a paper of a dossier's owner, for an officer who handles it. */
export async function fetchStoreFileForDossier(
  deps: StoreDeps,
  call: Call<Operations['fetchStoreFileForDossier']>,
  attempt: Attempt,
): Promise<Reply<Operations['fetchStoreFileForDossier']>> {
  const asking = await askingForDossier(deps, call, 'fetchStoreFileForDossier');
  return fetchFile(deps, call, attempt, asking);
}

/**
 * The paper is asked for again, so that nobody fetches what the store does not say is theirs. What comes is judged like
 * every upload, in quarantine until it is; its record says where it is from.
 */
async function fetchFile(
  deps: StoreDeps,
  call: Call<Fetching>,
  attempt: Attempt,
  asking: Asking,
): Promise<Reply<Fetching>> {
  const id = attempt.id('f_');
  const declared = attempt.again ? await deps.files.find(id) : undefined;
  // What an earlier try put there is what this request fetched: the store is not asked for it again.
  const there = declared && (await deps.objects.look(declared.key));
  const record = declared && there ? declared : await fetchAndPut(deps, call, { id, declared, asking });
  const outcome = await checkUpload(deps, record);
  const waits = outcome.state === 'quarantined';
  if (!waits) demandUsable(id, outcome);
  const { fileName, contentType, size } = record;
  return { body: { id, state: waits ? 'quarantined' : 'checked', fileName, contentType, size } };
}

async function fetchAndPut(
  deps: StoreDeps,
  call: Call<Fetching>,
  { id, declared, asking }: { id: string; declared: StoredFile | undefined; asking: Asking },
): Promise<StoredFile> {
  const opened = await openPaper(deps, asking, call.body);
  if (declared && declared.sha256 !== sha256Of(opened.bytes))
    throw new ProblemError('file-differs', {
      vi: 'Tệp trong Kho quốc gia đã thay đổi trong khi lấy: hãy lấy lại.',
      en: 'The file in the national store changed while it was fetched: fetch it again.',
    });
  const record = declared ?? (await declare(deps, call, { id, ...opened, owner: asking.owner }));
  await deps.put(record, opened.bytes);
  return record;
}

interface Opened {
  readonly paper: StorePaper;
  readonly file: StoreFile;
  readonly bytes: Uint8Array;
}

async function openPaper(
  { store, missed }: StoreDeps,
  { question }: Asking,
  wanted: Call<Fetching>['body'],
): Promise<Opened> {
  const { kind, number, file: place } = wanted;
  if (!store || !question?.wanted.some(each => each.kind === kind)) throw unknown('/kind', NOT_TAKEN);
  const found = await answered(missed, store.find({ ...question, wanted: [{ kind, number }] }));
  const paper = found.papers.find(each => each.kind === kind && each.number === number);
  if (!paper) throw unknown('/number', NO_PAPER);
  const file = paper.files[place];
  if (!file) throw unknown('/file', NO_FILE);
  const opened = await answered(missed, store.open(file));
  if (opened.state === 'missing') throw unknown('/file', NO_FILE);
  return { paper, file, bytes: opened.bytes };
}

type Told = Awaited<ReturnType<NationalStore['find'] | NationalStore['open']>>;

async function answered<T extends Told>(
  missed: StoreDeps['missed'],
  asked: Promise<T>,
): Promise<Exclude<T, { readonly state: 'unavailable' }>> {
  const answer = await asked;
  if (answer.state !== 'unavailable') return answer as Exclude<T, { readonly state: 'unavailable' }>;
  missed(answer);
  throw new ProblemError('store-unavailable', {
    vi: 'Kho quốc gia hiện không trả lời. Hãy nộp giấy tờ như thường, hoặc thử lại sau.',
    en: 'The national store does not answer now. Hand in the paper as ever, or try again later.',
  });
}

async function declare(
  deps: StoreDeps,
  { caller, now }: Call<Fetching>,
  { id, paper, file, bytes, owner }: Opened & { readonly id: string; readonly owner: string },
): Promise<StoredFile> {
  // Loaded with the first file that is fetched, as where uploads are judged.
  const { recognize } = await import('../../records/files/recognize.ts');
  const contentType = fileType.safeParse(await recognize(bytes));
  if (!contentType.success || bytes.length === 0)
    throw new ProblemError('file-unusable', {
      vi: 'Tệp trong Kho quốc gia thuộc loại hệ thống không nhận: hãy nộp giấy tờ như thường.',
      en: 'The file in the national store is of no kind that is accepted.',
    });
  const actor = actorOf(caller, await deps.keyring());
  const counted = await deps.quotas.open('uploads', holdersOf(actor), now);
  const { kind, name, number, agency } = paper;
  const record: StoredFile = {
    id,
    state: 'declared',
    declaredBy: describeActor(actor),
    declaredAt: toRfc3339(now),
    fileName: file.name === '' ? name.slice(0, 200) : file.name.slice(0, 200),
    contentType: contentType.data,
    size: bytes.length,
    sha256: sha256Of(bytes),
    key: uploadKey(dateOf(now), id),
    source: { store: 'national', kind, name, number, agency, owner },
  };
  if ((await deps.files.declare(record, counted.writes)) === 'quota') throw counted.refusal();
  await counted.done();
  return record;
}

const NOT_TAKEN: Words = {
  vi: 'thủ tục không lấy loại giấy tờ này từ kho quốc gia',
  en: 'is no kind of paper that the procedure takes from the national store',
};
const NO_PAPER: Words = {
  vi: 'kho quốc gia không có giấy tờ này của chủ hồ sơ',
  en: 'the national store has no such paper of the owner',
};
const NO_FILE: Words = {
  vi: 'kho quốc gia không có tệp này',
  en: 'the national store does not have this file',
};

const unknown = (pointer: string, message: Words) =>
  new ProblemError(
    'store-paper-unknown',
    {
      vi: 'Không lấy được giấy tờ này từ kho quốc gia.',
      en: 'This paper cannot be taken from the national store.',
    },
    { faults: [{ pointer, message }] },
  );
