import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certifyCopy } from '../../../functions/domain/dossier/decisions/certify-copy.ts';
import { PdfFile } from '../../../functions/domain/pdf/document.ts';
import { copyPlace } from '../../../functions/domain/sealing/copy-place.ts';
import { SealRefusal } from '../../../functions/domain/sealing/refusal.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import type { CopyStore } from '../../../functions/features/certified-copies/copy-store.ts';
import { sealCopies } from '../../../functions/features/certified-copies/seal-copies.ts';
import { sealCopy } from '../../../functions/features/certified-copies/seal-copy.ts';
import { searchablePdf } from '../../../functions/features/digitizing/readers/searchable-pdf.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryDossierStore } from '../../../functions/records/dossiers/memory-dossier-store.ts';
import { drawWith } from '../../../functions/records/sealing/draw.ts';
import { create, labels } from '../../contract/stores.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { builtPdf } from '../../support/files/built-pdf.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';

const FILE = 'f_01JNKZ0000000000000000FILE';
const compared = {
  id: FILE,
  sha256: 'a'.repeat(64),
  role: 'paper',
  reading: 'done',
  comparedWith: 'original',
  copy: createHash('sha256').update('copy').digest('hex'),
} as const;

describe('certifying a digitized copy', () => {
  test.each([
    ['of what is no paper', { role: 'resultFile' }],
    ['of an attachment without pages', { reading: 'notNeeded' }],
    ['that is not read to its end', { reading: 'reading' }],
    ['that could not be read', { reading: 'failed' }],
  ] as const)('%s is refused', (_, own) => {
    expect(() => certifyCopy([], { ...compared, ...own })).toThrow(
      expect.objectContaining({ code: 'state-conflict' }),
    );
  });

  test('is done once, and again only where the copy could not be sealed', () => {
    const paper = new PaperDossier('1.001193', {});
    const certify = () => paper.enter([certifyCopy(paper.ledger, compared)]);
    certify();
    expect(certify).toThrow(expect.objectContaining({ code: 'state-conflict' }));
    paper.enter([{ data: { type: 'copyNotSealed', file: FILE }, opens: [], closes: [] }]);
    certify();
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'copyCertified', comparedWith: 'original' });
  });
});

/** A dossier with a certified copy, and what seals it. */
async function certified(
  seal: () => Promise<Buffer>,
  files = [FILE],
  read: CopyStore['read'] = async () => Buffer.from('copy'),
) {
  const dossiers = memoryDossierStore(memoryRecords());
  const made = await create({ dossiers }, { agency: 'H44.101', date: '2026-03-02' });
  if ('refused' in made) throw new Error(made.refused);
  const { code } = made.outcome.head;
  const paper = new PaperDossier('1.001193', { code, at: '2026-03-02T08:00:00+07:00' });
  const before = paper.head;
  for (const id of files) paper.enter([certifyCopy(paper.ledger, { ...compared, id })]);
  const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
  expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
  const kept: string[] = [];
  const copies = {
    read,
    keep: async (file: string, sealed: Buffer) => {
      kept.push(file);
      return { sha256: 'b'.repeat(64), size: sealed.length };
    },
  };
  const deps = { dossiers, copies, seal, now: () => NOW };
  const kinds = async () => (await dossiers.events(code, 1, 10)).map(({ data }) => data.type);
  return { work: () => sealCopies(deps, code), kept, kinds };
}

