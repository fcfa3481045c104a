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
  button.addEventListener('click', async () => {
    told.textContent = words['scanning'] ?? '';
    video.hidden = false;
    try {
      const code = codeIn(await readCodes.first(video));
      if (code === '') told.textContent = words['noCode'] ?? '';
      else {
        field.value = code;
        form.submit();
      }
    } catch {
      told.textContent = words['noCamera'] ?? '';
    } finally {
      video.hidden = true;
    }
  });
}
