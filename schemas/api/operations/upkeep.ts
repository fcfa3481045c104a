import * as z from 'zod';
import { dossierCode } from '../../codes/dossier-code.ts';
import { operation } from '../operation.ts';

const many = z.int().min(0);

/** The progress of a rebuild, and the differences from the ledgers. */
export const projectionsRebuilt = z
  .strictObject({
    /** Dossiers examined, and those with something to rewrite. */
    looked: many,
    differing: many,
    /** Units whose open tasks were counted. */
    units: many,
    /** Items that were missing, outdated or superfluous; wrong shares of counts. */
    faults: z.strictObject({ tasks: many, lists: many, work: many, search: many, money: many, counts: many }),
    /** Dossiers whose head does not match their ledger: nothing of them was written. */
    heads: z.array(dossierCode),
    /** The day reached; null once units are counted. */
    upTo: z.iso.date().nullable(),
    /** Where to continue; null at the end. */
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ProjectionsRebuilt' });

export const upkeepOperations = {
  rebuildProjections: operation({
    id: 'rebuildProjections',
    method: 'POST',
    path: '/v1/projections/rebuild',
    capability: 'upkeep',
    tag: 'Administration',
    summary:
      'Compares tasks, lists, work lists, searches, transfers of money and counts with the ledgers, a slice at a time, and rewrites what differs',
    action: 'projection.manage',
    body: z
      .strictObject({
        cursor: z.string().max(2000).optional(),
        limit: z.int().min(1).max(100).default(50).meta({ description: 'Dossiers looked at' }),
        onlyTell: z.boolean().default(false).meta({ description: 'Writes nothing, only tells what differs' }),
      })
      .meta({ id: 'ProjectionsRebuilding' }),
    answer: { status: 200, schema: projectionsRebuilt },
    problems: ['request-invalid', 'cursor-invalid', 'too-busy'],
  }),
} as const;
