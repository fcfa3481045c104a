import { markLines } from '../../functions/domain/sealing/mark-lines.ts';
import { planFields } from '../../functions/domain/sealing/plan-fields.ts';
import { sealPdf } from '../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../functions/domain/signatures/verify-signatures.ts';
import { renderDecision } from '../../functions/features/results/render-decision.ts';
import { drawWith } from '../../functions/records/sealing/draw.ts';
import { decisionWith, fontFolder } from '../../test/support/documents/printed-decision.ts';
import { holder, NOW, signerOf } from '../../test/support/signatures/certificates.ts';
import { spreadOf } from '../percentiles.ts';
import { target } from '../report.ts';
import type { FileMeasure } from './file-measure.ts';

const MOST_SEALING = 150;
const MOST_VERIFYING = 100;
const TIMES = { quick: 15, full: 100 };
/** The first runs, in which code is compiled and fonts are read, are shown by themselves. */
const WARMING = 3;

/**
 * A decision with a personal signature is sealed, with number and date filled and a mark, and both signatures are
 * verified. The key is in the same process: what KMS takes comes on top.
 */
export const measureSignatures: FileMeasure = async ({ quick, say }) => {
  const times = (quick ? TIMES.quick : TIMES.full) + WARMING;
  const fonts = fontFolder();
  try {
    const root = holder('Root', { authority: true });
    const person = signerOf(holder('Nguyễn Văn An', { issuer: root }));
    const agency = signerOf(holder('UBND phường Tân Hoà', { issuer: root, kind: 'rsa' }));
    const draw = drawWith(fonts.folder);
    const deps = { draw, authorities: [root.der], now: () => NOW };
    const planned = planFields(await renderDecision(fonts.folder, decisionWith({})), FIELDS);
    const signed = await sealPdf({ ...deps, signer: person }, planned, { field: 'person', name: 'An' });
    const fill = { 'motcua.number': '12/GP-UBND', 'motcua.date': 'ngày 27 tháng 11 năm 2026' };
    const options = {
      field: 'seal',
      name: 'UBND',
      fill,
      mark: { lines: markLines('UBND phường Tân Hoà', NOW) },
    };
    const [sealing, verifying]: [number[], number[]] = [[], []];
    say(`Sealing and verifying ${times} times …`);
    let bytes = 0;
    for (let time = 0; time < times; time += 1) {
      const begun = performance.now();
      const sealed = await sealPdf({ ...deps, signer: agency }, signed, options);
      const between = performance.now();
      await verifySignatures(sealed, { authorities: [root.der], at: NOW, fillable: Object.keys(fill) });
      sealing.push(between - begun);
      verifying.push(performance.now() - between);
      bytes = sealed.length;
    }
    const rows = [
      ['sealing', sealing],
      ['verifying both', verifying],
    ] as const;
    const spreads = rows.map(([name, all]) => ({
      name,
      first: all[0] ?? Number.NaN,
      ...spreadOf(all.slice(WARMING)),
    }));
    const shown = (value: number) => `${value.toFixed(1)} ms`;
    const p95 = (name: string) => spreads.find(one => one.name === name)?.p95 ?? Number.NaN;
    return {
      tables: [
        {
          head: [
            `signatures, a file of ${(bytes / 1000).toFixed(0)} kB`,
            'times',
            'first',
            'p50',
            'p95',
            'longest',
          ],
          rows: spreads.map(({ name, first, count, p50, p95: most, longest }) => [
            name,
            `${count}`,
            ...[first, p50, most, longest].map(shown),
          ]),
        },
      ],
      targets: [
        target('sealing a file, p95', p95('sealing'), { most: MOST_SEALING }, shown),
        target('verifying a file, p95', p95('verifying both'), { most: MOST_VERIFYING }, shown),
      ],
      figures: { bytes, spreads },
    };
  } finally {
    fonts.remove();
  }
};

const place = (rectangle: readonly [number, number, number, number]) => ({ page: 1, rectangle }) as const;
const FIELDS = [
  { name: 'person', kind: 'signature', place: place([330, 100, 500, 180]) },
  { name: 'seal', kind: 'signature', place: place([280, 90, 390, 200]) },
  { name: 'motcua.number', kind: 'text', place: place([72, 700, 200, 720]) },
  { name: 'motcua.date', kind: 'text', place: place([300, 700, 500, 720]) },
] as const;
