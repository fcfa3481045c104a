import { describe, expect, test } from 'vitest';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';
import { workflowTemplateNamed } from '../../../province/workflow-templates.ts';
import type { Operation } from '../../../schemas/api/operation.ts';
import { allOperations, isPublic } from '../../../schemas/api/operations/all.ts';
import { examples } from '../../../tools/openapi/examples.ts';
import { keepsAnswers } from '../../../tools/openapi/problems-of.ts';
import type { Caller, Sent } from '../../support/api-caller.ts';
import { proposed } from '../../support/as-two.ts';
import { ended, packed } from './archive.ts';
import { readFile } from './certified-copies.ts';
import { closedWithFee, nextSlip } from './deposits.ts';
import { landNoticed, landSlip, landToAsk, landTold } from './land-tax.ts';
import { approvedBack, askedBack, freshCashier, openedDrawer, paid } from './money.ts';
import { hardware, NO_PAD, pairedPad, takenAtCounter } from './pads.ts';
import { bankNotice, paymentLink, platformNotice, waitingForFee } from './payments.ts';
import { freshPortal, NOWHERE, subscribed } from './portals.ts';
import { receipted, refusedByProvider, toDecide } from './receipts.ts';
import { handedOver } from './returns.ts';
import { moneyOfNobody, nextAccount, statementText } from './settling.ts';
import { PLAIN, REUSES, testProcedures, WITHOUT_WORKFLOW, workflow } from './test-procedures.ts';
import { DIVIDED } from './units.ts';
import {
  accepted,
  correction,
  decided,
  expectRefusal,
  file,
  OTHER_UNIT,
  OWNER,
  signed,
  submission,
  submitted,
  UNIT,
  type World,
} from './world.ts';

/** A dossier of the owner's for which the national store may be asked for a birth certificate. */
export async function wantingBirth({ owner }: World): Promise<string> {
  const components = [
    { component: 'c1', files: [await file(owner)] },
    { component: 'c2', files: [await file(owner)] },
  ];
  return submitted(owner, { procedure: REUSES, components });
}

/** A paper of the owner's in the simulated national store. */
export const STORED_BIRTH = { kind: 'KQ.G15.000031', number: '38/2019-KS' };

const IMPOSSIBLE = 'H44.101-261399-0001';

/** Somebody who has the right to an operation whatever it is done to. */
export function entitled(world: World, { action }: Operation): Caller {
  switch (action) {
    case 'public.read':
    case 'pad.hold':
      return world.anonymous;
    case 'task.list':
    case 'task.read':
    case 'task.decide':
    case 'task.assign':
    case 'dossier.search':
    case 'dossier.correct':
    case 'dossier.askStore':
    case 'dossier.declareInterest':
    case 'dossier.returnAgain':
    case 'dossier.certifyCopy':
    case 'dossier.takeInk':
    case 'dossier.askRefund':
    case 'dossier.payRefund':
    case 'drawer.read':
    case 'drawer.open':
    case 'drawer.close':
    case 'drawer.deposit':
    case 'deposit.read':
    case 'dossier.correctReceipt':
    case 'pad.pair':
    case 'register.read':
      return world.reception;
    case 'dossier.readLandTax':
    case 'dossier.askTaxOffice':
    case 'archive.read':
    case 'process.read':
    case 'archive.pack':
    case 'dossier.changeResult':
      return world.handler;
    case 'archive.take':
      return world.registryClerk;
    case 'dossier.hold':
    case 'dossier.decideRefund':
    case 'money.read':
    case 'paymentStatistics.read':
    case 'dossier.decideReceipt':
    case 'receipt.summarize':
      return world.leader;
    case 'export.create':
    case 'export.read':
      return world.overseer;
    case 'catalogue.manage':
    case 'settlement.read':
    case 'settlement.manage':
    case 'absence.read':
    case 'absence.record':
    case 'organization.read':
    case 'organization.manage':
    case 'calendar.manage':
    case 'connection.read':
    case 'connection.manage':
    case 'projection.manage':
    case 'proposedChange.read':
    case 'proposedChange.confirm':
      return world.administrator;
    case 'subscription.create':
    case 'subscription.manage':
    case 'change.read':
      return world.portal;
    default:
      return world.owner;
  }
}

