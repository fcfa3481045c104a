import { fileURLToPath } from 'node:url';
import { padOperations } from '../../../../../schemas/api/operations/pads.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { openMaking } from '../../../../records/forms/open-making.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { dynamoPadStore } from '../../../../records/pads/pad-store.ts';
import { formsEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { answerOnPad } from '../../answer-on-pad.ts';
import { askForInk } from '../../ask-for-ink.ts';
import type { PadDeps } from '../../deps.ts';
import { handInInk } from '../../hand-in-ink.ts';
import { lookAtPad } from '../../look-at-pad.ts';
import { clearPad, endPad, listPads, pairPad } from '../../manage-pads.ts';
import { redeemPairing } from '../../redeem-pairing.ts';

const environment = readEnvironment(tableEnvironment.extend(formsEnvironment.shape));
const services = openDossierServices(environment.TABLE_NAME);
const deps: PadDeps = {
  ...services,
  accessRecords: dynamoAccessRecords(services.table),
  pads: dynamoPadStore(services.table),
  ...openMaking(environment.FORMS_BUCKET, fileURLToPath(new URL('./fonts/', import.meta.url))),
};
const once = { ...deps, journal: dynamoRequestJournal(services.table) };

/** Signing pads: what officers ask for, and what tablets and hardware pads hand in. */
export const handler = httpFunction(
  [
    route(padOperations.listPads, call => listPads(deps, call)),
    route(
      padOperations.pairPad,
      journaled(once, (call, attempt) => pairPad(deps, call, attempt)),
    ),
    route(
      padOperations.clearPad,
      journaled(once, (call, attempt) => clearPad(deps, call, attempt)),
    ),
    route(
      padOperations.endPad,
      journaled(once, (call, attempt) => endPad(deps, call, attempt)),
    ),
    route(
      padOperations.askForInk,
      journaled(once, (call, attempt) => askForInk(deps, call, attempt)),
    ),
    route(padOperations.handInInk, call => handInInk(deps, call)),
    route(padOperations.redeemPairing, call => redeemPairing(deps, call)),
    route(padOperations.lookAtPad, call => lookAtPad(deps, call)),
    route(padOperations.answerOnPad, call => answerOnPad(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
