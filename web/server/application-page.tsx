import { wording } from '../wording/language.tsx';
import { documentOf } from './document.tsx';
import type { Question } from './question.ts';

const words = wording({
  vi: {
    officer: 'Bàn làm việc',
    mine: 'Hồ sơ của tôi',
    pad: 'Bàn ký',
    needsScript: 'Trình duyệt đang tắt JavaScript nên trang này chưa dùng được. Vẫn có thể',
    track: 'theo dõi hồ sơ',
  },
  en: {
    officer: 'Desk',
    mine: 'My dossiers',
    pad: 'Signing pad',
    needsScript: 'This page needs JavaScript. Following a dossier does not:',
    track: 'follow a dossier',
  },
});

/** The pages for people who sign in, and for tablets: the server gives their frame, their script does the rest. */
export function applicationPage(room: string, question: Question, province: string): string | undefined {
  const { language, signIn } = question;
  const w = words[language];
  const entries = {
    officer: { entry: 'officer/main.tsx', provider: signIn.officers },
    mine: { entry: 'mine/main.tsx', provider: signIn.applicants },
    // Nobody signs in on a pad: it has its own secret.
    pad: { entry: 'pad/main.tsx', provider: undefined },
  } as const;
  if (room !== 'officer' && room !== 'mine' && room !== 'pad') return undefined;
  const { entry, provider } = entries[room];
  return documentOf({
    language,
    title: `${w[room]} – Một Cửa ${province}`,
    entry,
    settings: { language, province, provider },
    body: (
      <div id="page">
        <noscript>
          {w.needsScript} <a href="/track">{w.track}</a>
        </noscript>
      </div>
    ),
  });
}
