import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { devIssuer } from '../../../local/dev-tokens/dev-tokens.ts';
import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import type { SimulatedStore } from '../../../outside/national-store/server.ts';
import type { SimulatedTaxOffice } from '../../../outside/tax-office/server.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import { simulateNationalStore } from '../../../start/national-store.ts';
import { type SimulatedGateways, simulateGateways } from '../../../start/payment-gateways.ts';
import {
  type SimulatedReceiptProviders,
  simulateReceiptProviders,
} from '../../../start/receipt-providers.ts';
import { simulateTaxOffice } from '../../../start/tax-office.ts';
import { type Answered, type Caller, callerWith, devCaller } from '../../support/api-caller.ts';
import { type Conformance, openConformance } from '../../support/conformance.ts';
import { eventually } from '../../support/eventually.ts';
import { bootProvince, type ProvinceHost } from '../../support/province-host.ts';
import { PLAIN, testProcedures } from './test-procedures.ts';

/** Monday 23 November 2026, 09:00 in Vietnam: office hours, and time stands still unless a test moves it. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+07:00');

export const UNIT = 'H44.101';
export const OTHER_UNIT = 'H44.102';
export const OWNER = '025090000001';
export const STRANGER = '025190000002';
/** A firm with its representative, and a foreigner, as applicants. */
export const REPRESENTATIVE = '025185000003';
export const FIRM = {
  kind: 'organisation',
  name: 'Công ty TNHH Chè Thanh Ba',
  taxCode: '0102325399',
  representative: { name: 'Quách Thị Hường', identityNumber: REPRESENTATIVE },
} as const;
export const FOREIGNER = {
  kind: 'foreigner',
  name: 'Somphone Vongsa',
  paper: { kind: 'passport', number: 'P1234567', country: 'LAO' },
} as const;

/** Everybody who calls in these tests. */
export interface World {
  readonly clock: VirtualClock;
  readonly province: ProvinceHost;
  readonly nationalStore: SimulatedStore;
  readonly gateways: SimulatedGateways;
  readonly receiptProviders: SimulatedReceiptProviders;
  readonly taxOffice: SimulatedTaxOffice;
  readonly conformance: Conformance;
  readonly url: string;
  readonly anonymous: Caller;
  /** The owner with a token that was right an hour ago. */
  readonly expired: Caller;
  readonly owner: Caller;
  readonly ownerLevel1: Caller;
  readonly foreigner: Caller;
  readonly firm: Caller;
  readonly representative: Caller;
  readonly stranger: Caller;
  readonly portal: Caller;
  readonly otherPortal: Caller;
  readonly readingPortal: Caller;
  readonly reception: Caller;
  readonly handler: Caller;
  readonly otherHandler: Caller;
  readonly leader: Caller;
  readonly postal: Caller;
  readonly signer: Caller;
  readonly registryClerk: Caller;
  readonly otherReception: Caller;
  readonly otherHandlerElsewhere: Caller;
  readonly agencyHandler: Caller;
  readonly overseer: Caller;
  readonly auditor: Caller;
  readonly administrator: Caller;
  readonly secondAdministrator: Caller;
}

/**
 * Boots the host, shows it to `empty` before anything is published, then loads the province and the tests' own
 * procedures.
 */
export async function openWorld(empty: (anonymous: Caller) => Promise<void>, start = MONDAY): Promise<World> {
  const clock = virtualClock(start);
  const booted = await bootProvince({ clock });
  const nationalStore = await simulateNationalStore(booted.host);
  const gateways = await simulateGateways({ ...booted.host, apiUrl: booted.apiUrl }, () => clock.now());
  const receiptProviders = await simulateReceiptProviders(booted.host, () => clock.now());
  const taxOffice = await simulateTaxOffice({ ...booted.host, apiUrl: booted.apiUrl }, () => clock.now());
  const stop = async () => {
    await booted.stop();
    await nationalStore.stop();
    await gateways.stop();
    await receiptProviders.stop();
    await taxOffice.stop();
  };
  const province = { ...booted, stop };
  const conformance = openConformance();
  const api = { url: province.apiUrl, conformance };
  const officer = (id: string, unit: string, ...roles: string[]) =>
    devCaller(api, id, { kind: 'officer', id, unit, roles });
  const world: World = {
    clock,
    province,
    nationalStore,
    gateways,
    receiptProviders,
    taxOffice,
    conformance,
    url: province.apiUrl,
    anonymous: callerWith(api, 'anonymous', undefined),
    expired: callerWith(api, 'expired', await citizenToken(province, { age: 3600, life: 1800 })),
    owner: await devCaller(api, 'owner', { kind: 'citizen', id: OWNER, level: 2 }),
    ownerLevel1: await devCaller(api, 'owner at level 1', { kind: 'citizen', id: OWNER, level: 1 }),
    foreigner: await devCaller(api, 'foreigner', {
      kind: 'foreigner',
      id: FOREIGNER.paper.number,
      country: FOREIGNER.paper.country,
    }),
    firm: await devCaller(api, 'firm', { kind: 'organisation', id: FIRM.taxCode }),
    representative: await devCaller(api, 'representative', { kind: 'citizen', id: REPRESENTATIVE, level: 2 }),
    stranger: await devCaller(api, 'other citizen', { kind: 'citizen', id: STRANGER, level: 2 }),
    portal: await devCaller(api, 'portal', { kind: 'portal', id: 'dvcqg' }),
    otherPortal: await devCaller(api, 'other portal', { kind: 'portal', id: 'kiosk' }),
    readingPortal: await devCaller(api, 'portal that reads', {
      kind: 'portal',
      id: 'dvcqg',
      scopes: ['dossiers:read'],
    }),
    reception: await officer('tiepnhan.h44-101', UNIT, 'reception'),
    handler: await officer('thuly1.h44-101', UNIT, 'handler'),
    otherHandler: await officer('thuly2.h44-101', UNIT, 'handler'),
    leader: await officer('lanhdao.h44-101', UNIT, 'leader'),
    postal: await officer('buuchinh.h44-101', UNIT, 'postal'),
    signer: await officer('kyduyet.h44-101', UNIT, 'signer'),
    registryClerk: await officer('vanthu.h44-101', UNIT, 'registryClerk'),
    otherReception: await officer('tiepnhan.h44-102', OTHER_UNIT, 'reception'),
    otherHandlerElsewhere: await officer('thuly1.h44-102', OTHER_UNIT, 'handler'),
    agencyHandler: await officer('thuly.vpdk', 'H44.03.01', 'handler'),
    overseer: await officer('theodoi.h44', 'H44', 'overseer'),
    auditor: await officer('thanhtra.h44', 'H44', 'auditor'),
    administrator: await devCaller(api, 'quantri.h44', {
      kind: 'administrator',
      id: 'quantri.h44',
      unit: 'H44',
    }),
    secondAdministrator: await devCaller(api, 'quantri2.h44', {
      kind: 'administrator',
      id: 'quantri2.h44',
      unit: 'H44',
    }),
  };
  await empty(world.anonymous);
  await province.loadProvince();
  const imported = await world.administrator.call('importProcedures', {
    body: { shape: 'motcua', items: testProcedures },
  });
  expect(imported.body.rows.map((row: { refusedBecause: unknown }) => row.refusedBecause)).toEqual(
    testProcedures.map(() => null),
  );
  return world;
}

