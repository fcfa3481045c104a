import type { Channel } from '../api/generated.ts';
import { wording } from './language.tsx';

/** Ways of submission. */
export const channelNames = wording<Readonly<Record<Channel, string>>>({
  vi: { online: 'Trực tuyến', counter: 'Tại quầy', post: 'Qua bưu chính' },
  en: { online: 'Online', counter: 'At the counter', post: 'By post' },
});
