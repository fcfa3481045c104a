import { describe, expect, test } from 'vitest';
import { routeTable } from '../../local/http-api/routes.ts';
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

describe('eclipse-ee4j/jersey#1439, apache/apisix#11810: encoded slashes and other signs in paths', () => {
  const table = routeTable([
    { routeKey: 'GET /v1/track/{code}', target: 'track' },
    { routeKey: 'GET /v1/results/{number}/verify', target: 'verify' },
  ]);
  /** As API Gateway hands paths on: segment by segment, decoded. */
  const asked = (path: string) => table.match('GET', path.slice(1).split('/').map(decodeURIComponent));

  test('an encoded slash does not divide the path', () => {
    const found = asked('/v1/results/H44.101%2FKQ2026-000001/verify');
    expect(found).toMatchObject({ target: 'verify', parameters: { number: 'H44.101/KQ2026-000001' } });
    // A slash is one of the signs that people write between the parts of a number.
    expect(verified(found?.parameters['number'] ?? '')).toBe('H44.101-KQ2026-000001');
    expect(asked('/v1/track/H44.101%2F..%2Funits')).toMatchObject({ target: 'track' });
    expect(tracked('H44.101/../units')).toBeUndefined();
  });

  test('an encoded hyphen is a hyphen; a character without a shape is of no code', () => {
    expect(tracked(asked('/v1/track/H44.101%2D261126%2D0001')?.parameters['code'] ?? '')).toBe(
      'H44.101-261126-0001',
    );
    expect(tracked(asked('/v1/track/H44.101-261126-0001%00')?.parameters['code'] ?? '')).toBeUndefined();
  });
});
