import type { Answer } from '../../api/client.ts';
import type { readingWords } from './reading-words.ts';

type Reading = Answer<'getDigitization'>;
type Words = (typeof readingWords)['vi'];

/** A sentence about a paper: `compare` asks for a look at both, `know` only tells. */
export interface Note {
  readonly kind: 'compare' | 'know';
  readonly text: string;
}

/** What an officer should know of a paper that was read. `nameOf`: the name of a paper of the procedure. */
export function readingNotes(reading: Reading, w: Words, nameOf: (component: string) => string): Note[] {
  const { differences, hints, turned, alsoHandedInAs, scan } = reading;
  return [
    ...differences.map(({ field, stated, found }) =>
      compare(w.difference(w.fields[field], stated, found.value, found.page)),
    ),
    ...hints.map(hint => noteOf(hint, w, nameOf)),
    ...(turned.length > 0 ? [know(w.turned(turned.map(({ page }) => page)))] : []),
    ...(alsoHandedInAs.length > 0 ? [know(w.twice)] : []),
    ...(scan === 'notScanned' ? [know(w.notScanned)] : []),
  ];
}

function noteOf(hint: Reading['hints'][number], w: Words, nameOf: (component: string) => string): Note {
  switch (hint.kind) {
    case 'otherPaper':
      return compare(w.otherPaper(nameOf(hint.component), hint.confidence));
    case 'pageMissing':
      return compare(w.pageMissing(hint.missing, hint.of));
    case 'unreadable':
      return compare(w.unreadable(hint.pages));
    case 'blank':
      return know(w.blank(hint.pages));
  }
}

const compare = (text: string): Note => ({ kind: 'compare', text });
const know = (text: string): Note => ({ kind: 'know', text });

/** How far the reading is, and how sure, in a few words. */
export function readingState({ state, pages, pagesDone, confidence }: Reading, w: Words): string {
  return [
    w.states[state],
    ...(state === 'reading' ? [w.progress(pagesDone, pages)] : []),
    ...(state === 'done' && confidence !== null ? [w.confidence(confidence)] : []),
  ].join(' · ');
}
