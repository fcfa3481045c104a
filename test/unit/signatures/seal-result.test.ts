import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sealer } from '../../../functions/domain/ports/sealer.ts';
import { planFields } from '../../../functions/domain/sealing/plan-fields.ts';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { REGISTRY_FIELDS } from '../../../functions/domain/signatures/registry-fields.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { renderToBeSealed } from '../../../functions/features/results/render-decision.ts';
import { sealResult, type ToBeSealed } from '../../../functions/features/results/sealing/seal-result.ts';
import { drawWith } from '../../../functions/records/sealing/draw.ts';
import { decisionWith, fontFolder } from '../../support/documents/printed-decision.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';

const root = holder('Root', { authority: true });
const agency = holder('UBND phường Tân Hoà', { issuer: root, kind: 'rsa' });
const person = holder('Nguyễn Văn An', { issuer: root });
const registration = { documentNumber: '07/KQ-UBND', documentDate: '2026-11-27' };
const how: ToBeSealed = { unit: 'H44.101', agency: 'UBND phường Tân Hoà', place: undefined, registration };

/** The lines that were drawn: readers of text pass over what is shown in form fields. */
let drawn: string[] = [];
beforeEach(() => {
  drawn = [];
});

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

const seal = (pdf: Uint8Array, own: Partial<ToBeSealed> = {}, sealer: Partial<Sealer> = {}) =>
  sealResult(
    {
      sealers: {
        of: async () => ({
          signer: signerOf(agency),
          demonstration: false,
          timestamps: undefined,
          revocation: undefined,
          authorities: [root.der],
          ...sealer,
        }),
      },
      draw: drawing => {
        drawn.push(...drawing.lines);
        return drawWith(fonts.folder)(drawing);
      },
      now: () => NOW,
    },
    pdf,
    { ...how, ...own },
  );
const report = (pdf: Uint8Array) =>
  verifySignatures(pdf, { authorities: [root.der], at: NOW, fillable: Object.values(REGISTRY_FIELDS) });

describe('the seal of a result', () => {
  test('is in the place left for it, names agency and time, and says what a demonstration is', async () => {
    const { bytes, sealAt } = await renderToBeSealed(fonts.folder, decisionWith({ registration }));
    const sealed = await seal(bytes, { place: sealAt }, { demonstration: true });
    expect(await report(sealed)).toMatchObject({
      verdict: 'valid',
      signatures: [{ field: REGISTRY_FIELDS.seal, covers: 'file' }],
    });
    expect(drawn).toEqual([
      how.agency,
      expect.stringMatching(/^Thời gian ký: \d\d\/\d\d\/\d{4} [\d:]{8} \+07:00$/),
      expect.stringContaining('không có giá trị pháp lý'),
    ]);
    drawn = [];
    await seal(bytes, { place: sealAt });
    expect(drawn).toHaveLength(2);
  });

  test('fills number and date where the signed file has fields for them, and leaves its signature whole', async () => {
    const page = (from: number) => ({ page: 1, rectangle: [from, 700, from + 150, 720] as const });
    const planned = planFields(await document(), [
      { name: 'person', kind: 'signature', place: { page: 1, rectangle: [300, 100, 500, 160] } },
      { name: REGISTRY_FIELDS.seal, kind: 'signature', place: { page: 1, rectangle: [220, 90, 340, 210] } },
      { name: REGISTRY_FIELDS.number, kind: 'text', place: page(72) },
      { name: REGISTRY_FIELDS.date, kind: 'text', place: page(300) },
    ]);
    const signing = { signer: signerOf(person), draw: plainDraw, authorities: [root.der], now: () => NOW };
    const signed = await sealPdf(signing, planned, { field: 'person', name: 'Nguyễn Văn An' });
    const { verdict, signatures } = await report(await seal(signed));
    expect(verdict).toBe('valid');
    expect(signatures[1]?.filled).toEqual(
      expect.arrayContaining([
        { field: REGISTRY_FIELDS.number, value: '07/KQ-UBND' },
        { field: REGISTRY_FIELDS.date, value: 'ngày 27 tháng 11 năm 2026' },
      ]),
    );
  });

  test('draws nothing over a file that left no place for it, and still covers all of it', async () => {
    const sealed = await seal(await document());
    expect(await report(sealed)).toMatchObject({ verdict: 'valid', signatures: [{ covers: 'file' }] });
    expect(drawn).toEqual([]);
  });

  test('waits for a timestamp authority that is down: nothing is sealed without the time', async () => {
    const timestamps = {
      stamp: async () => ({ stamped: false, reason: 'unreachable', detail: 'http-503' }) as const,
    };
    await expect(seal(await document(), {}, { timestamps })).rejects.toMatchObject({ code: 'no-timestamp' });
  });
});
