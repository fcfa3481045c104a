import { Failure } from './failure.tsx';
import type { Action } from './use-action.ts';

/** A small button in a line of text. `of` tells those who cannot see the line what it acts on. */
export function LineAction(props: { readonly action: Action; readonly label: string; readonly of: string }) {
  const { action, label, of } = props;
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        disabled={action.busy}
        onClick={() => void action.run()}
      >
        {label} <span class="hidden">{of}</span>
      </button>
      {action.error !== undefined && <Failure error={action.error} brief />}
    </>
  );
}
