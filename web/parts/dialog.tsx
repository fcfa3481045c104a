import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords, wording } from '../wording/language.tsx';

const words = wording({ vi: { close: 'Đóng' }, en: { close: 'Close' } });

/** A modal dialog, open as long as it is rendered: the browser keeps the focus inside, Escape closes. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const w = useWords(words);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="ds-dialog" ref={dialog} aria-labelledby={id} onClose={props.onClose}>
      <div class="stack">
        <h2 id={id}>{props.title}</h2>
        {props.children}
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            onClick={() => dialog.current?.close()}
          >
            {w.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}
