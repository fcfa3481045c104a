import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf, listPrices } from '../../../bench/cost/cost.ts';
import { type CountedDossier, countDossier } from '../../../bench/cost/count-dossier.ts';
import { openStage, type Stage } from '../../../bench/host/stage.ts';
import { openBareTable } from '../../../bench/table/bare-table.ts';
import { scriptOf } from '../../../bench/table/script.ts';

/** What the bench counts, counted once for the suite: what an AWS bill would grow with must not grow unnoticed. */
describe('a plain dossier, counted on the embedded host', () => {
  let stage: Stage;
  let counted: CountedDossier;
  beforeAll(async () => {
    stage = await openStage(() => undefined);
    counted = await countDossier(stage, ['H44.101', 'H44.102', 'H44.103']);
  }, 300_000);
  afterAll(() => stage?.remove());

  it('takes at most 7 state transitions', () => {
    expect(counted.operations.stateTransitions).toBeGreaterThan(5);
    expect(counted.operations.stateTransitions).toBeLessThanOrEqual(7);
  });

  it('has every kind of its operations counted', () => {
    const { operations } = counted;
    // One upload, one submission, three times list, task and decision, the dossier, its results.
    expect(operations.apiRequests).toBe(13);
    // The paper, what was read of it, and the result; what reads them at least once each.
    expect(operations.s3Writes).toBe(3);
    expect(operations.s3Reads).toBeGreaterThanOrEqual(2);
    // The arrival of the paper, and what consumers are told: how much of it comes together is chance.
    expect(operations.events).toBeGreaterThanOrEqual(1);
    // Each request to the API, each of four callers once, three waits, the result, the check of the upload; relay and consumers.
    expect(operations.invocations).toBeGreaterThanOrEqual(13 + 4 + 3 + 1 + 1);
    expect(operations.tableRequests).toBeGreaterThan(30);
    expect(operations.writeUnits).toBeGreaterThan(operations.indexWriteUnits);
    expect(operations.indexWriteUnits).toBeGreaterThan(0);
    expect(operations.readUnits).toBeGreaterThan(10);
    expect(operations.gbSeconds).toBeGreaterThan(0);
    expect(operations.logBytes).toBeGreaterThan(1000);
  });

  it('costs at most US$ 0.45 a thousand in requests, with the relay and its consumers', () => {
    expect(costOf(counted.operations, listPrices()).requestsUsd).toBeLessThanOrEqual(0.45);
  });

  // Counting by portal and procedure takes three write units of it (ADR 0035); reading the paper (ADR 0039) two cents.
  it('costs at most US$ 0.53 a thousand when its portal is told of everything by webhook and feed', async () => {
    const { operations } = await countDossier(stage, ['H44.104', 'H44.105', 'H44.106'], 'portal');
    console.log(
      costOf(counted.operations, listPrices()).requestsUsd,
      costOf(operations, listPrices()).requestsUsd,
      counted.operations.tableRequests,
      operations.tableRequests,
      operations.writeUnits,
    );
    expect(operations.writeUnits).toBeGreaterThan(counted.operations.writeUnits + 20);
    expect(costOf(operations, listPrices()).requestsUsd).toBeLessThanOrEqual(0.53);
  }, 300_000);

  it('can be asked of a bare table again and again, with the same answers', async () => {
    const table = await openBareTable(stage.dataFolder('bare'), scriptOf(counted.table));
    try {
      const { dossiers } = await table.replay(2, 0.5);
      expect(dossiers).toBeGreaterThanOrEqual(2);
    } finally {
      await table.stop();
    }
  }, 60_000);
});
