import { openBrowser } from '../../test/browser/support/chromium.ts';
import { officerOf, submit } from '../../test/browser/support/dossiers.ts';
import { bootPages } from '../../test/browser/support/pages-host.ts';
import { signInApplicant, signInOfficer } from '../../test/browser/support/sign-in.ts';
import { SLOWER, workListTimes, workPerKey } from '../pages/slow-machine.ts';
import { totalOf, type Weight, weigh } from '../pages/weigh.ts';
import { spreadOf } from '../percentiles.ts';
import { type PartReport, target } from '../report.ts';
import type { BenchContext } from './context.ts';

const TASKS = 500;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (value: number) => `${value.toFixed(0)} ms`;

/** What pages weigh, and how quick they are on an officer's slow machine. */
export async function pagesPart({ quick, say }: BenchContext): Promise<PartReport> {
  say('Starting the host and the browser …');
  const host = await bootPages();
  const browser = await openBrowser();
  try {
    const code = await submit(host.apiUrl, 'Nguyễn Văn An');
    const listed = await officerOf(host.apiUrl, 'tiepnhan', 'reception');
    const [task] = (await listed.get<{ items: { id: string }[] }>('/v1/tasks')).items;
    const tasks = Array.from({ length: TASKS }, (_, index) => ({ ...task, id: `${task?.id}${index}` }));
    const url = host.apiUrl;
    say('Weighing the pages …');
    const weights: [string, Weight][] = [];
    for (const path of ['/', '/procedures', '/procedures/1.013225', `/track?code=${code}`, '/verify'])
      weights.push([
        path.split('?')[0] ?? path,
        await weigh(browser, async page => void (await page.goto(url + path))),
      ]);
    const officer = 'Cán bộ tiếp nhận 101';
    weights.push(['/officer', await weigh(browser, page => signInOfficer(page, url, officer))]);
    for (const path of ['/officer/counter', '/officer/dossiers', `/officer/dossiers/${code}`])
      weights.push([
        path.replace(code, '{code}'),
        await weigh(browser, page => signInOfficer(page, url, officer, { path })),
      ]);
    const administrator = { unit: 'H44', path: '/officer/administration/units/H44' };
    weights.push([
      '/officer/administration',
      await weigh(browser, page => signInOfficer(page, url, 'Quản trị hệ thống tỉnh', administrator)),
    ]);
    for (const path of ['/mine', `/mine/dossiers/${code}`, '/mine/new?procedure=1.013225'])
      weights.push([
        path.replace(code, '{code}').split('?')[0] ?? path,
        await weigh(browser, page => signInApplicant(page, url, 'Nguyễn Văn An', path)),
      ]);
    say(`The work list with ${TASKS} tasks, the processor ${SLOWER} times slower …`);
    const opened = spreadOf(await workListTimes(browser, url, tasks, quick ? 5 : 15));
    const perKey = await workPerKey(browser, url, 'nguyen van an phuong tan hoa');
    return report(weights, opened, perKey);
  } finally {
    await browser.close();
    await host.stop();
  }
}

function report(
  weights: readonly (readonly [string, Weight])[],
  opened: ReturnType<typeof spreadOf>,
  perKey: number,
): PartReport {
  const heaviest = Math.max(...weights.map(([, weight]) => totalOf(weight)));
  const open = weights.filter(([path]) => !/^\/(officer|mine)/.test(path));
  const first = Math.max(...open.map(([, { html, style }]) => html + style));
  return {
    title: 'Pages, first visit, kB as they travel',
    tables: [
      {
        head: ['', 'html', 'style', 'script', 'fonts', 'together', 'API answers'],
        rows: weights.map(([path, weight]) => [
          path,
          ...[weight.html, weight.style, weight.script, weight.font, totalOf(weight), weight.data].map(
            bytes => (bytes / 1000).toFixed(1),
          ),
        ]),
      },
      {
        head: [`with the processor ${SLOWER} times slower`, 'p50', 'p95'],
        rows: [
          [
            `from reload, with sign-in, to the first of ${TASKS} tasks, ms`,
            opened.p50.toFixed(0),
            opened.p95.toFixed(0),
          ],
          ['the page’s work for a key in the search for dossiers, ms', perKey.toFixed(1), ''],
        ],
      },
    ],
    targets: [
      target('heaviest page, first load with fonts', heaviest, { most: 120_000 }, kB),
      target('public page before its script', first, { most: 50_000 }, kB),
      target('work for a key in search', perKey, { most: 50 }, ms),
    ],
    figures: { pages: { weights: Object.fromEntries(weights), opened, perKey } },
  };
}
