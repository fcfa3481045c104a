import type { Submission } from '../../../schemas/api/dossier.ts';
import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { checkPeople } from '../../domain/applicants/check-applicant.ts';
import { demandMayApply } from '../../domain/applicants/may-apply.ts';
import { competentUnitOf } from '../../domain/dossier/competent-unit.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { LAST_NUMBER, lastOnlineNumber, numberOf } from '../../domain/dossier/number.ts';
import { receptionTask } from '../../domain/dossier/reception-task.ts';
import { demandRightDoor } from '../../domain/dossier/right-door.ts';
import { sealEvents } from '../../domain/dossier/seal.ts';
import { checkSubmission } from '../../domain/dossier/submit.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { holdersOfSubmission } from '../../domain/quotas/holders.ts';
import { isNearlyUsed } from '../../domain/quotas/quota.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { sealTerms } from '../../domain/search/sealed-terms.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Refusal } from '../../records/commands/case-store.ts';
import { fileRefused } from '../../records/commands/refusals.ts';
import { answerOf, orRepeated, repeatOrRefuse } from '../../records/commands/repeats.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { demandChecked } from '../../records/files/check-upload.ts';
import { filesOfComponents } from '../../records/files/file-references.ts';
import { unitFinder } from '../../records/organization/organization-store.ts';
import type { CountedRequest } from '../../records/quotas/quotas.ts';
import { demandReusable } from '../../records/vault/demand-reusable.ts';
import { namingSources } from '../../records/vault/from-store.ts';
import { demandOffered } from './demand-offered.ts';
import { demandWay } from './demand-way.ts';
import type { IntakeDeps } from './deps.ts';
import { type PeopleKeys, peopleOf } from './people-of.ts';
import { submittedData } from './submitted-data.ts';

type Operation = (typeof dossierOperations)['submitDossier'];
type Acknowledgement = Reply<Operation>['body'];

/** The result of a submission: the new dossier and what counts it, unless it repeats an earlier one. */
interface Submitted {
  readonly body: Acknowledgement;
  readonly made?: { readonly head: DossierHead; readonly counted: CountedRequest };
}

/**
 * Submits a dossier (nộp hồ sơ). Primary course: the caller may submit this way and for this owner; the procedure is
 * open and complete; every file was checked; number, ledger, task and acknowledgement are committed together; the
 * machine is started, by the sweeper if not now.
 */
export async function submitDossier(deps: IntakeDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, caller } = call;
  demandWay(caller, body);
  const keyring = await deps.keyring();
  checkPeople({ ...body, by: body.onBehalf?.by }, call.now);
  const people = peopleOf(body, caller, keyring);
  const actor = actorOf(caller, keyring, counterRole(caller));
  demandNotOwn({ ...people, submittedBy: '' }, caller);
  const request = { actor, repeat: call.repeat };
  const submitted = await orRepeated<Acknowledgement, Submitted>(deps.dossiers, request, () =>
    create(deps, call, { actor, people }),
  );
  if ('repeated' in submitted) return { body: submitted.repeated, version: submitted.repeated.version };
  if (submitted.made) await afterwards(deps, submitted.made, call.body);
  return { body: submitted.body, version: submitted.body.version };
}

