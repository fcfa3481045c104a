import { useState } from 'preact/hooks';
import type { Opened } from '../session/session.ts';
import { useWords, wording } from '../wording/language.tsx';
import { Failure } from './failure.tsx';
import { Frame } from './frame.tsx';

const words = wording({
  vi: {
    title: 'Đăng nhập',
    lead: 'Hệ thống sẽ chuyển sang trang đăng nhập tài khoản định danh rồi trở lại đây.',
    signIn: 'Đăng nhập',
    notSetUp: 'Trang này chưa mở đăng nhập. Hãy liên hệ bộ phận kỹ thuật.',
  },
  en: {
    title: 'Sign in',
    lead: 'You go to the page of the identity provider, and come back here.',
    signIn: 'Sign in',
    notSetUp:
      'This deployment names no identity provider yet (signIn in its settings), so nobody can sign in here.',
  },
});

/** What a page shows to somebody who has not signed in. */
export function SignInPage({
  province,
  opened,
}: {
  readonly province: string;
  readonly opened: Exclude<Opened, { readonly kind: 'signedIn' }>;
}) {
  const w = useWords(words);
  const [error, setError] = useState<unknown>();
  return (
    <Frame province={province} home="/" entries={[]}>
      <div class="panel stack prose">
        <h1>{w.title}</h1>
        {opened.kind === 'notSetUp' ? (
          <p>{w.notSetUp}</p>
        ) : (
          <>
            <p>{w.lead}</p>
            <p>
              <button type="button" class="ds-button" onClick={() => void opened.signIn().catch(setError)}>
                {w.signIn}
              </button>
            </p>
          </>
        )}
        {error !== undefined && <Failure error={error} />}
      </div>
    </Frame>
  );
}