/** A token of the owner that was issued `age` seconds ago and holds `life` seconds. */
export function citizenToken(
  { host }: ProvinceHost,
  { age, life, issuer = devIssuer('citizen') }: { age: number; life: number; issuer?: string },
): Promise<string> {
  const issuedAt = Math.floor(host.clock.now() / 1000) - age;
  const claims = { loa: 2, identityNumber: OWNER };
  return host.devKeys.sign(claims, { issuer, subject: OWNER, issuedAt, expiresAt: issuedAt + life });
}

/** A file declared by a caller and, unless `upload` is false, uploaded; its id. */
export async function file(
  by: Caller,
  options: { upload?: boolean; bytes?: Buffer; contentType?: string; fileName?: string } = {},
): Promise<string> {
  const bytes = options.bytes ?? samplePaper(`Paper ${Math.random()}`).bytes;
  const declared = await by.call('createUpload', {
    body: {
      fileName: options.fileName ?? 'paper.pdf',
      contentType: options.contentType ?? 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  });
  expect(declared.status).toBe(201);
  if (options.upload === false) return declared.body.id;
  const { url, method, headers } = declared.body;
  const sent = await fetch(url, { method, headers, body: new Uint8Array(bytes) });
  expect(sent.status, await sent.text()).toBe(200);
  return declared.body.id;
}

/** A submission that is right, online and by the owner unless told otherwise; `own` replaces fields. */
export async function submission(
  by: Caller,
  own: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return {
    procedure: PLAIN,
    channel: 'online',
    receivingUnit: UNIT,
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: OWNER },
    components: own['components'] ?? [{ component: 'c1', files: [await file(by)] }],
    ...own,
  };
}

/** A correction of the owner's dossier, with what is right of the applicant. */
export const correction = (applicant: Record<string, unknown>, own: Record<string, unknown> = {}) => ({
  applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: OWNER, ...applicant },
  reason: 'Cán bộ tiếp nhận ghi nhầm',
  evidence: { description: 'Căn cước xuất trình tại quầy' },
  ...own,
});

/** The code of a new dossier. */
export async function submitted(by: Caller, own: Record<string, unknown> = {}): Promise<string> {
  const answer = await by.call('submitDossier', { body: await submission(by, own) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.code;
}

/** A decision that must be taken; its receipt. */
export async function decided(by: Caller, id: string, body: Record<string, unknown>) {
  const answer = await by.call('decideTask', { params: { id }, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

/** A new dossier, accepted: its code and the task of its first step. */
export async function accepted(world: World, own: Record<string, unknown> = {}) {
  const code = await submitted(world.owner, own);
  const receipt = await decided(world.reception, `${code}.t1`, { decision: 'accept' });
  return { code, task: receipt.nextTask as string };
}

/** A new dossier, approved and signed; the answer of getDossier once its result is there. */
export async function signed(world: World, own: Record<string, unknown> = {}) {
  const { code, task } = await accepted(world, own);
  const proposal = await decided(world.handler, task, { decision: 'approve', text: 'Đồng ý giải quyết.' });
  await decided(world.signer, proposal.nextTask, {
    decision: 'approve',
    proposal: proposal.proposal.digest,
  });
  return eventually(async () => {
    const { body } = await world.owner.call('getDossier', { params: { code } });
    return body.resultNumber === null ? undefined : body;
  });
}

/** That an answer is this refusal. */
export function expectRefusal(answer: Answered, status: number, code: string): void {
  expect({ status: answer.status, code: answer.code }, JSON.stringify(answer.body)).toEqual({ status, code });
}

/** How many dossiers the unit and the owner have: what a refused submission must not change. */
export async function counted(world: World): Promise<{ unit: number; owner: number }> {
  const count = async (by: Caller) => {
    let total = 0;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Answered = await by.call('listDossiers', {
        query: { limit: '100', ...(cursor !== '' && { cursor }) },
      });
      total += page.body.items.length;
      cursor = page.body.nextCursor;
    }
    return total;
  };
  return { unit: await count(world.reception), owner: await count(world.owner) };
}