/** Path parameters of the right form. */
function parameters(operation: Operation): Record<string, string> {
  if (operation.path.includes('/procedures/')) return { code: PLAIN };
  if (operation.path.includes('/authorizations'))
    return { code: OTHER_UNIT, id: 'au_00000000000000000000000000' };
  if (operation.path.includes('/absences')) return { code: UNIT, id: 'ab_00000000000000000000000000' };
  if (operation.path.includes('/pads')) return { code: UNIT, id: 'pad_00000000000000000000000000' };
  if (operation.path.includes('/archive/'))
    return { code: UNIT, id: 'ar_00000000000000000000000000', paper: 'contents' };
  if (
    /\/(?:drawers|deposits|money$|payment-statistics)/.test(operation.path) &&
    operation.path.includes('/units/')
  )
    return { code: UNIT, id: 'dr_00000000000000000000000000' };
  if (operation.path.includes('/processes/')) return { code: UNIT, procedure: PLAIN };
  if (operation.path.includes('/payments/{'))
    return { code: 'H44.101-261123-9998', key: '7QK2M-04HXT-9ZB3W-C1VND-5RYEA8' };
  if (operation.path.includes('/receipt-summaries/')) return { code: UNIT, date: '2026-11-20' };
  if (operation.path.includes('/reconciliations/')) return { day: '2026-11-23', format: 'csv' };
  if (operation.path.includes('/unsettled/')) return { format: 'csv' };
  if (operation.path.includes('/unassigned/')) return { gateway: 'bank', transaction: 'Rg' };
  if (operation.path.includes('/units/')) return { code: DIVIDED };
  const id = idOf(operation.path);
  return { code: 'H44.101-261123-9998', id, number: 'H44.101-KQ2026-999999', party: 'webhook', refund: 'r2' };
}

/** An id of the kind that the path names. */
function idOf(path: string): string {
  if (path.includes('/forms/')) return '01-2';
  if (path.includes('/receipts/')) return 'EBL01-26TAA-99999999';
  if (path.includes('/receipt-requests/')) return '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93';
  if (path.includes('/proposed-changes/')) return 'pc_00000000000000000000000000';
  if (path.includes('/subscriptions/')) return 'sub_00000000000000000000000000';
  if (path.includes('/exports/')) return 'x_00000000000000000000000000';
  return path.includes('/files/') || path.includes('/uploads/')
    ? 'f_00000000000000000000000000'
    : 'H44.101-261123-9998.t1';
}

const withBody = allOperations.filter(operation => operation.body);
const named = (operations: readonly Operation[]) =>
  operations.map(operation => [operation.id, operation] as const);

