import { SignedOut } from '../api/problem.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { fileFaults } from './file-faults.ts';
import type { SentFile } from './uploads.ts';

const words = wording({
  vi: {
    kept: 'Tệp đã tải lên trước đó',
    waiting: 'Đang chờ tải lên',
    sending: 'Đang tải lên',
    done: 'Đã tải lên',
    fromStore: 'Từ kho quốc gia',
    notSent: 'Tệp chưa tải lên được. Hãy thử lại khi có mạng.',
    signedOut: 'Phiên đăng nhập đã hết nên tệp chưa tải lên được.',
    again: 'Thử lại',
    remove: 'Bỏ tệp',
  },
  en: {
    kept: 'File uploaded earlier',
    waiting: 'Waiting',
    sending: 'Uploading',
    done: 'Uploaded',
    fromStore: 'From the national store',
    notSent: 'The file did not arrive. Try again when you are online.',
    signedOut: 'Your sign-in is over, so the file was not uploaded.',
    again: 'Try again',
    remove: 'Remove',
  },
});

/** One file of a field: how far it is, what is wrong with it, and what can be done about that. */
export function FileRow(props: {
  readonly sent: SentFile;
  readonly onRemove: () => void;
  readonly onAgain: () => void;
}) {
  const w = useWords(words);
  const formats = useFormats();
  const { size, state, file, fromStore = false } = props.sent;
  const name = props.sent.name || w.kept;
  return (
    <li class="stack">
      <div class="row apart">
        <span>
          {name} <span class="note">{formats.bytes(size)}</span>
        </span>
        <span class="row">
          {state.kind !== 'failed' && <span class="note">{fromStore ? w.fromStore : w[state.kind]}</span>}
          {state.kind === 'failed' && file && <FileButton text={w.again} of={name} onClick={props.onAgain} />}
          <FileButton text={w.remove} of={name} onClick={props.onRemove} />
        </span>
      </div>
      {state.kind === 'sending' && (
        <progress max={1} value={state.share} aria-label={`${w.sending}: ${name}`} />
      )}
      {state.kind === 'failed' && (
        <div class="ds-validation-message" role="alert">
          {(fileFaults(state.error) ?? [state.error instanceof SignedOut ? w.signedOut : w.notSent]).map(
            fault => (
              <p key={fault}>{fault}</p>
            ),
          )}
        </div>
      )}
    </li>
  );
}

function FileButton(props: { readonly text: string; readonly of: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" onClick={props.onClick}>
      {props.text} <span class="hidden">{props.of}</span>
    </button>
  );
}
