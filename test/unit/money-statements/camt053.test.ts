import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camt02, camt08, faultOf, faultsOf, read, statementOf } from './samples.ts';

const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&b;</Document>`;

describe('camt.053', () => {
  it.each([
    ['a declared entity', bomb, '2:', 'has a DOCTYPE'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '1:', 'has a DOCTYPE'],
    ['an unknown entity', camt02.replace('&lt;', '&x;'), '9:', 'undefined entity'],
    ['a cut', camt02.slice(0, 900), '', 'the file is cut off'],
    ['crossed tags', camt02.replace('</Acct>', '</Akct>'), '5:', 'not well-formed'],
    ['deep elements', `${'<a>'.repeat(100_000)}`, '1:', 'nested too deeply'],
    ['another encoding', camt02.replace('UTF-8', 'UTF-16'), '1:', 'no text in UTF-8'],
    ['another version', camt02.replace('001.02', '001.10'), '2:1', 'is not camt.053.001.02 or .08'],
    ['another message', camt02.replace('camt.053', 'camt.054'), '2:1', 'is not camt.053.001.02'],
    ['no statement', camt02.replace(/<Stmt>.*<\/Stmt>/s, ''), '3:1', 'Stmt is missing'],
  ])('with %s is refused', (_, file, place, words) => {
    expect(faultOf(file)).toContain(words);
    expect(faultOf(file).startsWith(place)).toBe(true);
  });

  it.each([
    ['>50000.00<', '>50000.50<', '9:7 the amount “50000.50” has decimals'],
    ['>50000.00<', '>-50000<', '9:7 the amount “-50000” is negative'],
    ['>50000.00<', '>50,000<', '9:7 “50,000” is no amount'],
    ['>50000.00<', '>1000000000001<', 'more than 1,000 billion'],
    ['>50000.00<', '>5e4<', 'is no amount'],
    ['>50000.00<', '>0<', 'has no amount'],
    ['<Amt Ccy="VND">50000.00', '<Amt Ccy="USD">50000.00', '9:7 the currency “USD” is not VND'],
    ['<Amt Ccy="VND">50000.00</Amt>', '', '9:1 Amt is missing'],
    ['<Ccy>VND', '<Ccy>EUR', 'the currency “EUR” is not VND'],
    ['<BookgDt><Dt>2026-11-27', '<BookgDt><Dt>2026-11-31', '“2026-11-31” is no day'],
    ['<BookgDt><Dt>2026-11-27', '<BookgDt><Dt>2026-11-28', 'the day 2026-11-28 is outside'],
    ['<Sts>BOOK', '<Sts>PDNG', 'is not booked yet'],
    ['<CdtDbtInd>DBIT', '<CdtDbtInd>BOTH', 'does not say whether'],
    ['<AcctSvcrRef>KB0001</AcctSvcrRef>', '', 'has no reference'],
    ['KB0002', 'KB0001', '10:1 the reference “KB0001” is that of line 9'],
    ['>1150000<', '>1150001<', '4:1 the closing balance is told as 1150001'],
    ['<Sum>170000', '<Sum>170001', 'the summary tells 170001, but the entries give 170000'],
    ['<NbOfNtries>2', '<NbOfNtries>3', 'the summary tells 3'],
    ['<Othr><Id>394901234567</Id></Othr>', '', 'there is no account number'],
    ['<MsgId>M1</MsgId>', '<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn>', 'cut off'],
    ['2026-11-25T17:00:00Z', '2026-11-99', '“2026-11-99” is no day'],
  ])('with %s changed to %s is refused', (from, to, words) => {
    const faults = faultsOf(camt02.replace(from, to));
    expect(faults.map(({ line, column, message }) => `${line}:${column} ${message.en}`).join('\n')).toContain(
      words,
    );
  });

  it('takes the day of a moment in Vietnam', () => {
    const file = camt02.replace(
      '<Dt>2026-11-26</Dt></BookgDt>',
      '<DtTm>2026-11-26T18:30:00Z</DtTm></BookgDt>',
    );
    expect(statementOf(file).credits[0]?.bookedOn).toBe('2026-11-27');
  });

  it('takes an entry of many transactions as the one amount that was booked', () => {
    const many =
      '<NtryDtls><TxDtls><RmtInf><Ustrd>A</Ustrd></RmtInf></TxDtls><TxDtls><RmtInf><Ustrd>B</Ustrd></RmtInf></TxDtls></NtryDtls>';
    const file = camt02.replace(/<NtryDtls>.*<\/NtryDtls>/, many);
    expect(statementOf(file).credits[0]).toMatchObject({ amount: 50_000, purpose: 'A\nB' });
  });

  it('is read whatever prefix it has', () => {
    expect(statementOf(camt08)).toEqual(statementOf(camt02));
  });

  it('gives a statement or faults wherever it is cut or changed, and throws nothing', () => {
    const at = fc.integer({ min: 0, max: camt02.length });
    fc.assert(
      fc.property(
        at,
        at,
        fc.constantFrom('', '<', '>', '"', '&', ']]>', '<a>', '</a>', '-', '9'),
        (from, to, put) => {
          const { statement, faults } = read(
            camt02.slice(0, Math.min(from, to)) + put + camt02.slice(Math.max(from, to)),
          );
          expect((statement === undefined) !== (faults === undefined)).toBe(true);
          if (faults) expect(faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
