import { describe, expect, it } from 'vitest';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { accept, forward } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

describe('the limit of a step', () => {
  /** 1.012796: eight working days; examination has five of them, the check one and a half. */
  const accepted = () => new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00').decide(accept);

  it('is its own while the dossier has time for it', () => {
    const dossier = accepted().at('2026-03-04T09:00:00+07:00').decide(forward);
    expect(dossier.head.dueAt).toBe('2026-03-12T17:00:00+07:00');
    expect(waitingTask(dossier.head)?.dueAt).toBe('2026-03-06T11:00:00+07:00');
  });

  it('never promises more than the dossier has left', () => {
    const dossier = accepted().at('2026-03-12T08:00:00+07:00').decide(forward);
    expect(waitingTask(dossier.head)?.dueAt).toBe('2026-03-12T17:00:00+07:00');
  });

  it('is its own again once the dossier is overdue', () => {
    const dossier = accepted().at('2026-03-13T08:00:00+07:00').decide(forward);
    expect(waitingTask(dossier.head)?.dueAt).toBe('2026-03-17T11:00:00+07:00');
  });
});
