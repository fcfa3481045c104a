import { useEffect } from 'preact/hooks';

/** Names the window after the room that is shown. */
export function useRoomTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Một Cửa`;
  }, [title]);
}
