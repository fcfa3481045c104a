import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/records/keys/keys.ts';
import { openCounter } from '../../field/counter.ts';
import { CITIZEN } from '../../support/lifecycle/office.ts';

const applicant = { kind: 'person', name: 'Nguyễn Thị Lành', identityNumber: CITIZEN.identityNumber };
const death = { procedure: '1.000656', receivingUnit: 'H44.101' };

/** A unit that has given out so many numbers today, and what operators are told. */
function unitThatHasGiven(count: number) {
  const told: string[] = [];
  const counter = openCounter({
    counterShare: 20,
    nearlyNumbered: (unit, channel) => told.push(`${unit} ${channel}`),
  });
  const key = keys.dossierNumber('H44.101', '2026-11-23');
  counter.records.transact([{ name: 'given', key, becomes: () => ({ count }) }]);
  return {
    told,
    online: () => counter.submit(death, applicant, CITIZEN),
    atCounter: () => counter.submit(death, applicant),
  };
}

describe('the numbers of a unit and day', () => {
  it('are told of when four fifths of those for online submissions are gone, and not before', async () => {
    const before = unitThatHasGiven(6398);
    await before.online();
    expect(before.told).toEqual([]);
    await before.online();
    expect(before.told).toEqual(['H44.101 online']);
  });

  it('are told of when four fifths of all are gone at the counter', async () => {
    const unit = unitThatHasGiven(7998);
    await unit.atCounter();
    expect(unit.told).toEqual([]);
    await unit.atCounter();
    expect(unit.told).toEqual(['H44.101 counter']);
  });

  it('end online before they end at the counter', async () => {
    const unit = unitThatHasGiven(7998);
    expect(await unit.online()).toBe('H44.101-261123-7999');
    await expect(unit.online()).rejects.toMatchObject({
      code: 'numbers-kept',
      until: Date.parse('2026-11-24T00:00:00+07:00'),
    });
    expect(await unit.atCounter()).toBe('H44.101-261123-8000');
  });
});
