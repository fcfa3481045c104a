import { useEffect } from 'preact/hooks';
import { useAccount } from './account.tsx';

/** Names the page in the browser's tabs and history, and for who has it read aloud. */
export function useTitle(title: string | undefined): void {
  const { province } = useAccount();
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Một Cửa ${province}`;
  }, [title, province]);
}
