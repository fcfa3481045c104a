import { readXml } from '../../../functions/connectors/xml/saxes-reader.ts';
import { readStatement } from '../../../functions/domain/money/statements/read-statement.ts';
import type { Statement, StatementFault } from '../../../functions/domain/money/statements/statement.ts';

export const read = (file: string | Uint8Array) =>
  readStatement(typeof file === 'string' ? new TextEncoder().encode(file) : file, { readXml });

export function statementOf(file: string | Uint8Array): Statement {
  const { statement, faults } = read(file);
  if (!statement) throw new Error(JSON.stringify(faults));
  return statement;
}

export function faultsOf(file: string | Uint8Array): readonly StatementFault[] {
  return read(file).faults ?? [];
}

/** The first fault in English, with its place. */
export function faultOf(file: string | Uint8Array): string {
  const [first] = faultsOf(file);
  return first ? `${first.line}:${first.column} ${first.message.en}` : 'no fault';
}

export const csv = [
  'KHO BẠC NHÀ NƯỚC KHU VỰC;;;;',
  'Số tài khoản:;3949.0.1234567;;;',
  'Từ ngày;26/11/2026;Đến ngày;27/11/2026;',
  'Số dư đầu kỳ;1.000.000;;;',
  'STT;Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
  '1;26/11/2026;KB0001;;50.000;"Le phi ho so H38.12-261126-0001; GD VNP000001"',
  '2;26/11/2026;KB0002;;120.000,00;PAYPLAT quyet toan ngay 26/11/2026',
  '3;27/11/2026 08:15;KB0003;20.000;0;Hoàn trả lệ phí',
  'Cộng phát sinh;;;20.000;170.000;',
  'Số dư cuối kỳ;1.150.000;;;;',
  '',
].join('\r\n');

export const mt940 = [
  '{1:F01KBNNVNVXAXXX0000000000}{2:I940VNPYVNVXXXXXN}{4:',
  ':20:ST2611260001',
  ':25:394901234567',
  ':28C:330/1',
  ':60F:C261125VND1000000,',
  ':61:2611261126CD50000,NTRFNONREF//KB0001',
  'more of the bank',
  ':86:Le phi ho so H38.12-261126-0001',
  'GD VNP000001',
  ':61:261126C120000,00NTRFVNP777//KB0002',
  ':86:166?00CHUYEN TIEN?20PAYPLAT quyet toan ngay 2?216/11/2026?30970436',
  ':61:2611261127D20000,NMSCKB0003',
  ':62F:C261127VND1150000,',
  ':86:End of statement',
  '-}',
  '',
].join('\r\n');

const entry = (reference: string, amount: string, side: string, day: string, more = '') =>
  `<Ntry><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>${more}</Ntry>`;

const balance = (kind: string, amount: string, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

export const camt02 = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>1</Id><FrToDt><FrDtTm>2026-11-25T17:00:00Z</FrDtTm><ToDtTm>2026-11-27T23:59:59+07:00</ToDtTm></FrToDt>
<Acct><Id><Othr><Id>394901234567</Id></Othr></Id><Ccy>VND</Ccy></Acct>
${balance('OPBD', '1000000.00', '2026-11-26')}
${balance('CLBD', '1150000', '2026-11-27')}
<TxsSummry><TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>170000</Sum></TtlCdtNtries></TxsSummry>
${entry('KB0001', '50000.00', 'CRDT', '2026-11-26', '<NtryDtls><TxDtls><RmtInf><Ustrd>Lệ phí hồ sơ &lt;H38.12-261126-0001&gt;</Ustrd></RmtInf></TxDtls></NtryDtls>')}
${entry('KB0002', '120000', 'CRDT', '2026-11-26', '<AddtlNtryInf>PAYPLAT quyet toan ngay 26/11/2026</AddtlNtryInf>')}
${entry('KB0003', '20000', 'DBIT', '2026-11-27')}
</Stmt></BkToCstmrStmt></Document>
`;

export const camt08 = camt02
  .replace('camt.053.001.02', 'camt.053.001.08')
  .replaceAll('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>')
  .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1b:')
  .replace('xmlns=', 'xmlns:b=');
