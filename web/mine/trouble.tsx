import { SignedOut } from '../api/problem.ts';
import { Failure } from '../parts/failure.tsx';
import { useWords, wording } from '../wording/language.tsx';
import { useAccount } from './account.tsx';

const words = wording({
  vi: {
    signIn: 'Đăng nhập lại',
    again: 'Trang sẽ được tải lại: tệp đã tải lên vẫn được giữ, những gì ông/bà gõ thì phải gõ lại.',
  },
  en: {
    signIn: 'Sign in again',
    again: 'The page will be loaded again: uploaded files stay, what you typed has to be typed again.',
  },
});

/** A failure as everywhere, and the way back to the sign-in where that is what is missing. */
export function Trouble({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const w = useWords(words);
  const { session } = useAccount();
  return (
    <div class="stack">
      <Failure error={error} {...(again && { again })} />
      {error instanceof SignedOut && (
        <div class="stack">
          <p>{w.again}</p>
          <div>
            <button type="button" class="ds-button" onClick={() => void session.again()}>
              {w.signIn}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