async function create(
  deps: IntakeDeps,
  call: Call<Operation>,
  by: { actor: Actor; people: PeopleKeys },
): Promise<Submitted> {
  const { body, now } = call;
  const [published, organization, working] = await Promise.all([
    deps.catalogue.procedure(body.procedure),
    deps.organization.current(),
    deps.workCalendars.current(),
  ]);
  if (!published)
    throw new ProblemError('procedure-unknown', {
      vi: `Không có thủ tục ${body.procedure}.`,
      en: `There is no procedure ${body.procedure}.`,
    });
  if (!organization || !working) {
    throw new ProblemError('procedure-closed', {
      vi: 'Hệ thống của tỉnh chưa cài đặt xong: chưa có đơn vị hoặc chưa có lịch làm việc.',
      en: 'The province is not set up yet: no units or no calendar.',
    });
  }
  demandRightDoor(published.procedure, call.caller, dateOf(now));
  const unitOf = unitFinder(organization, dateOf(now));
  const units = organization.units.filter(({ code }) => unitOf(code) !== undefined);
  const { successorOf } = successionOf(organization.units, dateOf(now));
  const decides = competentUnitOf(published.procedure, body.receivingUnit, units) ?? body.receivingUnit;
  // A unit named by the submission must exist; for a unit named by the procedure, its successor does the work.
  const competentUnit =
    body.competentUnit ?? (decides === body.receivingUnit ? decides : successorOf(decides));
  const submission = { ...body, competentUnit };
  checkSubmission(submission, published, unitOf, successorOf);
  demandMayApply(body.applicant.kind, published.procedure, now);
  demandOffered(body, published.procedure, dateOf(now));
  const files = body.components.flatMap(component => component.files);
  const { actor, people } = by;
  const kind = body.applicant.kind;
  const holders = holdersOfSubmission(actor, { owner: people.owner, kind, procedure: body.procedure });
  const [duplicates, counted, cited, uploaded] = await Promise.all([
    deps.duplicates(people.owner, body.procedure, now),
    deps.quotas.open('submissions', holders, now),
    demandReusable(deps.vault, body.components, {
      owner: people.owner,
      procedure: published.procedure,
      today: dateOf(now),
    }),
    demandChecked(deps, filesOfComponents(body.components), describeActor(actor)),
  ]);
  const components = namingSources(body.components, uploaded, people.owner);
  const pinned = {
    procedure: body.procedure,
    procedureVersion: published.version,
    workflowVersion: published.workflowVersion ?? 1,
    workCalendarVersion: working.version,
    organisationVersion: organization.version,
  };
  const rules = await deps.rules.load(pinned);
  const foundBy = sealTerms(body.applicant, await deps.keyring());
  const last = lastNumberFor(body, deps.counterShare);
  const created = await deps.dossiers.create(
    { agency: body.receivingUnit, date: dateOf(now), last },
    code => {
      const { receivingUnit, competentUnit } = submission;
      const task = receptionTask({
        head: { code, tasksOpened: 0, receivingUnit, competentUnit },
        rules,
        now,
      });
      const data = submittedData({ ...submission, components }, published, { pinned, people, code });
      const event: NewEvent = { data, opens: [task], closes: [] };
      const outcome = sealEvents({ code, head: undefined }, [event], { actor, now });
      const acknowledgement: Acknowledgement = {
        ...progressOf(outcome.head, call.language),
        version: outcome.head.version,
        submittedAt: outcome.head.submittedAt,
        answerBy: task.dueAt,
      };
      return {
        outcome,
        applicant: body.applicant,
        handedInBy: body.onBehalf?.by,
        returnAddress: body.returnAddress,
        formData: body.formData,
        labels: {
          procedureName: published.procedure.name,
          field: published.procedure.field.name,
          duplicates,
        },
        foundBy,
        files,
        cited,
        answer: answerOf({ actor, repeat: call.repeat }, 201, acknowledgement),
        acknowledgement,
        quota: counted.writes,
      };
    },
  );
  if ('refused' in created) return refused(created, call, counted);
  return { body: created.acknowledgement, made: { head: created.outcome.head, counted } };
}

/** The last number for this way of submitting: some are kept for those who stand at the counter, or write by post. */
function lastNumberFor({ channel }: Submission, counterShare: number): number {
  return channel === 'online' ? lastOnlineNumber(counterShare) : LAST_NUMBER;
}

/** What follows when the dossier is committed: its machine, and the counts that are not part of its transaction. */
async function afterwards(
  deps: IntakeDeps,
  { head, counted }: NonNullable<Submitted['made']>,
  body: Submission,
): Promise<void> {
  await Promise.all([deps.wake(head), counted.done()]);
  if (!isNearlyUsed(numberOf(head.code), lastNumberFor(body, deps.counterShare))) return;
  deps.nearlyNumbered(head.receivingUnit, body.channel === 'online' ? 'online' : 'counter');
}

function refused(refusal: Refusal, call: Call<Operation>, counted: CountedRequest): Submitted {
  if (refusal.refused === 'answered') {
    return { body: repeatOrRefuse<Acknowledgement>(call.repeat.requestHash, refusal.answer) };
  }
  if (refusal.refused === 'file') throw fileRefused(refusal);
  if (refusal.refused === 'quota') throw counted.refusal();
  throw new ProblemError('too-busy', {
    vi: 'Có quá nhiều hồ sơ nộp cùng lúc vào đơn vị này; hãy thử lại.',
    en: 'Too many submissions to this unit at once; try again.',
  });
}

/** In which role an officer takes a dossier in: as reception, or for the post. */
function counterRole(caller: Principal): 'reception' | 'postal' | null {
  if (caller.kind !== 'officer') return null;
  return caller.roles.includes('reception') ? 'reception' : 'postal';
}
