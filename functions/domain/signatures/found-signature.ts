import { instantOfDate } from '../pdf/dates.ts';
import type { PdfFile, PdfView } from '../pdf/document.ts';
import { type PdfDict, PdfName } from '../pdf/values.ts';
import { type Coverage, coverageOf, endsAt } from './byte-range.ts';
import { type Cms, claimedTime, readCms } from './cms.ts';
import { forbiddenBy } from './permissions.ts';
import type { Revisions } from './revisions.ts';
import type { SignedField } from './signed-fields.ts';
import { signedFields } from './signed-fields.ts';

/** A signature of a file, with what can be said of it before its certificate is looked at. */
export interface FoundSignature {
  readonly field: string;
  readonly kind: 'signature' | 'timestamp';
  readonly format: string;
  readonly dict: PdfDict;
  readonly coverage: Coverage | undefined;
  readonly covers: 'file' | 'revision' | 'part';
  readonly filled: readonly { readonly field: string; readonly value: string }[];
  readonly cms: Cms | undefined;
  readonly claimedAt: number | undefined;
  /** Codes of what is wrong with what it covers, and with what was changed later. */
  readonly faults: readonly string[];
}

const FORMATS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'ETSI.RFC3161']);

/** Reads one signature of the newest revision. */
export function findSignature(
  { field, dict, kind }: SignedField,
  {
    file,
    view,
    revisions,
    timestamps,
  }: { file: PdfFile; view: PdfView; revisions: Revisions; timestamps: ReadonlySet<string> },
): FoundSignature {
  const named = view.resolve(dict.get('SubFilter'));
  const format = named instanceof PdfName ? named.value : '';
  const faults = FORMATS.has(format) ? [] : ['format-not-judged'];
  const coverage = coverageOf(file.bytes, direct(dict, view));
  const found = { field, kind, format, dict };
  if (typeof coverage === 'string')
    return {
      ...found,
      coverage: undefined,
      covers: 'part',
      filled: [],
      cms: undefined,
      claimedAt: undefined,
      faults: [...faults, coverage],
    };
  const index = revisions.endingAt(coverage.end);
  const whole = index !== undefined && isSignedIn(file.revision(index), field, coverage);
  if (!whole) faults.push('range-not-revision');
  else {
    if (index === 0 && !endsAt(file.bytes, coverage.end)) faults.push('uncovered-tail');
    for (let later = index - 1; later >= 0; later -= 1) {
      const update = revisions.update(later);
      faults.push(...update.faults, ...forbiddenBy(dict, view, update, timestamps));
    }
    if (!endsWell(file.bytes)) faults.push('uncovered-tail');
  }
  const cms = readCms(coverage.contents.bytes);
  if (!cms) faults.push('cms-malformed');
  else if (kind === 'signature' && cms.content.bytes !== undefined) faults.push('content-embedded');
  return {
    ...found,
    coverage,
    covers: !whole ? 'part' : index === 0 ? 'file' : 'revision',
    filled: whole ? revisions.filledIn(index) : [],
    cms,
    claimedAt: (cms && claimedTime(cms)) ?? instantOfDate(view.resolve(dict.get('M'))),
    faults,
  };
}

/** The entries by which coverage is measured, where they are objects of their own. */
function direct(dict: PdfDict, view: PdfView): PdfDict {
  const range = view.resolve(dict.get('ByteRange'));
  const contents = view.resolve(dict.get('Contents'));
  return new Map([...dict, ['ByteRange', range], ['Contents', contents]]);
}

const isSignedIn = (view: PdfView, field: string, coverage: Coverage): boolean =>
  signedFields(view).some(
    one => one.field === field && view.resolve(one.dict.get('Contents')) === coverage.contents,
  );

/** The last thing in a file is the mark of its end. */
const endsWell = (bytes: Buffer): boolean =>
  /%%EOF[\s\0]*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 2048)));
