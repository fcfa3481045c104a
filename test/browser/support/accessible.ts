import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Colours on the way from one to another are nobody's to read. */
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter(each => Number.isFinite(each.effect?.getComputedTiming().endTime))
  .map(each => each.finished)).then(() => {})`;

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page by WCAG 2.2 A and AA, serious or worse: each with the element; none is the wish. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  // Evaluated and not added as a script, which the content policy would not run.
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } }).then(found => found.violations)`,
  )) as readonly Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
    );
}

/** Whether a page is wider than its window, which makes people scroll sideways. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** What every page must hold in every state: no serious fault, and no scrolling sideways. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await seriousFaults(page), page.url()).toEqual([]);
  expect(await overflows(page), page.url()).toBe(false);
}
