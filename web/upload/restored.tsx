import { useEffect, useRef } from 'preact/hooks';
import { useWords, wording } from '../wording/language.tsx';
import type { LostFile } from './uploads.ts';

const words = wording({
  vi: {
    restored: 'Đã khôi phục những gì ông/bà nhập trước khi phiên đăng nhập hết. Hãy kiểm tra lại rồi gửi.',
    lost: 'Các tệp sau chưa tải lên xong, hãy thêm lại:',
  },
  en: {
    restored: 'What you entered before your sign-in was over is here again. Please check it and send it.',
    lost: 'These files were not uploaded; please add them again:',
  },
});

/** Above a form, after a new sign-in: that what was entered is back, and which files are not. */
export function Restored(props: { readonly lost: readonly LostFile[] }) {
  const w = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the parts of the form, some of which lead to a field of theirs: this is to be read first.
    const timer = setTimeout(() => place.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="ds-alert" data-color="info" role="status" tabIndex={-1} ref={place}>
      <div class="stack">
        <p>{w.restored}</p>
        {props.lost.length > 0 && (
          <>
            <p>{w.lost}</p>
            <ul>
              {props.lost.map(({ paper, name }) => (
                <li key={paper + name}>
                  <strong>{name}</strong> – {paper}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
