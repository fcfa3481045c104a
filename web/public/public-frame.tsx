import type { ComponentChildren } from 'preact';
import { Frame } from '../parts/frame.tsx';
import { useWords, wording } from '../wording/language.tsx';

const words = wording({
  vi: {
    procedures: 'Thủ tục',
    track: 'Theo dõi hồ sơ',
    verify: 'Kiểm tra kết quả',
    mine: 'Hồ sơ của tôi',
  },
  en: { procedures: 'Procedures', track: 'Follow a dossier', verify: 'Check a result', mine: 'My dossiers' },
});

export type PublicRoom = 'home' | 'procedures' | 'track' | 'verify' | 'pay' | 'mine';

/** The frame of pages for everybody. */
export function PublicFrame(props: {
  readonly province: string;
  readonly room: PublicRoom;
  readonly query?: Readonly<Record<string, string>>;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const w = useWords(words);
  const entries = (['procedures', 'track', 'verify', 'mine'] as const).map(room => ({
    href: `/${room}`,
    text: w[room],
    current: room === props.room,
  }));
  return (
    <Frame province={props.province} home="/" entries={entries} aside={props.aside} query={props.query ?? {}}>
      {props.children}
    </Frame>
  );
}