describe('the seal of a certified copy', () => {
  test('is entered once, however often the worker is called', async () => {
    const { work, kept, kinds } = await certified(async () => Buffer.from('sealed'));
    expect(await work()).toBe(1);
    expect(await work()).toBe(0);
    expect(kept).toEqual([FILE]);
    expect(await kinds()).toEqual(['copyCertified', 'copySealed']);
  });

  test('is tried again while no trusted time can be had, and nothing is entered until then', async () => {
    let down = true;
    const { work, kinds } = await certified(async () => {
      if (down) throw new SealRefusal('no-timestamp', 'down');
      return Buffer.from('sealed');
    });
    await expect(work()).rejects.toThrow('no-timestamp');
    expect(await kinds()).toEqual(['copyCertified']);
    down = false;
    expect(await work()).toBe(1);
  });

  test('that fails for one copy keeps no other waiting', async () => {
    let calls = 0;
    const seal = async () => {
      calls += 1;
      if (calls === 1) throw new Error('the key is disabled');
      return Buffer.from('sealed');
    };
    const { work, kinds } = await certified(seal, [FILE, `${FILE}2`]);
    await expect(work()).rejects.toThrow('disabled');
    expect(await kinds()).toEqual(['copyCertified', 'copyCertified', 'copySealed']);
    expect(await work()).toBe(1);
  });

  test.each([
    ['another copy than was certified', async () => Buffer.from('other')],
    ['a file that was stopped meanwhile', async () => undefined],
  ])('is not put on %s', async (_, read) => {
    const { work, kinds } = await certified(async () => Buffer.from('sealed'), [FILE], read);
    await work();
    expect(await kinds()).toEqual(['copyCertified', 'copyNotSealed']);
  });

  test('that the file does not take ends the matter: it says so', async () => {
    const { work, kinds } = await certified(async () => {
      throw new SealRefusal('file-unusable', 'signature-broken');
    });
    expect(await work()).toBe(1);
    expect(await kinds()).toEqual(['copyCertified', 'copyNotSealed']);
  });
});

describe('the mark of a copy', () => {
  const root = holder('Root', { authority: true });
  const agency = holder('UBND phường Tân Hoà', { issuer: root });
  let fonts: ReturnType<typeof fontFolder>;
  beforeAll(() => {
    fonts = fontFolder();
  });
  afterAll(() => fonts.remove());

  test('is SAO Y with agency and time, in the corner of a scanned page; sealed twice, both seals hold', async () => {
    const image = { width: 620, height: 877, data: new Uint8Array(620 * 877).fill(250) };
    const drawn: string[][] = [];
    const seal = async (pdf: Uint8Array, at: number) =>
      sealCopy(
        {
          sealers: {
            of: async () => ({
              signer: signerOf(agency),
              demonstration: false,
              timestamps: undefined,
              revocation: undefined,
              authorities: [root.der],
            }),
          },
          draw: drawing => {
            drawn.push([...drawing.lines]);
            return drawWith(fonts.folder)(drawing);
          },
          now: () => at,
        },
        pdf,
        { unit: 'H44.101', agency: 'Ủy ban nhân dân phường Tân Hoà', comparedWith: 'original' },
      );
    const once = await seal(await searchablePdf([{ image, lines: [] }], new Date(NOW)), NOW);
    const twice = await seal(once, NOW + 1000);
    expect(drawn[0]).toEqual([
      'SAO Y; Ủy ban nhân dân phường Tân Hoà',
      expect.stringMatching(/^Thời gian ký: \d\d\/\d\d\/\d{4} [\d:]{8} \+07:00$/),
    ]);
    const report = await verifySignatures(twice, { authorities: [root.der], at: NOW + 1000 });
    expect(report).toMatchObject({ verdict: 'valid', signatures: { length: 2 } });
  });

  test.each([
    ['of A4', '/MediaBox [0 0 595 842]', [307, 792, 587, 834]],
    ['cropped', '/MediaBox [0 0 595 842] /CropBox [100 100 400 500]', [112, 450, 392, 492]],
    ['turned', '/MediaBox [0 0 595 842] /Rotate 90', undefined],
    ['without a size', '/MediaBox [0 0 0 0]', undefined],
  ])('on a page %s', (_, page, rectangle) => {
    const view = new PdfFile(builtPdf({ page })).revision(0);
    expect(copyPlace(view)?.rectangle).toEqual(rectangle);
  });
});
