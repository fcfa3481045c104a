import type { Bill, ReturnMethod } from '../api/generated.ts';
import type { collectionNames } from '../wording/collection-words.ts';
import type { Formats } from '../wording/formats.ts';
import type { Entry, EventKind, FactName, factValues } from './history-words.ts';

export interface Fact {
  readonly name: FactName;
  readonly text: string;
}

/** What entries are told with. */
export interface Telling {
  readonly formats: Pick<Formats, 'day' | 'instant' | 'dong'>;
  readonly unitName: (code: string) => string;
  readonly values: (typeof factValues)['vi'];
  readonly returning: Readonly<Record<ReturnMethod, string>>;
  readonly collecting: (typeof collectionNames)['vi'];
}

/** Entries of the machine and of the agency's own work, which tell an applicant little. */
const INTERNAL: ReadonlySet<EventKind> = new Set([
  'assigned',
  'alarmRaised',
  'executionLost',
  'executionStarted',
  'interestDeclared',
]);

export const isInternal = ({ data }: Pick<Entry, 'data'>): boolean => INTERNAL.has(data.type);

/** What an entry says beside its kind, as far as this reader was shown it. */
export function factsOf({ data }: Pick<Entry, 'data'>, telling: Telling): Fact[] {
  const { formats, unitName, values, returning } = telling;
  const all: readonly (readonly [FactName, string | null | undefined])[] = [
    ['outcome', 'outcome' in data && data.outcome ? values[data.outcome] : undefined],
    ['alarm', 'level' in data && data.level ? values[data.level] : undefined],
    ['reason', 'reason' in data ? data.reason : undefined],
    ['items', 'items' in data ? data.items?.join('\n') : undefined],
    ['basis', 'legalBasis' in data ? data.legalBasis : undefined],
    ['document', 'document' in data && data.type !== 'inkSigned' ? data.document : undefined],
    ['signedFile', data.type === 'inkSigned' ? data.document : undefined],
    ['inkMeans', data.type === 'inkSigned' && data.means ? values[data.means] : undefined],
    ['text', 'text' in data ? data.text : undefined],
    ['apology', 'apology' in data ? data.apology : undefined],
    ['position', 'signature' in data ? data.signature?.position : undefined],
    ['note', 'note' in data ? data.note : undefined],
    ...notified(data, formats),
    ['amount', 'amount' in data && data.amount !== undefined ? formats.dong(data.amount) : undefined],
    ['feeAnew', data.type.startsWith('supplement') && 'amountDue' in data ? dueOf(data, formats) : undefined],
    ['relief', 'bill' in data ? relieved(data.bill, formats) : undefined],
    ['receipt', 'receipt' in data ? data.receipt : undefined],
    ['number', 'number' in data && typeof data.number === 'string' ? data.number : undefined],
    ['how', 'how' in data && data.how ? returning[data.how] : undefined],
    ['receivedBy', 'receivedBy' in data ? data.receivedBy : undefined],
    ['consignment', 'consignment' in data ? data.consignment : undefined],
    ...collected('collection' in data ? data.collection : undefined, telling),
    ['recovered', 'recovered' in data ? values[data.recovered ? 'recovered' : 'notRecovered'] : undefined],
    [
      'agencies',
      'consultations' in data ? data.consultations?.map(each => unitName(each.unit)).join(', ') : undefined,
    ],
    ['unit', data.type === 'transferred' && data.to !== undefined ? unitName(data.to) : undefined],
    ['before', 'previousDueAt' in data && data.previousDueAt ? formats.day(data.previousDueAt) : undefined],
    ['promised', 'promise' in data && data.promise ? formats.day(data.promise.dueOn) : undefined],
  ];
  return all.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

/** The notice of the tax office that an entry is about. */
function notified(
  data: Entry['data'],
  { day, dong }: Telling['formats'],
): readonly (readonly [FactName, string | null | undefined])[] {
  if (data.type === 'landNoticeReceived' && data.notice) {
    const { number, total, dueOn } = data.notice;
    return [
      ['taxNotice', number],
      ['amount', dong(total)],
      ['payBy', dueOn && day(dueOn)],
    ];
  }
  return data.type === 'landNoticeWithdrawn' || data.type === 'landTaxPaid'
    ? [['taxNotice', data.notice]]
    : [];
}

const dueOf = ({ amountDue }: { amountDue?: number | null }, { dong }: Telling['formats']) =>
  amountDue === undefined || amountDue === null ? undefined : dong(amountDue);

/** What a relief took off, and by which law. */
function relieved(bill: Bill | undefined, { dong }: Telling['formats']): string | undefined {
  if (!bill || bill.relieved === 0) return undefined;
  const grounds = new Set(bill.lines.flatMap(({ ground }) => ground ?? []));
  return `${dong(bill.relieved)} (${[...grounds].join('; ')})`;
}

type Collection = Extract<Entry['data'], { type: 'returnedAgain' }>['collection'];

/** Who came for the result, as far as it was recorded. */
function collected(
  collection: Collection | undefined,
  { collecting }: Telling,
): readonly (readonly [FactName, string | null | undefined])[] {
  if (!collection) return [];
  const { collector, authorization, slip, attestedBy, byCode } = collection;
  return [
    ['collector', collector && collecting.collector[collector]],
    ['byCode', byCode && collecting.byCode],
    ['authorization', authorization],
    ['slip', slip && collecting.slip[slip]],
    ['attestedBy', attestedBy && collecting.attestedBy[attestedBy]],
  ];
}
