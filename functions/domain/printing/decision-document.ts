import type { Signature } from '../../../schemas/organization/authorization.ts';
import { normalizeText } from '../../../schemas/text.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { capitals, dateWritten, line, placeAndDate, signatureLines } from './formal-texts.ts';
import type { Letterhead } from './letterhead.ts';
import { type UnprintableCharacter, unprintableCharacters } from './unprintable.ts';

/** The free texts and names in a plain result. */
export interface DecisionTexts {
  readonly text: string;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly letterhead: Letterhead;
  /** How it was signed; null where nothing is recorded of the signer. */
  readonly signature: Pick<Signature, 'form' | 'position' | 'for'> | null;
}

/** The content of a plain result. */
export interface DecisionContent extends DecisionTexts {
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly decidedAt: string;
  /** The last day on which it holds; undefined where it holds without end. */
  readonly validUntil: string | undefined;
  /** The number and date that the registry clerk gave it; null where none did. */
  readonly registration: { readonly documentNumber: string; readonly documentDate: string } | null;
  readonly dossier: string;
  /** By which anybody who holds the document finds it genuine. */
  readonly verificationCode: string;
}

/** A document in the form the typesetter takes: every printed text, by its place on the page. */
export interface PrintedDocument {
  readonly parent: string | null;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly string[];
  readonly body: string;
  /** Whose place is taken, then the signer's office; of an unrecorded signer the agency. */
  readonly signedBy: readonly string[];
  readonly recipients: readonly string[];
  readonly verification: string;
  /** What its QR code says: number and code, which whoever holds it can verify. */
  readonly qr: string;
}

/** Which text of a decision a character is in. */
export type PrintedPart = 'text' | 'procedureName' | 'applicantName' | 'unitName' | 'signature';

/**
 * The plain result of a decision (kết quả giải quyết), laid out as NĐ 30/2020/NĐ-CP requires of administrative
 * documents. The forms and digital signatures of TT 03/2025/TT-VPCP are not produced here.
 */
export function decisionDocument(content: DecisionContent): PrintedDocument {
  const { agency, parent } = content.letterhead;
  const { registration } = content;
  const date = registration?.documentDate ?? dateOf(parseInstant(content.decidedAt));
  return {
    parent: parent === null ? null : capitals(parent),
    agency: capitals(agency),
    number: `Số: ${registration?.documentNumber ?? content.number}`,
    placeAndDate: placeAndDate(content.letterhead.place, date),
    title: 'KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    subtitle: content.outcome === 'granted' ? 'Đồng ý giải quyết' : 'Từ chối giải quyết',
    facts: [
      `Thủ tục: ${line(content.procedureName)}`,
      `Mã hồ sơ: ${content.dossier}`,
      `Chủ hồ sơ: ${line(content.applicantName)}`,
      ...(content.validUntil === undefined ? [] : [`Có giá trị đến hết ${dateWritten(content.validUntil)}`]),
    ],
    body: normalizeText(content.text),
    signedBy: signatureLines(content.signature) ?? [capitals(agency)],
    recipients: ['Chủ hồ sơ;', `Lưu: hồ sơ ${content.dossier}.`],
    qr: `${content.number} ${content.verificationCode}`,
    verification: [
      ...(registration ? [`Số kết quả: ${content.number}`] : []),
      `Mã tra cứu kết quả: ${content.verificationCode}`,
    ].join('\n'),
  };
}

/** The characters that would be missing from the document, with the text each is in. */
export function unprintableIn(
  texts: DecisionTexts,
): (UnprintableCharacter & { readonly part: PrintedPart })[] {
  const { agency, parent, place } = texts.letterhead;
  const parts: readonly (readonly [PrintedPart, string])[] = [
    ['text', texts.text],
    ['procedureName', texts.procedureName],
    ['applicantName', texts.applicantName],
    ['signature', (signatureLines(texts.signature) ?? []).join('\n')],
    ['unitName', [capitals(parent ?? ''), capitals(agency), place].join('\n')],
  ];
  return parts.flatMap(([part, text]) => unprintableCharacters(text).map(found => ({ ...found, part })));
}
