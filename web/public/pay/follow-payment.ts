import type { Client } from '../../api/client.ts';

/** Milliseconds between two looks: somebody waits for the money that they just sent. */
const PULSE = 5000;
/** So many looks, then less often: the page may lie open for long. */
const SOON = 60;

/** Opens the platform's page on demand, and shows that the money arrived. */
export function followPayment(page: Document, api: Client): void {
  const region = page.querySelector<HTMLElement>('[data-payment]');
  const params = { code: region?.dataset['payment'] ?? '', key: region?.dataset['key'] ?? '' };
  if (!region || region.dataset['owed'] === '0') return;
  offerPlatform(region, api, params);
  follow(page, region, api, params);
}

type Link = { readonly code: string; readonly key: string };

function offerPlatform(region: HTMLElement, api: Client, params: Link): void {
  const place = region.querySelector<HTMLElement>('[data-by-platform]');
  const button = place?.querySelector<HTMLButtonElement>('[data-open]');
  const told = place?.querySelector('[data-told]');
  if (!place || !button || !told) return;
  place.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    told.textContent = button.dataset['opening'] ?? '';
    try {
      const { payAt } = await api.get('openPayment', { params });
      // Without a page the request is queued, which the page says when it is read anew.
      if (payAt === null) location.reload();
      else location.assign(payAt);
    } catch {
      told.textContent = button.dataset['failed'] ?? '';
      button.disabled = false;
    }
  });
}

function follow(page: Document, region: HTMLElement, api: Client, params: Link): void {
  region.querySelector('[data-follows]')?.removeAttribute('hidden');
  let looks = 0;
  setInterval(async () => {
    looks++;
    if (page.visibilityState !== 'visible' || (looks > SOON && looks % 6 !== 0)) return;
    const { body } = await api.ask('getPayment', { params }).catch(() => ({ body: undefined }));
    if (!body) return;
    if (String(body.owed) === region.dataset['owed']) {
      const queued = region.querySelector('[data-queued]') !== null;
      if (queued && body.platform.queuedSince === null) location.reload();
      return;
    }
    region.querySelector('[data-arrived]')?.removeAttribute('hidden');
    location.reload();
  }, PULSE);
}
