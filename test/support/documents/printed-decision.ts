import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DecisionContent } from '../../../functions/domain/printing/decision-document.ts';
import { fontFiles } from '../../../schemas/printing/fonts.ts';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** The fonts as they lie beside the function; call `remove` when done. */
export function fontFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-fonts-'));
  for (const { from, to } of fontFiles()) cpSync(join(modules, from), join(folder, to));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A decision to print, with a text of its own. */
export function decisionWith(changed: Partial<DecisionContent>): DecisionContent {
  return {
    number: 'H44.101-KQ2026-000001',
    outcome: 'granted',
    text: 'Đồng ý.',
    procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    applicantName: 'Nguyễn Văn An',
    letterhead: { parent: null, agency: 'Ủy ban nhân dân phường Tân Hoà', place: 'Tân Hoà' },
    decidedAt: '2026-11-26T10:00:00+07:00',
    validUntil: undefined,
    dossier: 'H44.101-261126-0001',
    signature: null,
    registration: null,
    verificationCode: '7QK2M-04HXT-9ZB3W-C1VND-5RYEA8',
    ...changed,
  };
}

/**
 * The body of a printed decision, from its pages: what stands between the facts and the recipients, without page
 * numbers.
 */
export function bodyOf(pages: readonly string[], applicantName = 'Nguyễn Văn An'): string {
  const text = pages.map((page, index) => (index === 0 ? page : page.replace(/^\d+\s+/, ''))).join('\n');
  const from = text.indexOf(`Chủ hồ sơ: ${applicantName}`) + `Chủ hồ sơ: ${applicantName}`.length;
  return text.slice(from, text.lastIndexOf('Nơi nhận:'));
}
