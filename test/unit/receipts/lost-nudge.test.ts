import { expect, test } from 'vitest';
import { compareDossier } from '../../../functions/features/reconciliation/compare-dossier.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { COLLECTOR, receiptedProvince, UNIT } from '../../support/money-receipts/receipted-province.ts';

const collecting = { code: UNIT, parent: null, collects: COLLECTOR } as unknown as Unit;

/** A night after a payment whose nudge was lost. */
async function night(units: readonly Unit[]) {
  const here = receiptedProvince(memoryItems(memoryRecords()));
  const paper = await here.submitted('2026-11-26T08:00:00+07:00');
  await here.pay(paper);
  const { code } = paper.head;
  const nudged: string[] = [];
  const compare = () =>
    compareDossier(
      {
        dossiers: here.dossiers,
        results: { find: async () => undefined, files: { read: async () => undefined } },
        cursors: { ofDossier: async () => new Map() },
        subscriptions: { of: async () => [] },
        machines: { status: async () => 'running' },
        recover: async () => undefined,
        nudge: async (consumer, { dossier }) => void nudged.push(`${consumer} ${dossier}`),
        projections: async () => [],
        unitsAt: async () => units,
        now: () => Date.parse('2026-11-27T01:00:00+07:00'),
      },
      code,
    );
  return { ...here, code, nudged, compare };
}

test('a payment whose nudge was lost has its receipt after the nightly comparison', async () => {
  const { compare, nudged, code, issue } = await night([collecting]);
  const found = (await compare()).filter(({ detail }) => detail.includes('receipt'));
  expect(found).toEqual([
    { kind: 'consumerBehind', name: code, detail: '1 receipts are not made yet', state: 'mended' },
  ]);
  expect(nudged).toContain(`receipting ${code}`);
  expect((await issue(code)).issued).toBe(1);
  nudged.splice(0);
  expect((await compare()).filter(({ detail }) => detail.includes('receipt'))).toEqual([]);
  expect(nudged).toEqual([]);
});

test('where nobody collects there is nothing that was lost', async () => {
  const { compare, nudged } = await night([]);
  expect(await compare()).toEqual([]);
  expect(nudged).toEqual([]);
});
