import { Failure } from './failure.tsx';
import type { Action } from './use-action.ts';

/** The button that sends what was filled in, below why it was refused the last time. */
export function ActButton({ action, label }: { readonly action: Action; readonly label: string }) {
  return (
    <>
      {action.error !== undefined && <Failure error={action.error} brief />}
      <div>
        <button type="button" class="ds-button" disabled={action.busy} onClick={() => void action.run()}>
          {label}
        </button>
      </div>
    </>
  );
}
