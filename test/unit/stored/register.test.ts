import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/records/keys/keys.ts';
import { STORED_KINDS, storedKind } from '../../../schemas/stored/register.ts';
import { unregistered } from '../../support/stored-items.ts';

describe('the register of stored shapes', () => {
  it('knows a kind by the longest beginning of its keys', () => {
    expect(storedKind(keys.exportOf('officer:an', 'e_1'))?.pk).toBe('EXPORTS');
    expect(storedKind(keys.export('e_1'))?.pk).toBe('EXPORT#');
    expect(storedKind(keys.workCalendarDraft())?.sk).toBe('DRAFT');
    expect(storedKind(keys.readMark('x', '2026-03-02', 'portal:p', 'getDossier'))?.pk).toBe('READMARK#');
  });

  it('names each kind once', () => {
    const names = STORED_KINDS.map(({ pk, sk }) => `${pk} ${sk}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells what it does not know, and what has another shape', () => {
    expect(unregistered([{ pk: 'PLANET#1', sk: 'X' }])).toEqual(['PLANET#1 X: no such kind']);
    expect(unregistered([{ pk: 'DOSSIER#x', sk: 'NOTE', text: 'a' }])).toHaveLength(1);
    expect(unregistered([{ pk: 'NUMBER#DOSSIER#H44#2026-03-02', sk: 'NUMBER', count: 3 }])).toEqual([]);
    expect(
      unregistered([{ pk: 'NUMBER#DOSSIER#H44#2026-03-02', sk: 'NUMBER', count: 3, by: 'x' }]),
    ).toHaveLength(1);
    const entry = { pk: 'WORK#H44#handler', sk: 'x', row: '{}', duePk: 'WORK#H44', dueSk: 'x' };
    expect(unregistered([entry])).toEqual([]);
    expect(unregistered([{ ...entry, owner: 'x' }])).toHaveLength(1);
  });
});
