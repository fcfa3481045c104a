import { forgetAllUploads } from '../upload/kept-uploads.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useAccount } from './account.tsx';
import { forgetDrafts } from './new/draft.ts';

const words = wording({
  vi: {
    signOut: 'Đăng xuất',
    citizen: 'Công dân',
    foreigner: 'Người nước ngoài',
    organisation: 'Tổ chức',
    portal: 'Cổng dịch vụ công',
    officer: 'Cán bộ',
  },
  en: {
    signOut: 'Sign out',
    citizen: 'Citizen',
    foreigner: 'Foreigner',
    organisation: 'Organization',
    portal: 'Portal',
    officer: 'Officer',
  },
});

/** Who has signed in, by the name that the provider gives or else the kind of account, and the way out. */
export function WhoAmI() {
  const w = useWords(words);
  const { me, session } = useAccount();
  return (
    <>
      <span>{me.name ?? w[me.kind]}</span>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => {
          forgetDrafts();
          forgetAllUploads();
          void session.signOut();
        }}
      >
        {w.signOut}
      </button>
    </>
  );
}
