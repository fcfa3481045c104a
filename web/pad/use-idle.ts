import { useEffect } from 'preact/hooks';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;

/** Calls back once nobody has touched the page for so many milliseconds. */
export function useIdle(after: number, onIdle: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onIdle, after);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, after);
    };
    for (const sign of SIGNS) addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, touched, { capture: true });
    };
  }, []);
}