/** What holds for every operation alike. */
export function anyOperation(open: () => World): void {
  describe('a body is refused by every operation that takes one', () => {
    test.each(named(withBody))('%s', async (_, operation) => {
      const caller = entitled(open(), operation);
      const call = (body: Sent['body'], headers = {}) =>
        caller.call(operation.id, { params: parameters(operation), body, headers });
      expectRefusal(await call('{"a": '), 400, 'body-not-json');
      expectRefusal(await call(`${'['.repeat(100)}${']'.repeat(100)}`), 400, 'body-not-json');
      if (!operation.body?.safeParse({}).success) expectRefusal(await call(undefined), 400, 'body-missing');
      expectRefusal(await call('<a/>', { 'content-type': 'application/xml' }), 415, 'media-type-unsupported');
      // Of a notice nothing is read before its signature.
      if (operation.action !== 'payment.tell')
        expectRefusal(await call({ unknownField: 1 }), 422, 'request-invalid');
      const largest = operation.largestBody ?? 1024 * 1024;
      expectRefusal(await call(`"${'x'.repeat(largest)}"`), 413, 'body-too-large');
      expectRefusal(await call(`"${'x'.repeat(7 * 1024 * 1024)}"`), 413, 'gateway');
    });
  });

  describe('the examples of the document are understood', () => {
    const given = withBody.flatMap(operation =>
      Object.entries(examples[operation.id] ?? {}).map(
        ([name, { value }]) => [`${operation.id} ${name}`, operation, value] as const,
      ),
    );
    test.each(given)('%s', async (_, operation, body) => {
      const caller = entitled(open(), operation);
      const { workflow } = body as { workflow?: { procedure: string } };
      const params = { ...parameters(operation), ...(workflow && { code: workflow.procedure }) };
      const { status, code } = await caller.call(operation.id, { params, body });
      // What the example names need not be there; that it is no request is another matter.
      expect([400, 415, 500]).not.toContain(status);
      expect(code).not.toBe('request-invalid');
    });
  });

  test.each(named(allOperations.filter(({ method }) => method === 'POST')))(
    '%s refuses an idempotency key of the wrong form',
    async (_, operation) => {
      const world = open();
      const body = await validBody(world, operation);
      const answer = await entitled(world, operation).call(operation.id, {
        params: parameters(operation),
        ...(body !== undefined && { body }),
        headers: { 'idempotency-key': 'x'.repeat(201) },
      });
      expectRefusal(answer, 400, 'parameter-invalid');
    },
  );

  test.each(named(allOperations.filter(operation => operation.params)))(
    '%s is no route under a path that cannot be decoded',
    async (_, operation) => {
      const names = operation.path.matchAll(/\{(\w+)\}/g);
      const broken = Object.fromEntries([...names].map(([, name = '']) => [name, '%zz']));
      expectRefusal(await open().anonymous.call(operation.id, { params: broken }), 404, 'gateway');
    },
  );

  test.each(named(allOperations.filter(operation => !isPublic(operation))))(
    '%s asks for a token',
    async (_, operation) => {
      const sent = { params: parameters(operation) };
      expectRefusal(await open().anonymous.call(operation.id, sent), 401, 'gateway');
      const expired = await open().expired.call(operation.id, sent);
      expect(expired.status, JSON.stringify(expired.body)).toBe(401);
    },
  );

  test.each(
    named(allOperations.filter(({ problems }) => problems.some(code => code === 'dossier-code-invalid'))),
  )('%s refuses a dossier code with an impossible date', async (_, operation) => {
    const world = open();
    const caller = entitled(world, operation);
    const body = await validBody(world, operation);
    for (const code of [IMPOSSIBLE, 'H44.101-261123-0000', 'H44.101']) {
      const answer = await caller.call(operation.id, {
        params: { ...parameters(operation), code },
        ...(body !== undefined && { body }),
      });
      expectRefusal(answer, 400, 'dossier-code-invalid');
    }
  });

  test.each(named(allOperations.filter(({ method }) => method === 'GET')))(
    '%s passes over headers that only changes take',
    async (_, operation) => {
      const world = open();
      const answer = await entitled(world, operation).call(operation.id, {
        params: parameters(operation),
        ...(operation.id === 'searchDossiers' && { query: { q: 'nothing of the kind' } }),
        ...(operation.id === 'listFindings' && { query: { on: '2026-11-22' } }),
        ...(operation.id === 'verifyResult' && { query: { sha256: '0'.repeat(64) } }),
        headers: { 'if-match': 'nonsense', 'idempotency-key': 'x'.repeat(201) },
      });
      expect([undefined, 'not-found']).toContain(answer.code);
    },
  );

  test.each(named(allOperations.filter(({ recordsReads }) => recordsReads)))(
    '%s refuses a reason for reading that names a person',
    async (_, operation) => {
      const world = open();
      const body = await validBody(world, operation);
      const answer = await entitled(world, operation).call(operation.id, {
        params: parameters(operation),
        ...(body !== undefined && { body }),
        headers: { 'access-reason': `xem%20so%20${OWNER}` },
      });
      expectRefusal(answer, 400, 'parameter-invalid');
      expect(JSON.stringify(answer.body)).not.toContain(OWNER);
    },
  );

  describe('the same idempotency key with another request is refused', () => {
    test.each(named(allOperations.filter(keepsAnswers)))('%s', async (_, operation) => {
      const world = open();
      const { caller, sent } = await doable(world, operation);
      const headers = { ...sent.headers, 'idempotency-key': `reused-${operation.id}` };
      const first = await caller.call(operation.id, { ...sent, headers });
      expect(first.status, JSON.stringify(first.body)).toBe(operation.answer.status);
      const again = await caller.call(operation.id, { ...sent, headers });
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      // The same members with more space between them: another request, byte for byte. Without a body: for another
      // thing.
      const other = operation.body
        ? { ...sent, body: JSON.stringify(sent.body, undefined, 1), headers }
        : { ...(await doable(world, operation)).sent, headers };
      expectRefusal(await caller.call(operation.id, other), 422, 'idempotency-key-reused');
    });
  });
}

let year = 2030;

/** Of a year that no other has, and of an officer who signs nothing in these tests. */
function authorization() {
  year++;
  return {
    form: 'TUQ',
    signer: 'thuly2.h44-102',
    position: 'Trưởng phòng',
    onBehalfOf: 'thuly1.h44-102',
    for: 'Chủ tịch',
    document: '12/GUQ-UBND',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    afterGap: 'Không có người vắng mặt',
  };
}

