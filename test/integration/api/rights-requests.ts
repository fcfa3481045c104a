import { dateOf } from '../../../functions/domain/vietnam-time.ts';
import { type CallerKind, citizens, portals } from '../../../law/rights/callers.ts';
import type { RightsRow } from '../../../law/rights/row.ts';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import type { Caller, Sent } from '../../support/api-caller.ts';
import { asTwo } from '../../support/as-two.ts';
import { eventually } from '../../support/eventually.ts';
import { anchorNow } from './anchors.ts';
import { packed } from './archive.ts';
import { exported } from './exports.ts';
import { landSlip, landTold } from './land-tax.ts';
import { closedBefore } from './money.ts';
import { hardware, pairedPad } from './pads.ts';
import { bankNotice, paymentLink, platformNotice, waitingForFee } from './payments.ts';
import { subscribed } from './portals.ts';
import { collecting } from './receipts.ts';
import { assignedMoney } from './settling.ts';
import { PLAIN, WITHOUT_WORKFLOW } from './test-procedures.ts';
import {
  decided,
  FIRM,
  FOREIGNER,
  file,
  OWNER,
  STRANGER,
  signed,
  submitted,
  UNIT,
  type World,
} from './world.ts';

/**
 * What the table of rights is asked about: the dossier of its columns, another one that is closed, and pages
 * somebody began.
 */
export interface Place {
  readonly code: string;
  /** A file that the owner uploaded. */
  readonly uploaded: string;
  /** A file that was handed in with each dossier. */
  readonly files: Readonly<Record<string, string>>;
  /** The dossiers that are like it, of those who own another. */
  readonly others: Partial<Record<CallerKind, string>>;
  readonly closed: string;
  /** Like the dossiers above, but accepted, so that a form is made of each. */
  readonly accepted: Partial<Record<CallerKind | 'any', string>>;
  readonly number: string;
  /** An export that reception asked for. */
  readonly exported: string;
  /** A subscription of the portal. */
  readonly subscription: string;
  /** A change that the second administrator proposed, and one that is done. */
  readonly waiting: string;
  readonly settled: string;
  /** That a handler of the unit is away, in a year to come. */
  readonly absence: string;
  /** A pad of the unit. */
  readonly pad: string;
  /** The link of a payment, and genuine notices. */
  readonly payment: { readonly code: string; readonly key: string };
  readonly platformNotice: Sent['body'];
  readonly bankNotice: Sent;
  readonly taxMessage: Sent;
  readonly today: string;
  /** Money that came in without a dossier, and was given to one. */
  readonly assignedMoney: Record<string, string>;
  /** A batch for the unit's archive that waits, and one that was taken over. */
  readonly batch: string;
  readonly taken: string;
  /** A drawer of reception that is closed; another one of theirs is open. */
  readonly drawer: string;
  /** Cursors of second pages, by who began what. */
  readonly cursors: Readonly<Record<string, string>>;
}

/** A request that changes nothing, and what its answer holds when the caller was given what the line asks for. */
export interface Asked {
  readonly sent: Sent;
  readonly shows?: string;
}

/** A read that no column's officer made, so that it is in nobody's record of what they read themselves. */
const readByAnother = (code: string) => `Đối chiếu ${code}`;

