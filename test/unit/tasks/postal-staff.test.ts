import { expect, test } from 'vitest';
import { getTask } from '../../../functions/features/tasks/get-task.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { task } from '../exports/doubles.ts';

test('staff of the post is shown nothing of the proposal at the handing over of a result', async () => {
  const paper = new PaperDossier('1.001193', { returnBy: 'counter' });
  paper.decide(accept).decide(approve).decide(approve);
  const sha256 = 'a'.repeat(64);
  paper.issue({ number: 'H44.101-KQ2026-000001', sha256, size: 9, origin: 'rendered' });
  const [open] = paper.head.tasks;
  expect(open).toMatchObject({ phase: 'collection', role: 'reception' });
  expect(paper.head.proposal).not.toBeNull();
  const deps = {
    dossiers: {
      task: async () => ({ ...task(1), ...open, dossier: paper.head.code }),
      find: async () => ({ head: paper.head }),
      standing: async () => 'sound',
    },
    organization: { officer: async () => undefined },
    rules: { load: async () => paper.rules },
  };
  const seenBy = async (...roles: OfficerRole[]) => {
    const caller = { kind: 'officer', id: 'an', unit: open?.unit, roles };
    return (await getTask(deps as never, { params: { id: open?.id }, caller } as never)).body;
  };
  expect(await seenBy('reception', 'postal')).toHaveProperty('proposal.text', approve.text);
  const shown = await seenBy('postal');
  expect(shown.decisions).toContain('handOver');
  expect(shown).not.toHaveProperty('proposal');
  expect(JSON.stringify(shown)).not.toContain(approve.text);
});