/** Of a day that no other has, and of an officer who is not away in these tests. */
function absence() {
  year++;
  return { officer: 'thuly2.h44-101', from: `${year}-03-01`, to: `${year}-03-05`, substitute: null };
}

/** A body the operation takes. */
async function validBody(world: World, operation: Operation): Promise<unknown> {
  if (!operation.body) return undefined;
  const { owner, anonymous } = world;
  switch (operation.id) {
    case 'submitDossier':
      return submission(owner);
    case 'createUpload':
      return { fileName: 'a.pdf', contentType: 'application/pdf', size: 5, sha256: '0'.repeat(64) };
    case 'supplementDossier':
      return { components: [{ component: 'c2', paperCopies: 1 }] };
    case 'searchStore':
      return { procedure: REUSES, name: 'Nguyễn Văn An' };
    case 'fetchStoreFile':
      return { procedure: REUSES, name: 'Nguyễn Văn An', ...STORED_BIRTH };
    case 'fetchStoreFileForDossier':
      return STORED_BIRTH;
    case 'withdrawDossier':
      return {};
    case 'correctApplicant':
      return correction({ name: 'Nguyễn Văn Ân' });
    case 'decideTask':
      return { decision: 'accept' };
    case 'assignTask':
      return { assignee: null };
    case 'proposeResultChange':
      return { kind: 'revoke', ground: 'holderAsks', reason: 'Theo đơn của người được cấp' };
    case 'certifyCopy':
      return { comparedWith: 'original' };
    case 'correctReceipt':
      return { kind: 'replacement', reason: 'Ghi sai tên người nộp' };
    case 'decideReceiptCorrection':
      return { approved: true };
    case 'recallResult':
      return { reason: 'Trả nhầm người', recovered: true };
    case 'returnAgain':
      return { collector: 'owner' };
    case 'declareInterest':
      return { reason: 'Chủ hồ sơ là anh ruột' };
    case 'importProcedures':
      return { shape: 'motcua', items: testProcedures };
    case 'publishWorkflow':
      return { workflow: workflow(PLAIN) };
    case 'applyWorkflowTemplate':
      return {
        template: workflowTemplateNamed('commune-two-steps'),
        approvedBy: '3/QĐ-UBND',
        filter: { codes: [PLAIN] },
      };
    case 'setProcedureState':
      return { state: 'open' };
    case 'publishOrganization':
      return { units: (await anonymous.call('getOrganization')).body.units };
    case 'recordOfficers':
      return {
        officers: [{ id: 'moi.h44', unit: 'H44', roles: ['auditor'], name: 'Người Mới', active: false }],
      };
    case 'publishWorkCalendar':
    case 'saveWorkCalendarDraft':
      return {
        calendar: nationalCalendar,
        rules: vietnameseRules,
        officeHours: standardOfficeHours,
        units: [],
      };
    case 'transferDossiers':
      return { limit: 5 };
    case 'withdrawProposedChange':
      return { reason: 'Ngày gián đoạn ghi chưa đúng' };
    case 'replan':
      return { unit: 'H44.148', cause: { kind: 'workCalendar', version: 1 } };
    case 'pairPad':
      return { name: 'Quầy kiểm thử' };
    case 'askForInk':
      return { pad: 'pad_00000000000000000000000000', form: '01-2' };
    case 'handInInk':
      return { form: '01-2', documentHash: '0'.repeat(64), ...hardware() };
    case 'notifyPlatform':
      return { MaLoi: '00' };
    case 'notifyBank':
      return { id: 'FT0', account: '0011001932418' };
    case 'sendLandSlip':
      return landSlip;
    case 'recordLandProof':
      return { notice: 'TB-1', document: 'GNT-1', amount: 1000, paidOn: '2026-11-20' };
    case 'tellLandTax':
      return { type: 'notice' };
    case 'loadStatement':
      return { text: statementText(nextAccount(), []) };
    case 'assignPayment':
      return { dossier: 'H44.101-261123-9998', reason: 'Người nộp xuất trình ủy nhiệm chi' };
    case 'redeemPairing':
      return { code: '00000-00000', secret: NO_PAD.secret };
    case 'lookAtPad':
      return { pad: NO_PAD };
    case 'answerOnPad':
      return { outcome: 'declined', pad: NO_PAD, request: 'ir_00000000000000000000000000' };
    case 'requestRefund':
      return { amount: 1000, of: 'held', believed: 1000, reason: 'Nộp thừa' };
    case 'decideRefund':
      return { approved: true };
    case 'payRefund':
      return { means: 'cash', document: 'PC 1' };
    case 'openDrawer':
      return { openedWith: 200_000 };
    case 'closeDrawer':
      return { counted: 200_000 };
    case 'depositDrawers':
      return {
        drawers: ['dr_00000000000000000000000000'],
        amount: 15_000,
        slip: nextSlip(),
        paidInOn: '2026-11-23',
      };
    case 'packArchiveBatch':
      return { dossiers: [await ended(world)] };
    case 'changeLegalHold':
      return { hold: true, reason: 'Đang thanh tra' };
    case 'recordAbsence':
      return absence();
    case 'endAbsence':
      return { on: '2026-11-30' };
    case 'recordAuthorization':
      return authorization();
    case 'endAuthorization':
      return { on: '2026-11-30', reason: 'Đã trở lại làm việc' };
    case 'createExport':
      return { list: 'dossiers', format: 'csv', reason: 'Kiểm thử' };
    case 'createSubscription':
      return { url: NOWHERE };
    case 'replaySubscription':
      return { from: '2026-11-23T00:00:00+07:00' };
    case 'rebuildProjections':
      return { limit: 1, onlyTell: true };
    case 'explainDeadline':
      return { receivedAt: '2026-11-23T09:00:00+07:00', limit: { amount: 1, unit: 'month' } };
    default:
      throw new Error(`${operation.id} is new: give a body that it takes`);
  }
}