/** Makes what the lines ask for. Dossiers are looked at, so that the record of reads has something of them. */
export async function openPlace(world: World): Promise<Place> {
  const done = await signed(world);
  await collecting(world);
  // Nobody listens there, so that the portal's dossiers wait.
  const subscription = await subscribed(world.portal);
  const code = await submitted(world.portal);
  const ofFirm = await submitted(world.portal, { applicant: FIRM });
  const others = {
    foreigner: await submitted(world.portal, { applicant: FOREIGNER }),
    firm: ofFirm,
    representative: ofFirm,
  };
  for (const seen of [code, ...Object.values(others)]) {
    for (const caller of [world.reception, world.auditor])
      await caller.call('getDossier', { params: { code: seen } });
    const headers = { 'access-reason': encodeURIComponent(readByAnother(seen)) };
    await world.otherHandler.call('getDossier', { params: { code: seen }, headers });
  }
  const taken = async (own: Record<string, unknown> = {}) => {
    const of = await submitted(world.portal, own);
    await decided(world.reception, `${of}.t1`, { decision: 'accept' });
    return of;
  };
  const takenOfFirm = await taken({ applicant: FIRM });
  const acceptedOnes = {
    any: await taken(),
    foreigner: await taken({ applicant: FOREIGNER }),
    firm: takenOfFirm,
    representative: takenOfFirm,
  };
  await anchorNow(world);
  const files: Record<string, string> = {};
  for (const each of [code, ...Object.values(others)]) files[each] = await fileOf(world, each);
  const page = async (caller: Caller, operation: string, sent: Sent = {}) => {
    const answer = await caller.call(operation, { ...sent, query: { ...sent.query, limit: '1' } });
    const cursor: unknown = answer.body.nextCursor;
    if (typeof cursor !== 'string') throw new Error(`${operation}: ${caller.name} has no second page`);
    return cursor;
  };
  const closing = {
    params: { code: WITHOUT_WORKFLOW },
    body: { state: 'closed', reason: 'Chưa có quy trình' },
  };
  const settled = (await asTwo(world, 'setProcedureState', closing)).body.id;
  const waiting = (await world.secondAdministrator.call('setProcedureState', closing)).body.id;
  const away = await world.leader.call('recordAbsence', {
    params: { code: UNIT },
    body: { officer: 'thuly2.h44-101', from: '2027-06-01', to: '2027-06-30' },
  });
  const batch = await packed(world);
  const takenOver = { code: UNIT, id: await packed(world) };
  await world.registryClerk.call('takeArchiveBatch', { params: takenOver });
  const drawer = await closedBefore(world);
  return {
    code,
    batch,
    drawer,
    taken: takenOver.id,
    absence: away.body.id,
    pad: (await pairedPad(world)).id,
    payment: await paymentLink(world, await waitingForFee(world)),
    platformNotice: platformNotice(world),
    bankNotice: bankNotice(world),
    taxMessage: await landTold(world),
    today: dateOf(world.clock.now()),
    assignedMoney: await assignedMoney(world, done.code),
    waiting,
    settled,
    subscription,
    uploaded: await file(world.owner),
    files,
    others,
    closed: done.code,
    accepted: acceptedOnes,
    number: done.resultNumber,
    exported: (await exported(world.reception, { list: 'dossiers' })).id,
    cursors: {
      'listProposedChanges the next page of a list somebody else began': await page(
        world.secondAdministrator,
        'listProposedChanges',
      ),
      'listProcedures the next page of a list somebody else began': await page(world.owner, 'listProcedures'),
      'listDossiers the next page of the unit’s list, which reception began': await page(
        world.reception,
        'listDossiers',
      ),
      'listDossiers the next page of the owner’s list': await page(world.owner, 'listDossiers'),
      'getHistory the next page of another dossier’s ledger, under this one': await page(
        world.reception,
        'getHistory',
        { params: { code: done.code } },
      ),
      'listArchiveDue the next page of the list that reception began': await page(
        world.reception,
        'listArchiveDue',
        { params: { code: UNIT } },
      ),
      'listArchiveBatches the next page of the batches that reception began': await page(
        world.reception,
        'listArchiveBatches',
        { params: { code: UNIT } },
      ),
      'listDrawers the next page of the list that reception began': await page(
        world.reception,
        'listDrawers',
        { params: { code: UNIT } },
      ),
      'listExports the next page of reception’s exports': await page(world.reception, 'listExports'),
      'listChanges the next events of the portal’s feed': await changesCursor(world.portal),
      'listWaiting the next page of them': await waitingCursor(world.administrator, subscription),
      'listFindings the next page of another list, as one of these': await page(world.reception, 'listTasks'),
      'listTasks the next page of a list that reception began': await page(world.reception, 'listTasks'),
      'listOfficers the next page of a list the administrator began': await page(
        world.administrator,
        'listOfficers',
      ),
      'listAccessRecords the next page of the owner’s list': await page(world.owner, 'listAccessRecords'),
      'listAccessRecords the next page of an auditor’s list': await page(world.auditor, 'listAccessRecords'),
    },
  };
}

/** Where the portal's feed goes on, once it holds something. */
async function changesCursor(portal: Caller): Promise<string> {
  const { body } = await eventually(async () => {
    const answer = await portal.call('listChanges', { query: { limit: '1' } });
    return answer.body.items.length > 0 ? answer : undefined;
  });
  return body.nextCursor;
}

/** The cursor of the second page of what waits, once there is one. */
async function waitingCursor(administrator: Caller, subscription: string): Promise<string> {
  const party = `webhook.${subscription}`;
  return eventually(async () => {
    const { body } = await administrator.call('listWaiting', { params: { party }, query: { limit: '1' } });
    return typeof body.nextCursor === 'string' ? body.nextCursor : undefined;
  });
}

