import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { LedgerError } from '../../../functions/domain/dossier/ledger-error.ts';
import { sealEvent, verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { type LedgerEvent, ledgerEvent } from '../../../schemas/dossier/event.ts';
import { accept, approve, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const whole = () =>
  new PaperDossier('1.001193').decide(accept).decide(missing).supplement().decide(approve).ledger;

const place = <T>(values: readonly T[], index: number): T => {
  const value = values[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
};

describe('the ledger', () => {
  test('is whole as it was written, empty or not', () => {
    expect(verifyChain(whole())).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
    expect(whole().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    for (const event of whole()) expect(ledgerEvent.parse(event)).toEqual(event);
  });

  test('stays whole on its way through JSON', () => {
    expect(verifyChain(JSON.parse(JSON.stringify(whole())))).toBeUndefined();
  });

  test.each<[string, (events: LedgerEvent[]) => LedgerEvent[], object]>([
    [
      'a changed fact',
      events => events.with(1, { ...place(events, 1), at: '2026-03-01T08:00:00+07:00' }),
      { seq: 2, fault: 'wrongHash' },
    ],
    [
      'another actor',
      events => events.with(2, { ...place(events, 2), actor: { kind: 'system', mechanism: 'alarm' } }),
      { seq: 3, fault: 'wrongHash' },
    ],
    ['an entry taken out', events => events.toSpliced(2, 1), { seq: 4, fault: 'gap' }],
    ['the first entry taken out', events => events.slice(1), { seq: 2, fault: 'gap' }],
    [
      'two entries exchanged',
      events => events.toSpliced(1, 2, place(events, 2), place(events, 1)),
      { seq: 3, fault: 'gap' },
    ],
    ['an entry put in twice', events => events.toSpliced(2, 0, place(events, 1)), { seq: 2, fault: 'gap' }],
    [
      'an entry written anew, hash and all',
      events => {
        const { hash: _, ...content } = place(events, 1);
        return events.with(1, sealEvent({ ...content, at: '2026-03-01T08:00:00+07:00' }));
      },
      { seq: 3, fault: 'wrongPrevious' },
    ],
    [
      'another hash',
      events => events.with(4, { ...place(events, 4), hash: 'f'.repeat(64) }),
      { seq: 5, fault: 'wrongHash' },
    ],
  ])('shows %s', (_what, tamper, fault) => {
    expect(verifyChain(tamper(whole()))).toEqual(fault);
  });

  test('shows any single character that was changed in an entry', () => {
    const events = whole();
    const anywhere = fc.tuple(fc.nat(events.length - 1), fc.nat(), fc.constantFrom('0', 'a', 'Z'));
    fc.assert(
      fc.property(anywhere, ([index, at, character]) => {
        const text = JSON.stringify(place(events, index));
        const changed = text.slice(0, at % text.length) + character + text.slice((at % text.length) + 1);
        let tampered: unknown;
        try {
          tampered = JSON.parse(changed);
        } catch {
          return true;
        }
        const parsed = ledgerEvent.safeParse(tampered);
        if (!parsed.success || changed === text) return true;
        return verifyChain(events.with(index, parsed.data)) !== undefined;
      }),
      { numRuns: 500 },
    );
    expect(events).toHaveLength(5);
  });

  test('cannot be folded where it leads where the lifecycle does not', () => {
    const events = whole();
    expect(() => replay([])).toThrow(LedgerError);
    expect(() => replay(events.slice(1))).toThrow('the ledger begins with accepted');
    expect(() => replay([...events, place(events, 0)])).toThrow('a second submission');
    const declined: LedgerEvent = { ...place(events, 4), data: { type: 'declined', reason: 'x' } };
    expect(() => replay([...events.slice(0, 4), declined])).toThrow(
      'declined leads from processing to declined',
    );
  });
});
