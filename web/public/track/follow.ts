import type { Client } from '../../api/client.ts';
import type { Formats } from '../../wording/formats.ts';
import { ENDED } from './ended.ts';

/**
 * Milliseconds between two looks at a dossier that somebody follows. Requests are counted by address, and behind one
 * address of a mobile network are many who follow theirs.
 */
const PULSE = 60_000;

/** Keeps the progress of a followed dossier up to date; its region is live, so that changes are read out. */
export function followDossier(page: Document, api: Client, formats: Formats): void {
  const region = page.querySelector<HTMLElement>('[data-tracked]');
  if (!region) return;
  const code = region.dataset['tracked'] ?? '';
  let known: string | undefined;
  const part = (name: string) => region.querySelector<HTMLElement>(`[data-${name}]`);
  const set = (name: string, text: string) => {
    const place = part(name);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const look = async () => {
    const { body, etag } = await api.ask('trackDossier', { params: { code }, known });
    known = etag;
    if (!body) return;
    // Ended without a result, the page says other things.
    if (ENDED.includes(body.handling)) return location.reload();
    set('status', body.statusText);
    set('percent', `${body.progress} %`);
    const bar = region.querySelector('progress');
    if (bar) bar.value = body.progress;
    set(
      'promised',
      body.promisedOn ? formats.weekday(body.promisedOn) : (part('promised')?.dataset['none'] ?? ''),
    );
  };
  part('follows')?.removeAttribute('hidden');
  // What cannot be asked now is asked again with the next look.
  setInterval(() => page.visibilityState === 'visible' && void look().catch(() => undefined), PULSE);
}
