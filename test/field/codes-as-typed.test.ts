import { describe, expect, test } from 'vitest';
import { dossierOperations } from '../../schemas/api/operations/dossiers.ts';

const { getDossier, trackDossier, verifyResult } = dossierOperations;

/** What the path of an operation is read as. */
const tracked = (code: string) => trackDossier.params.safeParse({ code }).data?.code;
const verified = (number: string) => verifyResult.params.safeParse({ number }).data?.number;

describe('jkeen/tracking_number#85, hdnpt/geartrack-website#71: codes in small letters, with blanks around or inside', () => {
  test.each(['h44.101-261126-0001', ' H44.101-261126-0001 ', 'H44.101 261126 0001', 'h44.101-261126-0001\n'])(
    'track: %j',
    typed => {
      expect(tracked(typed)).toBe('H44.101-261126-0001');
      expect(getDossier.params.parse({ code: typed }).code).toBe('H44.101-261126-0001');
    },
  );

  test.each([
    'h44.101-kq2026-000001',
    ' H44.101-KQ2026-000001 ',
    'H44.101–KQ2026–000001',
    'H44101-KQ2026-000001',
  ])('verify: %j', typed => {
    expect(verified(typed)).toBe('H44.101-KQ2026-000001');
  });
});

describe('VietOpenCPS/opencps#216: what cannot be a code is told apart from a code that finds nothing', () => {
  test.each(['H44.101-261399-0001', 'H44.101-261126', 'Nguyễn Văn An'])('track: %s', typed => {
    expect(tracked(typed)).toBeUndefined();
  });
  test.each(['000001', 'H44.101-KQ-000001', '2026'])('verify: %s', typed => {
    expect(verified(typed)).toBeUndefined();
  });
});
