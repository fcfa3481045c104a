import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { correctApplicant as correct } from '../../domain/dossier/decisions/correct-applicant.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { filedAt } from '../../domain/projections/expected-projections.ts';
import { sealChange } from '../../domain/projections/found-entries.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { accessEntries } from '../../records/audit-log/record-reads.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandChecked } from '../../records/files/check-upload.ts';
import type { IntakeDeps } from './deps.ts';
import { ownersOf } from './people-of.ts';

type Operation = (typeof dossierOperations)['correctApplicant'];

/**
 * An officer corrects wrongly recorded details of the applicant (đính chính), with reason and evidence. In one
 * transaction: the ledger's event, which names fields and digests only; the applicant with the earlier details; the
 * new ownership, in lists and for rights; and the search terms.
 */
export async function correctApplicant(deps: IntakeDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const keyring = await deps.keyring();
  const actor = actorOf(call.caller, keyring, roleOf(call.caller));
  const { applicant, evidence } = body;
  const files = evidence.file === undefined ? [] : [{ id: evidence.file, pointer: '/evidence/file' }];
  const { owner, representative = null } = ownersOf(applicant, keyring);
  const corrected = await changeDossier<Reply<Operation>['body']>(deps, {
    code: call.params.code,
    actor,
    now: () => now,
    repeat: call.repeat,
    async decide(context) {
      const { head } = context;
      demandDossier(head, call.caller, keyring, 'dossier.correct');
      demandHandling(head, call.caller);
      demandVersion(call.ifMatch, head.version);
      const record = await deps.dossiers.people(head.code);
      if (!record) throw nothingHere();
      const before = { applicant: record.applicant, returnAddress: record.returnAddress };
      const after = { applicant, returnAddress: body.returnAddress ?? record.returnAddress };
      const events = correct(context, {
        before,
        after,
        owner,
        representative,
        reason: body.reason,
        evidence: { file: evidence.file ?? null, description: evidence.description ?? null },
      });
      await demandChecked(deps, files, describeActor(actor), head.code);
      const reads = { operation: 'correctApplicant', parts: ['applicant'], dossiers: [head] } as const;
      const seen = accessEntries({ ...call, ...reads }, keyring);
      const earlier = [
        ...record.earlier,
        { until: toRfc3339(now), event: head.version + 1, changed: changedIn(events), ...before },
      ];
      const filed = filedAt(await deps.dossiers.events(head.code, 0, 1));
      const people = { before: record.applicant, after: applicant, folding: record.folding };
      const found = sealChange(filed, people, keyring);
      const right: ApplicantRecord = { ...record, ...after, earlier };
      return {
        events,
        beside: { files: files.map(({ id }) => id), people: { record: right, found, seen } },
        answer: ({ head, events }) => ({
          ...progressOf(head, call.language),
          version: head.version,
          changed: changedIn(events),
        }),
      };
    },
  });
  return { body: corrected, version: corrected.version };
}

/** The fields a correction changed, as its event names them. */
function changedIn(events: readonly Pick<NewEvent, 'data'>[]): string[] {
  return events.flatMap(({ data }) => (data.type === 'applicantCorrected' ? data.changed : []));
}

function roleOf(caller: Call<Operation>['caller']) {
  if (caller.kind !== 'officer') return null;
  return caller.roles.includes('reception') ? 'reception' : 'handler';
}

/**
 * A unit that is only consulted, or handles one step, may not correct the applicant; those who answer for the dossier
 * do.
 */
function demandHandling(
  { receivingUnit, competentUnit }: DossierHead,
  caller: Call<Operation>['caller'],
): void {
  const units = caller.kind === 'officer' ? unitsOf(caller) : [];
  if (units.includes(receivingUnit) || units.includes(competentUnit)) return;
  throw new ProblemError('forbidden', {
    vi: 'Chỉ đơn vị tiếp nhận hoặc giải quyết hồ sơ mới được đính chính thông tin chủ hồ sơ.',
    en: 'Only the unit that received the dossier or decides it may correct the applicant.',
  });
}
