import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daySummary } from '../../../functions/domain/money/receipts/day-summary.ts';
import { daySummaryXml } from '../../../functions/domain/money/receipts/day-summary-xml.ts';
import { receiptXml } from '../../../functions/domain/money/receipts/receipt-xml.ts';
import { canonicalXml, DECLARATION } from '../../../functions/domain/xml/canonical-xml.ts';
import { element } from '../../../functions/domain/xml/element.ts';
import { BODY, earlier, paying, receiptWith } from '../../support/money-receipts/receipts.ts';
import { parsed } from '../../support/money-receipts/xml-verifier.ts';

const xmlOf = (changed: Parameters<typeof receiptWith>[0] = {}) =>
  canonicalXml(receiptXml(receiptWith(changed)));
const textOf = (xml: string, name: string) =>
  (parsed(xml).getElementsByTagName(name).item(0) as { textContent: string } | null)?.textContent;

const replacing = { kind: { kind: 'replacement', of: earlier(11), reason: 'Sai tên người nộp' } } as const;

describe('a receipt as XML', () => {
  test('has the content that the law demands', () => {
    const xml = xmlOf();
    for (const part of [
      '<TBLai>Biên lai thu thuế, phí, lệ phí</TBLai><KHMSBLai>EBL01</KHMSBLai><KHBLai>26TAA</KHBLai>',
      '<SBLai>00000012</SBLai><NLap>2026-07-05</NLap><TDThu>2026-07-05T08:30:00+07:00</TDThu>',
      '<DVTTe>VND</DVTTe><HTTToan>TTO</HTTToan><TCBLai>1</TCBLai>',
      `<CQThu><Ten>${BODY.name}</Ten><MST>0100109106</MST><MDDanh>H44.101</MDDanh></CQThu>`,
      '<Loai>P</Loai><MThu>100000</MThu><MGiam>50000</MGiam>',
      '<CCMGiam>Nghị quyết số 12/2026/NQ-HĐND, Điều 3</CCMGiam><SNop>50000</SNop>',
      '<Loai>LP</Loai><MThu>75000</MThu><MGiam>0</MGiam><SNop>75000</SNop>',
      '<TgTTBSo>125000</TgTTBSo><TgTTBChu>Một trăm hai mươi lăm nghìn đồng</TgTTBChu>',
    ])
      expect(xml).toContain(part);
    expect(xml).not.toContain('BLLQuan');
  });

  test('names the receipt that it replaces, and why', () => {
    const xml = xmlOf(replacing);
    expect(xml).toContain(
      '<TCBLai>2</TCBLai><BLLQuan><KHMSBLai>EBL01</KHMSBLai><KHBLai>26TAA</KHBLai><SBLai>00000011</SBLai>' +
        '<NLap>2026-07-05</NLap><LDo>Sai tên người nộp</LDo></BLLQuan>',
    );
  });

  test('is the same whatever the order of members and the offset of its moment', () => {
    const { form, ...rest } = receiptWith({ collectedAt: '2026-07-05T01:30:00Z' });
    expect(canonicalXml(receiptXml({ ...rest, form }))).toBe(xmlOf());
  });

  test('is not written of a receipt that is wrong', () => {
    expect(() => xmlOf({ total: 1 })).toThrow('not the sum of the lines');
  });

  test('is read by others as it was written, whatever people are called', () => {
    // What a parser makes of other blanks is its own affair: a name has one kind of blank.
    const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const sign = fc.constantFrom('&', '<', '>', '"', "'", ']]>', '<!--', '&amp;', '€', '𠮷', 'ệ', '<?x ?>');
    fc.assert(
      fc.property(fc.array(fc.oneof(character, sign), { minLength: 1, maxLength: 8 }), parts => {
        const receipt = receiptWith({ payer: { name: `A${parts.join('')}`, taxCode: null } });
        expect(textOf(DECLARATION + canonicalXml(receiptXml(receipt)), 'NNop')).toBe(receipt.payer.name);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps carriage returns and blanks in attributes', () => {
    const xml = canonicalXml(element('A', 'a\r\nb', { Id: '"<&\t\n\r>' }));
    expect(xml).toBe('<A Id="&quot;&lt;&amp;&#x9;&#xA;&#xD;>">a&#xD;\nb</A>');
  });

  test.each(['\u0000', '\u0001', '\u000B', '\u001F', '\uFFFE', '\uFFFF', '\uD800', '\uDC00'])(
    'says which character XML cannot hold (%j)',
    character => {
      expect(() => canonicalXml(element('A', `An${character}`))).toThrow('XML cannot hold U+');
      expect(() => canonicalXml(element('A', '', { Id: character }))).toThrow('XML cannot hold U+');
    },
  );

  test('has no tag that its description does not explain', () => {
    const described = readFileSync(new URL('../../../docs/receipt-xml.md', import.meta.url), 'utf8');
    const adjusted = {
      kind: 'adjustment',
      of: earlier(11),
      reason: 'Thu thiếu',
      change: 'increase',
    } as const;
    const payer = { name: 'Công ty A', address: 'Tân Hoà', taxCode: '0100109106' };
    const summary = daySummary(BODY, '2026-07-05', [
      receiptWith({ number: 11 }),
      receiptWith(replacing),
      receiptWith({ number: 20, kind: adjusted, ...paying(1) }),
    ]);
    const all = [xmlOf({ ...replacing, payer }), canonicalXml(daySummaryXml(summary))].join('');
    const tags = new Set([...all.matchAll(/<([A-Za-z]+)>/g)].map(([, tag]) => tag));
    expect([...tags].filter(tag => !described.includes(`\`${tag}\``))).toEqual([]);
  });
});