async function fileOf({ portal }: World, code: string): Promise<string> {
  const { components } = (await portal.call('getDossier', { params: { code } })).body;
  return components[0].files[0].id;
}

const online = (kind: CallerKind) => ([...citizens, ...portals] as CallerKind[]).includes(kind);

/** The request of a line of the table. A new line with a parameter needs one here. */
export function requestOf({ operation, parameter, asks }: RightsRow, kind: CallerKind, place: Place): Asked {
  const code = place.others[kind] ?? place.code;
  if (parameter === 'cursor') return { sent: nextPage(operation, asks, { ...place, code }) };
  const task = `${code}.t1`;
  const asked = parameter === undefined ? operation : `${operation} ?${parameter}`;
  switch (asked) {
    case 'listDossiers':
      return { sent: {}, shows: code };
    case 'listChanges':
      return { sent: { query: { limit: '200' } }, shows: code };
    case 'listSubscriptions':
      return { sent: {}, shows: place.subscription };
    case 'listDossiers ?unit':
      return { sent: { query: { unit: UNIT } }, shows: code };
    case 'listDossiers ?expand':
      return { sent: { query: { expand: 'applicant' } }, shows: code };
    case 'createExport ?expand': {
      const { body } = plainRequest('createExport', kind, { ...place, code });
      return { sent: { body: { ...(body as object), expand: 'applicant' } }, shows: '"expand":"applicant"' };
    }
    case 'searchDossiers':
      return { sent: { query: { q: code } }, shows: code };
    case 'searchDossiers ?q':
      return { sent: { query: { q: OWNER, limit: '100' } }, shows: code };
    case 'searchDossiers ?expand':
      return { sent: { query: { q: code, expand: 'applicant' } }, shows: code };
    case 'listOfficers ?unit':
      return { sent: { query: { unit: UNIT } }, shows: 'thuly1.h44-101' };
    case 'listExports':
      return { sent: {}, shows: place.exported };
    case 'listDrawers':
      return { sent: { params: { code: UNIT } }, shows: place.drawer };
    case 'listTasks ?expand':
      return { sent: { query: { expand: 'applicant' } }, shows: task };
    case 'countTasks':
      return { sent: {}, shows: `"${UNIT}"` };
    case 'countTasks ?unit':
      return { sent: { query: { unit: UNIT } }, shows: `"${UNIT}"` };
    case 'listTasks':
      return { sent: {}, shows: task };
    case 'listTasks ?unit':
      return { sent: { query: { unit: UNIT } }, shows: task };
    case 'listTasks ?assignee':
      return { sent: { query: { assignee: 'anybody' } }, shows: task };
    case 'listTasks ?role':
      return { sent: { query: { role: 'reception' } }, shows: task };
    case 'listAccessRecords':
      return { sent: {}, shows: readByAnother(code) };
    case 'listAccessRecords ?on':
      return { sent: { query: { on: '2026-11-23' } }, shows: readByAnother(code) };
    case 'listAccessRecords ?reader':
      return { sent: { query: { reader: 'officer:tiepnhan.h44-101' } }, shows: code };
    case 'listAccessRecords ?dossier':
      return { sent: { query: { dossier: code } }, shows: code };
    default:
      if (parameter !== undefined) throw new Error(`${asked} is a new line: give a request for it here`);
      return { sent: plainRequest(operation, kind, { ...place, code }) };
  }
}

function nextPage(operation: string, asks: string, { code, cursors, subscription }: Place): Sent {
  const cursor = cursors[`${operation} ${asks}`];
  if (cursor === undefined) throw new Error(`${operation}, ${asks}: nobody began such a list`);
  const on = operation === 'listFindings' && { on: '2026-11-22' };
  const params = { code: /Archive|Drawers/.test(operation) ? UNIT : code, party: `webhook.${subscription}` };
  return { params, query: { cursor, limit: '1', ...on } };
}

