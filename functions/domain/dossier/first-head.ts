import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { reusedAfter } from '../vault/reuse.ts';
import { describeActor } from './describe-actor.ts';
import { amountToPay, owesFromStart } from './fee.ts';
import { LedgerError } from './ledger-error.ts';

/** The head after a ledger's first entry: the dossier was handed in, and nothing else has happened. */
export function firstHead(event: LedgerEvent): DossierHead {
  const { data } = event;
  if (data.type !== 'submitted')
    throw new LedgerError(`${event.dossier}: the ledger begins with ${data.type}`);
  const amountDue = data.amountDue ?? amountToPay(data.fee);
  return {
    code: event.dossier,
    version: event.seq,
    lastHash: event.hash,
    updatedAt: event.at,
    rules: data.rules,
    receivingUnit: data.receivingUnit,
    competentUnit: data.competentUnit,
    channel: data.channel,
    owner: data.owner,
    representative: data.representative ?? null,
    submittedBy: describeActor(event.actor),
    portalReference: data.portalReference,
    returnBy: data.returnBy,
    handling: 'submitted',
    money: owesFromStart(data.fee) ? 'due' : 'none',
    delivery: 'none',
    fee: data.fee,
    amountDue,
    account: null,
    landTax: null,
    bill: null,
    reliefsAsked: data.reliefs ?? [],
    submittedAt: event.at,
    acceptedAt: null,
    clockStartedAt: null,
    ...{ dueAt: null, dueOn: null, dueAlarms: null },
    dueRevision: 0,
    pauses: [],
    promisedBy: null,
    transfers: [],
    interests: [],
    extendedTo: null,
    reused: reusedAfter(null, data.components),
    supplements: { intake: 0, processing: 0 },
    tasks: event.opens,
    tasksOpened: event.opens.length,
    ...{ resumeAt: null, resumeWith: null, extensionProposal: null },
    proposal: null,
    outcome: null,
    signature: null,
    timeliness: null,
    result: null,
    registration: null,
    ...{ resultChange: null, correction: null, resultRevokedAt: null, archive: null, legalHold: null },
    decidedAt: null,
    closedAt: null,
    alarms: [],
    round: 1,
    roundStartedAt: event.at,
  };
}
