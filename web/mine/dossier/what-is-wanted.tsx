import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    asked: 'Yêu cầu lúc',
    reason: 'Lý do:',
    items: 'Cần bổ sung hoặc sửa:',
    restart: 'Thời hạn giải quyết đang dừng và được tính lại từ đầu sau khi ông/bà bổ sung.',
    resume: 'Thời hạn giải quyết đang dừng và được tính tiếp sau khi ông/bà bổ sung.',
  },
  en: {
    asked: 'Asked for on',
    reason: 'Reason:',
    items: 'To be handed in or corrected:',
    restart: 'The time limit stands still, and begins anew when you have handed it in.',
    resume: 'The time limit stands still, and goes on when you have handed it in.',
  },
});

/** The agency's request, word for word. */
export function WhatIsWanted({ wanted }: { readonly wanted: NonNullable<Dossier['supplementWanted']> }) {
  const w = useWords(words);
  const formats = useFormats();
  return (
    <div class="stack">
      <p class="note">
        {w.asked} {formats.instant(wanted.askedAt)}
      </p>
      <p class="pre">
        {w.reason} {wanted.reason}
      </p>
      <p>{w.items}</p>
      <ul>
        {wanted.items.map(item => (
          <li key={item} class="pre">
            {item}
          </li>
        ))}
      </ul>
      {wanted.stage === 'processing' && <p class="note">{w[wanted.clock]}</p>}
    </div>
  );
}
