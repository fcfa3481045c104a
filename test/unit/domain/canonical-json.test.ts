import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestOf } from '../../../functions/domain/canonical-json.ts';
import { accept, approve, consult, extend, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

/** How hashes of ledgers were made until November 2026. What it wrote must come out the same for ever. */
function asItWas(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => asItWas(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${asItWas(member)}`);
  return `{${members.join(',')}}`;
}

const key = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '__proto__',
    'toJSON',
    'constructor',
    'hồ sơ',
    'ho\u0302\u0300',
    '\uFFFF',
    '😀',
    'a',
    'B',
    '10',
    '2',
    '',
  ),
);
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, '\u2028', '\u0000', '"\\/'),
);
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));

describe('canonical JSON', () => {
  test('is for every value that is JSON what hashes were made of before', () => {
    fc.assert(
      fc.property(value, any => {
        expect(canonicalJson(any)).toBe(asItWas(any));
      }),
      { numRuns: 5000 },
    );
  });

  test('gives the entries of every ledger the hashes they have', () => {
    const papers = [
      new PaperDossier('1.013225').decide(accept).decide(consult),
      new PaperDossier('1.013225').decide(accept).decide(missing).supplement().withdraw(),
      new PaperDossier('1.013225')
        .decide(accept)
        .at('2026-03-21T09:00:00+07:00')
        .decide({ ...extend, newDueOn: '2026-03-31' })
        .signApology(),
      new PaperDossier('1.001193').decide(accept).decide(approve).decide(approve),
    ];
    const entries = papers.flatMap(({ ledger }) => ledger);
    expect(entries.length).toBeGreaterThan(12);
    for (const { hash, ...content } of entries) {
      expect(digestOf(content)).toBe(hash);
      expect(createHash('sha256').update(asItWas(content)).digest('hex')).toBe(hash);
      // As it is read back from the table: its members in any order.
      const read = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(content))).toReversed());
      expect(digestOf(read)).toBe(hash);
    }
  });

  test('writes what RFC 8785 gives as its example', () => {
    const given = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const sorted = ['\u20ac', '\r', '\ufb33', '1', '\u{1F600}', '\u0080', '\u00f6'];
    const keys = canonicalJson(Object.fromEntries(sorted.map(name => [name, 0])));
    expect(Object.keys(JSON.parse(keys)).filter(name => name !== '1')).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1F600}',
      '\ufb33',
    ]);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }]])(
    'refuses what is no JSON, so that no hash stands for something else: %j',
    wrong => {
      expect(() => canonicalJson({ wrong: [wrong] })).toThrow(/not allowed/);
    },
  );
});
