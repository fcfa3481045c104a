import { storeAnswer, storeAttachment, storedPaper } from '../../../schemas/outside/national-store.ts';
import { refusalOf } from '../../../schemas/text-faults.ts';
import type { StoreFile, StoreMissed, StorePaper } from '../../domain/ports/national-store.ts';
import { missed, speakable } from '../../kernel/outside/missed.ts';

const MOST_PAPERS = 100;
const MOST_FILES = 20;
const FINE: ReadonlySet<string> = new Set(['0', '00']);

/** The papers of an answer; those that cannot be read, or whose texts nobody should be shown, are left out. */
export function readPapers(
  body: unknown,
): { readonly state: 'answered'; readonly papers: readonly StorePaper[] } | StoreMissed {
  const answer = storeAnswer.safeParse(body);
  if (!answer.success) return missed('untrustworthy', 'malformed');
  const { errorCode, result } = answer.data;
  const code = String(errorCode).trim();
  if (!FINE.has(code)) return missed('refused', `code-${speakable(code)}`);
  const papers = (result?.DanhSachGiayToKetQua ?? []).flatMap(paperOf).slice(0, MOST_PAPERS);
  return { state: 'answered', papers };
}

function paperOf(told: unknown): StorePaper[] {
  const { success, data } = storedPaper.safeParse(told);
  if (!success) return [];
  const paper = {
    kind: data.MaKetQua.trim(),
    name: lineOf(data.TenGiayTo),
    number: lineOf(data.SoKyHieu),
    agency: lineOf(data.CoQuanChuQuan),
    files: (data.DanhSachTepDinhKem ?? []).flatMap(fileOf).slice(0, MOST_FILES),
  };
  const shown = [paper.kind, paper.name, paper.number, paper.agency, ...paper.files.map(({ name }) => name)];
  return paper.number === '' || shown.some(text => refusalOf(text) !== undefined) ? [] : [paper];
}

function fileOf(told: unknown): StoreFile[] {
  const { success, data } = storeAttachment.safeParse(told);
  return success ? [{ name: lineOf(data.TenTep), place: data.DuongDan }] : [];
}

const lineOf = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
