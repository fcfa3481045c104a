import { useEffect } from 'preact/hooks';
import type { SentFile } from '../../upload/uploads.ts';
import { keepDraft } from './draft.ts';
import type { Entered } from './entered.ts';

/** Keeps what is not personal while the form is filled in, so that uploads survive a new sign-in. */
export function useDraft(procedure: string, entered: Entered, files: readonly SentFile[]): void {
  const { receivingUnit, returnBy } = entered;
  useEffect(() => {
    const uploaded = files.flatMap(({ field, size, state }) =>
      state.kind === 'done' ? [{ field, size, id: state.id }] : [],
    );
    if (receivingUnit === '' && uploaded.length === 0) return;
    keepDraft(procedure, { receivingUnit, returnBy, files: uploaded });
  }, [procedure, receivingUnit, returnBy, files]);
}