/** A request that succeeds, and who may send it. */
export async function doable(world: World, operation: Operation): Promise<{ caller: Caller; sent: Sent }> {
  const caller = entitled(world, operation);
  const body = await validBody(world, operation);
  switch (operation.id) {
    case 'supplementDossier': {
      const code = await submitted(world.owner);
      const ask = { decision: 'requestSupplement', reason: 'Thiếu giấy tờ', items: ['Giấy tờ'] };
      await decided(world.reception, `${code}.t1`, ask);
      const files = [await file(world.owner)];
      return { caller, sent: { params: { code }, body: { components: [{ component: 'c2', files }] } } };
    }
    case 'withdrawDossier':
      return {
        caller,
        sent: { params: { code: await submitted(world.owner) }, body: { reason: 'Đổi ý rồi' } },
      };
    case 'proposeResultChange':
      return { caller, sent: { params: { code: (await signed(world)).code }, body } };
    case 'certifyCopy':
      return { caller, sent: { params: await readFile(world), body } };
    case 'recallResult':
      return { caller, sent: { params: { code: await handedOver(world) }, body } };
    case 'requestRefund': {
      const of = { of: 'received', believed: 15_000, amount: 1000 };
      return { caller, sent: { params: { code: await paid(world) }, body: { ...(body as object), ...of } } };
    }
    case 'decideRefund':
      return { caller, sent: { params: await askedBack(world), body } };
    case 'payRefund':
      return { caller, sent: { params: await approvedBack(world), body } };
    case 'openDrawer':
      return { caller: await freshCashier(world), sent: { params: { code: UNIT }, body } };
    case 'closeDrawer': {
      const cashier = await freshCashier(world);
      return { caller: cashier, sent: { params: await openedDrawer(cashier), body } };
    }
    case 'depositDrawers': {
      const { cashier, drawer, today } = await closedWithFee(world);
      const own = { drawers: [drawer], paidInOn: today };
      return { caller: cashier, sent: { params: { code: UNIT }, body: { ...(body as object), ...own } } };
    }
    case 'correctReceipt':
      return { caller, sent: { params: await receipted(world), body } };
    case 'decideReceiptCorrection':
      return { caller, sent: { params: await toDecide(world), body } };
    case 'retryReceipt':
      return { caller, sent: { params: await refusedByProvider(world) } };
    case 'takeArchiveBatch':
      return { caller, sent: { params: { code: UNIT, id: await packed(world) } } };
    case 'changeLegalHold':
      return { caller, sent: { params: { code: await submitted(world.owner) }, body } };
    case 'returnAgain': {
      const params = { code: await handedOver(world) };
      await caller.call('recallResult', { params, body: { reason: 'Trả nhầm người', recovered: true } });
      return { caller, sent: { params, body } };
    }
    case 'fetchStoreFileForDossier': {
      const params = { code: await wantingBirth(world) };
      return { caller, sent: { params, body, headers: { 'access-reason': 'Doi%20chieu' } } };
    }
    case 'declareInterest':
    case 'correctApplicant':
      return { caller, sent: { params: { code: await submitted(world.owner) }, body } };
    case 'decideTask':
      return { caller, sent: { params: { id: `${await submitted(world.owner)}.t1` }, body } };
    case 'assignTask':
      return { caller: world.leader, sent: { params: { id: (await accepted(world)).task }, body } };
    case 'confirmProposedChange':
    case 'withdrawProposedChange': {
      const closing = {
        params: { code: WITHOUT_WORKFLOW },
        body: { state: 'closed', reason: 'Chưa có quy trình' },
      };
      const { id } = await proposed(world, 'setProcedureState', closing);
      const by = operation.id === 'confirmProposedChange' ? world.secondAdministrator : caller;
      return { caller: by, sent: { params: { id }, body } };
    }
    case 'notifyPlatform':
      return { caller, sent: { body: platformNotice(world) } };
    case 'notifyBank':
      return { caller, sent: bankNotice(world) };
    case 'sendLandSlip':
      return { caller, sent: { params: { code: await landToAsk(world) }, body } };
    case 'recordLandProof': {
      const { code, notice } = await landNoticed(world);
      return { caller, sent: { params: { code }, body: { ...(body as object), notice } } };
    }
    case 'tellLandTax': {
      const sent = await landTold(world);
      return { caller, sent };
    }
    case 'openPayment':
      return { caller, sent: { params: await paymentLink(world, await waitingForFee(world)) } };
    case 'assignPayment': {
      const params = await moneyOfNobody(world);
      const reason = 'Người nộp xuất trình ủy nhiệm chi';
      return { caller, sent: { params, body: { dossier: await submitted(world.owner), reason } } };
    }
    case 'clearPad':
    case 'endPad':
      return { caller, sent: { params: { code: UNIT, id: (await pairedPad(world)).id } } };
    case 'redeemPairing': {
      const desk = { params: { code: UNIT }, body: { name: 'Quầy' } };
      const { code } = (await world.reception.call('pairPad', desk)).body;
      return { caller, sent: { body: { code, secret: NO_PAD.secret } } };
    }
    case 'lookAtPad':
      return { caller, sent: { body: { pad: await pairedPad(world) } } };
    case 'answerOnPad': {
      const { code } = await takenAtCounter(world);
      const pad = await pairedPad(world);
      const order = { params: { code }, body: { pad: pad.id, form: '01-2' } };
      const { id: request } = (await world.reception.call('askForInk', order)).body;
      return { caller, sent: { body: { outcome: 'declined', pad, request } } };
    }
    case 'askForInk': {
      const { code } = await takenAtCounter(world);
      return {
        caller,
        sent: { params: { code }, body: { pad: (await pairedPad(world)).id, form: '01-2' } },
      };
    }
    case 'handInInk': {
      const { code, sha256 } = await takenAtCounter(world);
      return {
        caller,
        sent: { params: { code }, body: { form: '01-2', documentHash: sha256, ...hardware() } },
      };
    }
    case 'endAbsence': {
      const order = absence();
      const params = { code: UNIT };
      const recorded = await caller.call('recordAbsence', { params, body: order });
      expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
      return { caller, sent: { params: { ...params, id: recorded.body.id }, body: { on: order.from } } };
    }
    case 'endAuthorization': {
      const order = authorization();
      const params = { code: OTHER_UNIT };
      const recorded = await caller.call('recordAuthorization', { params, body: order });
      expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
      const ended = { on: order.from, reason: 'Đã trở lại làm việc' };
      return { caller, sent: { params: { ...params, id: recorded.body.id }, body: ended } };
    }
    case 'createSubscription':
      return { caller: await freshPortal(world), sent: { body } };
    case 'rotateSecret':
    case 'pingSubscription':
    case 'replaySubscription':
    case 'resumeSubscription':
    case 'endSubscription': {
      const portal = await freshPortal(world);
      return { caller: portal, sent: { params: { id: await subscribed(portal) }, body } };
    }
    case 'redriveConnection':
      return { caller, sent: { params: { party: `webhook.${await subscribed(await freshPortal(world))}` } } };
    case 'completeUpload':
      return { caller, sent: { params: { id: await file(world.owner) } } };
    default:
      return { caller, sent: { params: parameters(operation), body } };
  }
}
