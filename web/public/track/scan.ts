import { readCodes } from '../../parts/camera.ts';
import { codeIn } from './code-in.ts';

/** Offers to read the code of a receipt with the camera, where the browser can; the form then shows its progress. */
export function offerScan(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-scan]');
  const form = place?.closest('form');
  const field = form?.querySelector('input');
  if (!place || !form || !field || !readCodes.possible()) return;
  const words = place.dataset;
  const button = Object.assign(page.createElement('button'), {
    type: 'button',
    className: 'ds-button',
    textContent: words['open'] ?? '',
  });
  button.dataset['variant'] = 'secondary';
  const video = Object.assign(page.createElement('video'), { muted: true, playsInline: true, hidden: true });
  video.className = 'camera';
  const told = page.createElement('p');
  told.setAttribute('role', 'status');
  place.append(button, video, told);
  place.hidden = false;
  let looking: AbortController | undefined;
  button.addEventListener('click', async () => {
    // The same button ends it.
    if (looking) return looking.abort();
    const over = new AbortController();
    looking = over;
    told.textContent = words['scanning'] ?? '';
    button.textContent = words['stop'] ?? '';
    video.hidden = false;
    try {
      const code = codeIn(await readCodes.first(video, over.signal));
      told.textContent = code === '' ? (words['noCode'] ?? '') : '';
      if (code !== '') {
        field.value = code;
        form.submit();
      }
    } catch {
      told.textContent = over.signal.aborted ? '' : (words['noCamera'] ?? '');
    } finally {
      video.hidden = true;
      looking = undefined;
      button.textContent = words['open'] ?? '';
    }
  });
}
