import type { NewEvent } from '../../../functions/domain/dossier/context.ts';
import { receivePayment } from '../../../functions/domain/dossier/decisions/receive-payment.ts';
import type { Signer } from '../../../functions/domain/ports/signing.ts';
import { signXml } from '../../../functions/domain/sealing/xades/sign-xml.ts';
import { dateOf, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { askReceipts } from '../../../functions/features/receipts/ask-receipts.ts';
import { issueReceipts } from '../../../functions/features/receipts/issue-receipts.ts';
import type { ProvidingDeps } from '../../../functions/features/receipts/providing-deps.ts';
import type { ReceiptFiles } from '../../../functions/features/receipts/receipt-files.ts';
import { type SummarizingDeps, summarizeDays } from '../../../functions/features/receipts/summarize.ts';
import { noPauses, type Pauses } from '../../../functions/kernel/retry/retry.ts';
import type { Items } from '../../../functions/kernel/table/items.ts';
import { keptDossiers } from '../../../functions/records/dossiers/kept-dossiers.ts';
import { requestRetried } from '../../../functions/records/money/receipt-request-items.ts';
import { receiptRequestStore } from '../../../functions/records/money/receipt-request-store.ts';
import { receiptStore } from '../../../functions/records/money/receipt-store.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { create, labels } from '../../contract/stores.ts';
import { PaperDossier } from '../lifecycle/paper-dossier.ts';
import { holder, NOW, signerOf } from '../signatures/certificates.ts';

/** A fee of 10.000 đồng that is flat. */
const FLAT = '1.004222';
export const UNIT = 'H44.101';
export const TAX_CODE = '0100109106';

const unitOf = (collects: object | undefined) =>
  ({
    code: UNIT,
    name: 'Phường Tân Hoà',
    kind: 'commune',
    parent: null,
    successors: [],
    ...(collects && { collects }),
  }) as unknown as Unit;

export const COLLECTOR = {
  name: 'Trung tâm Phục vụ hành chính công phường Tân Hoà',
  taxCode: TAX_CODE,
  account: { bank: '970436', bankName: 'Ngân hàng', number: '12345678', holder: 'Trung tâm' },
};

/** Dossiers with payments, what issues receipts for them, and the files and summaries that come of it. */
export function receiptedProvince(
  items: Items,
  options: { pauses?: Pauses; taxCode?: string; providers?: ProvidingDeps['providers'] } = {},
) {
  const { pauses = noPauses, taxCode = TAX_CODE, providers } = options;
  const requests = receiptRequestStore(items);
  const missed: unknown[] = [];
  const dossiers = keptDossiers(items);
  const receipts = receiptStore(items);
  const kept = new Map<string, Buffer>();
  const state = {
    collects: { ...COLLECTOR, taxCode } as object | undefined,
    down: false,
    now: NOW,
    signed: 0,
  };
  let signer: Signer | undefined;
  const organization = {
    current: async () => ({
      version: 1,
      units: [unitOf(state.collects)],
      recordedAt: '2026-01-01T00:00:00+07:00',
      recordedBy: 'x',
    }),
    version: async () => undefined,
  };
  const files: ReceiptFiles = { keep: async (key, body) => void kept.set(key, body) };
  const deps = {
    dossiers,
    receipts,
    requests,
    providers: providers as ProvidingDeps['providers'],
    missed: (...what: unknown[]) => void missed.push(what),
    files,
    organization: organization as unknown as SummarizingDeps['organization'],
    pauses,
    now: () => state.now,
    sign: async (document: Parameters<typeof signXml>[0]) => {
      if (state.down) throw new Error('KMS is down');
      state.signed++;
      signer ??= signerOf(holder('Agency', { kind: 'ec' }));
      return signXml(document, signer, state.now);
    },
    render: async () => Buffer.from('%PDF'),
  };
  const failures: unknown[] = [];
  const ledgerOf = (code: string) => dossiers.events(code, 0, 100);
  /** Commits what is decided about a dossier on paper. */
  async function commit(paper: PaperDossier, work: () => unknown): Promise<void> {
    const before = paper.head;
    work();
    const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
    const refused = await dossiers.commit({ before, outcome, labels });
    if (refused) throw new Error(refused.refused);
  }
  return {
    state,
    organization,
    collector: state.collects,
    kept,
    dossiers,
    receipts,
    commit,
    failures,
    async submitted(at: string, agency = UNIT): Promise<PaperDossier> {
      const made = await create(
        { dossiers },
        { agency, date: dateOf(parseInstant(at)) },
        { procedure: FLAT, at },
      );
      if ('refused' in made) throw new Error(made.refused);
      const { head, events } = made.outcome;
      const paper = new PaperDossier(FLAT, { code: head.code, at });
      paper.ledger.splice(0, paper.ledger.length, ...events);
      paper.head = head;
      return paper;
    },
    pay: (paper: PaperDossier, amount = 10_000, at?: string) =>
      commit(paper, () => {
        if (at) paper.at(at);
        const how = { method: 'cash', receipt: null } as const;
        return paper.enter(receivePayment(paper.context, { ...how, amount: toDong(amount) }));
      }),
    /** A dossier that was read anew, with what others entered. */
    async reread(paper: PaperDossier): Promise<PaperDossier> {
      paper.ledger.splice(0, paper.ledger.length, ...(await ledgerOf(paper.head.code)));
      const found = await dossiers.find(paper.head.code);
      if (found) paper.head = found.head;
      return paper;
    },
    enter: (paper: PaperDossier, event: NewEvent) => commit(paper, () => paper.enter([event])),
    issue: (code: string) => issueReceipts(deps, code),
    requests,
    missed,
    /** What the schedule does. */
    ask: () => askReceipts(deps, Number.POSITIVE_INFINITY),
    /** What is written beside the entry by which an officer asks again. */
    retried: (request: string, at: string) => requests.write(requestRetried(request, at)),
    summarize: () => summarizeDays({ ...deps, failed: (_, error) => void failures.push(error) }),
    issuedOf: async (code: string) =>
      (await ledgerOf(code)).flatMap(({ data }) => (data.type === 'receiptIssued' ? [data] : [])),
  };
}
