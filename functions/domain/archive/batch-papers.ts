import type { ArchiveBatch, PackedDossier } from '../../../schemas/organization/archive-batch.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { FormBlock, FormDocument, FormSignature } from '../forms/form-document.ts';
import { printable } from '../forms/make-form.ts';
import { capitals, placeAndDate } from '../printing/formal-texts.ts';
import { letterheadOf } from '../printing/letterhead.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { dayText, formalMoment } from '../wording/dates.ts';
import { archiveBasisOn, retentionName } from './retention.ts';

/** A document within a dossier, and how many of it: files, or copies on paper. */
export interface ListedDocument {
  readonly name: string;
  readonly files: number;
  readonly paperCopies: number;
}

/** What the papers of a batch are made of. */
export interface BatchSource {
  readonly batch: ArchiveBatch;
  readonly units: readonly Unit[];
  /** Names of officers, by account. */
  readonly officers: ReadonlyMap<string, string>;
  /** By dossier, as it stood when it was packed. */
  readonly documents: ReadonlyMap<string, readonly ListedDocument[]>;
}

const SIGN = '(Ký, ghi rõ họ tên, chức vụ)';
const COLUMNS = [
  'Số TT',
  'Số, ký hiệu hồ sơ',
  'Tiêu đề hồ sơ',
  'Ngày kết thúc',
  'Thời hạn bảo quản',
  'Số tài liệu',
];
const SHARES = [0.06, 0.18, 0.4, 0.11, 0.15, 0.1];
const WITHIN = ['Số TT', 'Hồ sơ', 'Tài liệu trong hồ sơ', 'Số tệp', 'Số bản giấy'];
const SHARES_WITHIN = [0.06, 0.18, 0.52, 0.12, 0.12];

/** List of what is handed over (mục lục hồ sơ, tài liệu nộp lưu): the dossiers, then the documents within each. */
export function batchContents(source: BatchSource): FormDocument {
  const { batch, documents } = source;
  const rows = batch.dossiers.map((dossier, index) => [
    String(index + 1),
    dossier.code,
    `Hồ sơ ${dossier.procedureName}`,
    dayText(dossier.endedOn),
    keptFor(dossier),
    String(documents.get(dossier.code)?.length ?? 0),
  ]);
  const within = batch.dossiers.flatMap((dossier, index) =>
    (documents.get(dossier.code) ?? []).map(({ name, files, paperCopies }, place) => [
      `${index + 1}.${place + 1}`,
      dossier.code,
      name,
      String(files),
      String(paperCopies),
    ]),
  );
  return framedBatch(source, 'archiveContents', 'MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU', batch.packedAt, {
    blocks: [
      { kind: 'table', columns: columnsOf(COLUMNS, SHARES), rows },
      ...(within.length === 0
        ? []
        : [{ kind: 'table' as const, columns: columnsOf(WITHIN, SHARES_WITHIN), rows: within }]),
    ],
    signatures: [signature('NGƯỜI LẬP', batch.packedBy, source)],
  });
}

/** Record of the hand-over (biên bản giao nhận hồ sơ, tài liệu), signed by both sides. */
export function batchReceipt(source: BatchSource): FormDocument {
  const { batch, documents, units } = source;
  const { agency } = letterheadOf(units, batch.unit);
  const all = [...documents.values()].flat();
  const sum = (of: (document: ListedDocument) => number) => all.reduce((total, each) => total + of(each), 0);
  const days = batch.dossiers.map(({ endedOn }) => endedOn).toSorted();
  const fact = (label: string, value: string): FormBlock => ({ kind: 'fact', label, value });
  const at = batch.takenAt ?? batch.packedAt;
  return framedBatch(source, 'archiveReceipt', 'BIÊN BẢN GIAO NHẬN HỒ SƠ, TÀI LIỆU', at, {
    blocks: [
      fact('Căn cứ', archiveBasisOn(dateOf(parseInstant(at)))),
      fact('Bên giao', side(agency, batch.packedBy, source)),
      fact('Bên nhận', side(`Lưu trữ ${agency}`, batch.takenBy, source)),
      fact('Tên khối tài liệu giao nộp', 'Hồ sơ giải quyết thủ tục hành chính'),
      fact(
        'Ngày kết thúc của hồ sơ',
        `từ ngày ${dayText(days.at(0) ?? '')} đến ngày ${dayText(days.at(-1) ?? '')}`,
      ),
      fact('Tổng số hồ sơ', String(batch.dossiers.length)),
      fact('Tổng số tệp', String(sum(({ files }) => files))),
      fact('Tổng số bản giấy', String(sum(({ paperCopies }) => paperCopies))),
      ...(batch.note === null ? [] : [fact('Ghi chú', batch.note)]),
      { kind: 'text', text: stateOf(batch) },
      { kind: 'text', text: 'Biên bản này được lập thành 02 bản; mỗi bên giữ 01 bản.' },
      { kind: 'text', text: 'Kèm theo: Mục lục hồ sơ, tài liệu nộp lưu cùng số.', look: 'note' },
    ],
    signatures: [
      signature('ĐẠI DIỆN BÊN GIAO', batch.packedBy, source),
      signature('ĐẠI DIỆN BÊN NHẬN', batch.takenBy, source),
    ],
  });
}

function stateOf({ takenAt }: ArchiveBatch): string {
  return takenAt === null
    ? 'Bên nhận chưa xác nhận việc nhận hồ sơ, tài liệu trên hệ thống.'
    : `Bên nhận đã xác nhận việc nhận hồ sơ, tài liệu trên hệ thống lúc ${formalMoment(parseInstant(takenAt))}.`;
}

const keptFor = ({ years, until, retention, endedOn }: PackedDossier): string =>
  `${years === null ? 'Vĩnh viễn' : `${years} năm (đến ${dayText(until ?? '')})`}\n${retentionName(retention, endedOn).vi}`;

const nameOf = (account: string | null, { officers }: BatchSource) =>
  account === null ? '' : (officers.get(account) ?? '');

function side(office: string, account: string | null, source: BatchSource): string {
  const name = nameOf(account, source);
  return name === '' ? office : `${office}, ông/bà ${name}`;
}

const signature = (title: string, account: string | null, source: BatchSource): FormSignature => ({
  titles: [title],
  note: SIGN,
  name: nameOf(account, source),
});

function columnsOf(titles: readonly string[], shares: readonly number[]) {
  return titles.map((title, index) => ({
    title,
    share: shares[index] ?? 0,
    ...(index !== 2 && { align: 'center' as const }),
  }));
}

function framedBatch(
  { batch, units }: BatchSource,
  kind: FormDocument['kind'],
  title: string,
  at: string,
  { blocks, signatures }: Pick<FormDocument, 'blocks' | 'signatures'>,
): FormDocument {
  const { parent, agency, place } = letterheadOf(units, batch.unit);
  return printable({
    kind,
    parent: parent === null ? null : capitals(parent),
    agency: capitals(agency),
    number: `Số: ${batch.id}`,
    placeAndDate: placeAndDate(place, dateOf(parseInstant(at))),
    title,
    subtitle: '',
    qr: null,
    blocks,
    recipients: [],
    signatures,
    mark: `Lập theo ${archiveBasisOn(dateOf(parseInstant(at)))}`,
    madeAt: at,
  });
}
