import type { proposedChangeOperations } from '../../../schemas/api/operations/proposed-changes.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ContentOf, StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { doneAt } from '../../domain/proposed-changes/confirm.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { saveWithWorkflow } from '../../records/catalogue/save-with-workflow.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { closed, demandProcedure } from '../../records/proposed-changes/plan-closing.ts';
import { shownChange } from '../../records/proposed-changes/shown-change.ts';
import type { ProposedChangeDeps } from './deps.ts';

type Operation = (typeof proposedChangeOperations)['confirmProposedChange'];
type AtOnce = ContentOf<'procedureClosing' | 'workflow' | 'workCalendar' | 'units'>;

interface Confirmed {
  readonly change: StoredProposedChange;
  readonly confirmed: StoredProposedChange;
  readonly content: AtOnce;
}

/** Puts what was confirmed in force, in one transaction with the confirmation and its answer. */
export async function putInForce(
  deps: ProposedChangeDeps,
  { change, confirmed, content }: Confirmed,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { now } = call;
  // Closing a procedure, a new workflow and a new calendar leave open dossiers as they are.
  const changed = content.kind === 'units' ? change.preview.dossiers : 0;
  const done = { ...doneAt(confirmed, now), progress: { changed, unchanged: 0, conflicts: 0, failed: 0 } };
  const reply = { body: shownChange(done, call), version: done.version };
  const also = [deps.proposedChanges.changing(change, done), ...attempt.keeps(reply)];
  if ((await write(deps, content, now, also)) === 'conflict') {
    // Another administrator may have confirmed it at the same moment.
    const first = (await deps.proposedChanges.find(change.id))?.change;
    if (first?.status === 'done') return { body: shownChange(first, call), version: first.version };
    throw new ProblemError('proposed-change-outdated', {
      vi: 'Dữ liệu làm căn cứ của đề nghị vừa được người khác thay đổi; hãy rút và đề nghị lại.',
      en: 'Someone just changed what the proposed change was based on: withdraw it and propose it again.',
    });
  }
  if (content.kind === 'units') await deps.moveEnded();
  return reply;
}

async function write(
  { catalogue, workCalendars, organization }: ProposedChangeDeps,
  content: AtOnce,
  now: Instant,
  also: readonly NamedWrite[],
): Promise<'added' | 'saved' | 'unchanged' | 'conflict'> {
  const recordedAt = toRfc3339(now);
  switch (content.kind) {
    case 'procedureClosing': {
      const published = await demandProcedure(catalogue, content.procedure);
      return catalogue.saveProcedure(closed(published, content.reason, now), 'replace', also);
    }
    case 'workflow': {
      const before = await demandProcedure(catalogue, content.procedure);
      const { procedure } = before;
      return saveWithWorkflow(catalogue, before, { procedure, workflow: content.workflow }, now, also);
    }
    case 'workCalendar': {
      const version = ((await workCalendars.current())?.version ?? 0) + 1;
      return workCalendars.add({ version, recordedAt, workCalendar: content.workCalendar }, also);
    }
    case 'units': {
      const version = ((await organization.current())?.version ?? 0) + 1;
      return organization.add({ version, recordedAt, units: content.units }, also);
    }
  }
}
