import { describe, expect, test } from 'vitest';
import {
  endOfPairing,
  isPaired,
  mayBePaired,
  openRequest,
  padView,
  requestState,
} from '../../../functions/domain/pads/pad-standing.ts';
import { pad as shownPad } from '../../../schemas/pads/pad.ts';
import { pairingCode } from '../../../schemas/pads/secrets.ts';
import { type StoredInkRequest, type StoredPad, storedPad } from '../../../schemas/stored/pad.ts';

const at = (time: string) => Date.parse(`2026-11-27T${time}:00+07:00`);

const request: StoredInkRequest = {
  id: 'ir_01kaw00000abcdefghjkmnpqrs',
  dossier: 'H44.101-261127-0001' as StoredInkRequest['dossier'],
  form: '01-2',
  kind: 'receipt',
  document: 'ab'.repeat(32),
  language: 'vi',
  askedBy: { kind: 'officer', id: 'tiepnhan.h44-101', unit: 'H44.101' as never, role: 'reception' },
  askedAt: '2026-11-27T09:00:00+07:00',
  expiresAt: '2026-11-27T09:10:00+07:00',
  state: 'waiting',
};
const pad: StoredPad = {
  id: 'pad_01kaw00000abcdefghjkmnpqrs',
  unit: 'H44.101' as StoredPad['unit'],
  name: 'Quầy 1',
  pairedBy: 'tiepnhan.h44-101',
  code: { digest: '0'.repeat(64), until: '2026-11-27T08:10:00+07:00' },
  secret: null,
  endsAt: '2026-11-28T00:00:00+07:00',
  request: null,
  version: 1,
  expiresAt: 1,
};
const paired = { ...pad, secret: '1'.repeat(64) };

describe('a pairing', () => {
  test('is of one day in Viet Nam, also where its evening is still yesterday elsewhere', () => {
    for (const time of ['00:00', '06:59', '08:00', '23:59'])
      expect(endOfPairing(at(time))).toBe(Date.parse('2026-11-28T00:00:00+07:00'));
  });

  test('may be taken once, and until its code is over', () => {
    expect(mayBePaired(pad, at('08:09'))).toBe(true);
    expect(mayBePaired(pad, at('08:10'))).toBe(false);
    expect(mayBePaired(paired, at('08:09'))).toBe(false);
  });

  test('holds until midnight or its end, and not before the tablet took the code', () => {
    expect(isPaired(pad, at('08:00'))).toBe(false);
    expect(isPaired(paired, at('23:59'))).toBe(true);
    expect(isPaired({ ...paired, endsAt: '2026-11-27T10:00:00+07:00' }, at('10:00'))).toBe(false);
  });

  test('is shown without anything that would let somebody be the pad', () => {
    const shown = padView({ ...paired, request }, at('09:00'));
    expect(shownPad.safeParse(shown).success).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('1'.repeat(64));
    expect(storedPad.safeParse({ ...paired, request }).success).toBe(true);
  });
});

describe('a request', () => {
  test.each([
    ['waiting', '09:09', 'waiting', true],
    ['shown', '09:09', 'shown', true],
    ['shown', '09:10', 'expired', false],
    ['signed', '11:00', 'signed', false],
    ['declined', '09:05', 'declined', false],
    ['left', '09:05', 'left', false],
  ] as const)('%s is at %s %s', (state, time, becomes, open) => {
    const asked = { ...request, state };
    expect(requestState(asked, at(time))).toBe(becomes);
    expect(openRequest({ ...paired, request: asked }, at(time)) !== undefined).toBe(open);
  });
});

test.each(['7k2mp-x4tqd', ' 7K2MP X4TQD ', '7K2MPX4TQD'])('the code %s is read as it was meant', typed => {
  expect(pairingCode.parse(typed)).toBe('7K2MPX4TQD');
});
test('letters that look like digits are those digits; others are no code', () => {
  expect(pairingCode.parse('OIL00-00000')).toBe('0110000000');
  for (const wrong of ['7K2MP-X4TQ', '7K2MP-X4TQU', '7K2MP-X4TQDD', ''])
    expect(pairingCode.safeParse(wrong).success).toBe(false);
});
