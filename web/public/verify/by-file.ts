import { READ_AT_MOST, sha256Of } from '../../upload/sha256.ts';

/** Lets people check a result by its file: hashed here, and only the hash is sent, with the number. */
export function offerByFile(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-by-file]');
  const form = place?.closest('form');
  const input = place?.querySelector<HTMLInputElement>('input[type=file]');
  const told = place?.querySelector('[data-told]');
  if (!place || !form || !input || !told || !globalThis.crypto?.subtle) return;
  place.hidden = false;
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    form.querySelector('input[name=sha256]')?.remove();
    if (!file) return;
    if (file.size > READ_AT_MOST) {
      told.textContent = place.dataset['tooLarge'] ?? '';
      return;
    }
    told.textContent = place.dataset['hashing'] ?? '';
    const value = await sha256Of(file).catch(() => undefined);
    // Another file was chosen meanwhile: its own hash is on the way.
    if (input.files?.[0] !== file) return;
    if (value === undefined) {
      told.textContent = place.dataset['unreadable'] ?? '';
      return;
    }
    form.append(Object.assign(page.createElement('input'), { type: 'hidden', name: 'sha256', value }));
    told.textContent = '';
    // The file says more than the code, which then need not travel.
    const code = form.querySelector<HTMLInputElement>('input[name=code]');
    if (code) code.disabled = true;
    if (form.reportValidity()) form.submit();
  });
}
