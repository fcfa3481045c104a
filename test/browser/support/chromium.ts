import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and its kin install it; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser installed on this machine, or undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM'], ...PLACES].find(path => path !== undefined && existsSync(path));

/** With `camera`, a video file is what the camera sees, and nobody is asked whether it may be used. */
export async function openBrowser({ camera }: { readonly camera?: string } = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('There is no Chromium on this machine: install the package chromium.');
  // Its own sandbox needs rights that a container does not have; the pages come from this machine.
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  if (camera !== undefined)
    args.push(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    );
  return chromium.launch({ executablePath, args });
}