/** Asked plainly: whoever has the right is answered, or refused for another reason. */
function plainRequest(
  operation: string,
  kind: CallerKind,
  { code, uploaded, files, number, exported: id, subscription, waiting, settled, pad, ...more }: Place,
): Sent {
  const stale = { 'if-match': '"999"' };
  const task = { id: `${code}.t1` };
  const { absence, accepted, batch, drawer, taken } = more;
  switch (operation) {
    case 'getProcedure':
    case 'listReliefs':
    case 'getWorkflow':
      return { params: { code: PLAIN } };
    case 'publishWorkflow':
    case 'setProcedureState':
      return { params: { code: PLAIN }, body: {} };
    case 'getProposedChange':
      return { params: { id: waiting } };
    case 'confirmProposedChange':
      return { params: { id: waiting }, headers: stale };
    case 'withdrawProposedChange':
      return { params: { id: settled }, body: {} };
    case 'transferDossiers':
      return { params: { code: UNIT }, body: {} };
    case 'verifyResult':
      return { params: { number } };
    case 'getPayment':
    case 'openPayment':
      return { params: more.payment };
    case 'notifyPlatform':
      return { body: more.platformNotice };
    case 'notifyBank':
      return more.bankNotice;
    case 'tellLandTax':
      return more.taxMessage;
    case 'sendLandSlip':
      return { params: { code }, headers: stale, body: landSlip };
    case 'recordLandProof':
      return {
        params: { code },
        headers: stale,
        body: { notice: 'TB-1', document: 'GNT-1', amount: 1000, paidOn: '2026-11-20' },
      };
    // Refused whoever asks: a text that is no statement, and money that is another dossier's.
    case 'loadStatement':
      return { body: { text: 'x' } };
    case 'assignPayment':
      return { params: more.assignedMoney, body: { dossier: code, reason: 'Kiểm thử quyền' } };
    case 'getReconciliation':
      return { params: { day: more.today } };
    case 'getReconciliationFile':
      return { params: { day: more.today, format: 'xlsx' } };
    case 'getUnsettledFile':
      return { params: { format: 'csv' } };
    case 'getForm':
      return { params: { code: accepted[kind] ?? accepted.any ?? '', id: '01-2' } };
    case 'getRegister':
      return { params: { code: UNIT }, query: { from: '2026-11-23', to: '2026-11-23' } };
    case 'openFile':
    case 'getDigitization':
      return { params: { code, id: files[code] ?? '' } };
    case 'completeUpload':
      return { params: { id: uploaded } };
    case 'getExport':
      return { params: { id } };
    case 'createExport':
      return {
        body: {
          list: 'dossiers',
          format: 'csv',
          reason: 'Kiểm thử quyền',
          filters: online(kind) ? {} : { unit: UNIT },
        },
      };
    case 'getTask':
      return { params: task };
    case 'decideTask':
      // Of what staff of the post decides, an outdated version changes nothing.
      return kind === 'postal'
        ? { params: task, body: { decision: 'accept' }, headers: stale }
        : { params: task, body: { decision: 'giveOpinion', opinion: 'Nhất trí' } };
    case 'listAbsences':
    case 'listArchiveDue':
    case 'listArchiveBatches':
      return { params: { code: UNIT } };
    case 'listPads':
      return { params: { code: UNIT } };
    // Of no pad: whoever may pair is told that there is none.
    case 'clearPad':
    case 'endPad':
      return { params: { code: UNIT, id: pad } };
    case 'pairPad':
      return { params: { code: UNIT }, body: { name: 'Quầy' } };
    case 'askForInk':
      return { params: { code }, body: { pad, form: '01-2' } };
    case 'handInInk':
      return { params: { code }, body: { form: '01-2', documentHash: '0'.repeat(64), ...hardware() } };
    case 'requestRefund':
      return {
        params: { code },
        headers: stale,
        body: { amount: 1000, of: 'held', believed: 1000, reason: 'Nộp thừa' },
      };
    case 'decideRefund':
      return { params: { code, refund: 'r2' }, headers: stale, body: { approved: true } };
    case 'payRefund':
      return {
        params: { code, refund: 'r2' },
        headers: stale,
        body: { means: 'transfer', document: 'UNC 1' },
      };
    // Reception has one open, and the other one is closed.
    case 'openDrawer':
      return { params: { code: UNIT }, body: { openedWith: 0 } };
    case 'closeDrawer':
      return { params: { code: UNIT, id: drawer }, body: { counted: 0 } };
    // Nothing was counted in it, so that whoever may is asked for a reason.
    case 'depositDrawers':
      return {
        params: { code: UNIT },
        body: { drawers: [drawer], amount: 1, slip: 'GNT1', paidInOn: more.today },
      };
    case 'listDeposits':
    case 'getPaymentStatistics':
    case 'getUnitMoney':
      return { params: { code: UNIT } };
    case 'getProcessIndicators':
      return { params: { code: UNIT, procedure: PLAIN } };
    case 'getArchiveBatch':
      return { params: { code: UNIT, id: batch } };
    case 'getArchivePaper':
      return { params: { code: UNIT, id: batch, paper: 'contents' } };
    // Refused whoever asks: a dossier that is none, a batch that was taken over.
    case 'packArchiveBatch':
      return { params: { code: UNIT }, body: { dossiers: ['H44.101-261123-9998'] } };
    case 'takeArchiveBatch':
      return { params: { code: UNIT, id: taken } };
    case 'changeLegalHold':
      return { params: { code }, headers: stale, body: { hold: true, reason: 'Đang thanh tra' } };
    // Both are refused whoever asks: a day that is over, and an end that is none.
    case 'recordAbsence':
      return {
        params: { code: UNIT },
        body: { officer: 'thuly2.h44-101', from: '2020-01-01', to: '2020-01-01' },
      };
    case 'endAbsence':
      return { params: { code: UNIT, id: absence }, body: { on: '2099-01-01' } };
    case 'listAuthorizations':
    case 'recordAuthorization':
      return { params: { code: UNIT }, ...(operation === 'recordAuthorization' && { body: {} }) };
    case 'endAuthorization':
      return { params: { code: UNIT, id: 'x' }, body: {} };
    case 'assignTask':
      return { params: task, body: { assignee: null }, headers: stale };
    case 'supplementDossier':
      return { params: { code }, body: { components: [{ component: 'c2', paperCopies: 1 }] } };
    case 'searchStore':
      return { body: { procedure: PLAIN, name: 'Nguyễn Văn An' } };
    case 'fetchStoreFile':
      return { body: {} };
    case 'searchStoreForDossier':
      return { params: { code }, headers: { 'access-reason': 'Kiem%20tra' } };
    // The procedure takes no such paper.
    case 'fetchStoreFileForDossier':
      return {
        params: { code },
        body: { kind: 'KQ.G15.000031', number: '38/2019-KS' },
        headers: { 'access-reason': 'Kiem%20tra' },
      };
    case 'withdrawDossier':
      return { params: { code }, body: {}, headers: stale };
    case 'certifyCopy':
      return { params: { code, id: files[code] ?? '' }, headers: stale, body: { comparedWith: 'original' } };
    case 'correctReceipt':
    case 'decideReceiptCorrection':
      return {
        params: { code, id: 'EBL01-26TAA-99999999' },
        headers: stale,
        body:
          operation === 'correctReceipt' ? { kind: 'replacement', reason: 'Sai tên' } : { approved: true },
      };
    case 'retryReceipt':
      return { params: { code, id: '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93' }, headers: stale };
    case 'getReceiptSummary':
      return { params: { code: UNIT, date: '2026-11-23' } };
    case 'recallResult':
      return { params: { code }, headers: stale, body: { reason: 'Trả nhầm người', recovered: true } };
    case 'proposeResultChange':
      return {
        params: { code },
        headers: stale,
        body: { kind: 'revoke', ground: 'holderAsks', reason: 'Theo đơn' },
      };
    case 'returnAgain':
      return { params: { code }, headers: stale, body: {} };
    case 'declareInterest':
      // Refused only after the caller's right: nobody has such an account.
      return { params: { code }, body: { officer: 'khong.co', reason: 'Người thân' } };
    case 'correctApplicant':
      return {
        params: { code },
        headers: stale,
        body: { applicant: FIRM, reason: 'Ghi nhầm tên', evidence: { description: 'Giấy khai sinh' } },
      };
    case 'submitDossier':
      return { body: unknownProcedure(kind) };
    case 'createSubscription':
      return { body: {} };
    case 'getSubscription':
    case 'rotateSecret':
    case 'pingSubscription':
    case 'resumeSubscription':
      return { params: { id: subscription } };
    case 'replaySubscription':
      return { params: { id: subscription }, body: { from: '2026-11-22T00:00:00+07:00' } };
    case 'endSubscription':
      return { params: { id: subscription } };
    case 'listFindings':
      return { query: { on: '2026-11-22' } };
    case 'listWaiting':
    case 'getDeadLetters':
    case 'redriveConnection':
      return { params: { party: `webhook.${subscription}` } };
    default:
      return allOperations.find(({ id }) => id === operation)?.body
        ? { params: { code }, body: {} }
        : { params: { code } };
  }
}

function unknownProcedure(kind: CallerKind) {
  return {
    procedure: '1.999999',
    channel: online(kind) ? 'online' : 'counter',
    receivingUnit: UNIT,
    applicant: applicantOf(kind),
    components: [],
  };
}

function applicantOf(kind: CallerKind) {
  if (kind === 'foreigner') return FOREIGNER;
  if (kind === 'firm' || kind === 'representative') return FIRM;
  const identityNumber = kind === 'stranger' ? STRANGER : OWNER;
  return { kind: 'person', name: 'Nguyễn Văn An', identityNumber };
}
