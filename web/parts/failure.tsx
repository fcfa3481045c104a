import { useContext } from 'preact/hooks';
import { Refused, SignedOut, Unreachable } from '../api/problem.ts';
import { useWords, wording } from '../wording/language.tsx';
import { EnteredIsKept, SignInAgain } from './sign-in-again.ts';

const words = wording({
  vi: {
    unreachable: 'Không kết nối được máy chủ. Những gì ông/bà đã nhập vẫn còn; hãy thử lại khi có mạng.',
    signedOut:
      'Phiên đăng nhập đã hết. Hãy chép lại những gì chưa gửi rồi đăng nhập lại; ý kiến xử lý đang viết được giữ.',
    signedOutKept:
      'Phiên đăng nhập đã hết. Đăng nhập lại bằng tài khoản này thì vẫn còn những gì đã nhập, trừ tệp chưa tải lên.',
    broken: 'Trang gặp lỗi. Hãy tải lại; nếu còn lặp lại, báo cho bộ phận kỹ thuật.',
    again: 'Thử lại',
    signIn: 'Đăng nhập lại',
  },
  en: {
    unreachable:
      'The server cannot be reached. What you entered is still here; try again when you are online.',
    signedOut:
      'Your sign-in is over. Copy what you have not sent before you sign in again; a decision being written is kept.',
    signedOutKept:
      'Your sign-in is over. Sign in again with this account to find all you entered but files not uploaded yet.',
    broken: 'Something is wrong with this page. Load it again; if it comes back, tell your technical staff.',
    again: 'Try again',
    signIn: 'Sign in again',
  },
});

/** What went wrong, in the words of the API where it gave any, and a way on. */
export function Failure({
  error,
  again,
  brief = false,
}: {
  readonly error: unknown;
  readonly again?: () => void;
  /** Without the faults of single fields, where a form shows them beside each. */
  readonly brief?: boolean;
}) {
  const w = useWords(words);
  const signIn = useContext(SignInAgain);
  const kept = useContext(EnteredIsKept) && signIn !== undefined;
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <div class="stack">
        {error instanceof SignedOut ? <p>{kept ? w.signedOutKept : w.signedOut}</p> : said(error, w, brief)}
        {error instanceof SignedOut && signIn && (
          <button type="button" class="ds-button" data-size="sm" onClick={signIn}>
            {w.signIn}
          </button>
        )}
        {again && !(error instanceof SignedOut && signIn) && (
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={again}>
            {w.again}
          </button>
        )}
      </div>
    </div>
  );
}

function said(error: unknown, w: (typeof words)['vi'], brief: boolean) {
  if (!(error instanceof Refused)) return <p>{error instanceof Unreachable ? w.unreachable : w.broken}</p>;
  const { title, detail, errors } = error.problem;
  return (
    <>
      <h2>{title}</h2>
      {detail && detail !== title && <p>{detail}</p>}
      {!brief && errors && errors.length > 0 && (
        <ul>
          {errors.map(each => (
            <li key={each.pointer + each.message}>{each.message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
