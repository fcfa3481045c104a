import { useEffect } from 'preact/hooks';
import { areFormsKept } from '../session/kept-forms.ts';
import { useWords, wording } from '../wording/language.tsx';

const words = wording({
  vi: { lose: 'Những gì ông/bà đã nhập chưa được gửi. Vẫn rời trang?' },
  en: { lose: 'What you entered was not sent yet. Leave all the same?' },
});

/** Asks before a page is left on which something was entered: by the browser, or by a link within these pages. */
export function useLeaveWarning(entered: boolean): void {
  const { lose } = useWords(words);
  useEffect(() => {
    if (!entered) return;
    const leaving = (event: BeforeUnloadEvent) => {
      if (!areFormsKept()) event.preventDefault();
    };
    // Links within these pages load nothing, so the browser would not ask: they are held before the router sees them.
    const following = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const within = link?.getAttribute('href')?.startsWith('/mine');
      if (!within || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (confirm(lose)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('beforeunload', leaving);
    document.addEventListener('click', following, { capture: true });
    return () => {
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('click', following, { capture: true });
    };
  }, [entered, lose]);
}
