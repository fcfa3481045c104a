import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetDrafts, keepDraft, readDraft } from '../../../web/mine/new/draft.ts';
import { nothingEntered } from '../../../web/mine/new/entered.ts';
import { forgetAllUploads, keepUploads, keptUploads } from '../../../web/upload/kept-uploads.ts';
import { tabStorage } from './tab-storage.ts';

let kept: Record<string, string>;

beforeEach(() => {
  kept = tabStorage();
});
afterEach(() => vi.unstubAllGlobals());

const common = { field: 'c1', name: 'Giấy khai sinh của Bình.pdf', size: 7 };
const done = { ...common, key: 'k1', state: { kind: 'done', id: 'f_1' } } as const;

test('a file that was taken in is there again, without its name', () => {
  keepUploads('1.013225', [done, { ...common, key: 'k2', state: { kind: 'waiting' } }]);
  expect(keptUploads('1.013225')).toEqual([
    { key: 'f_1', field: 'c1', size: 7, name: '', state: { kind: 'done', id: 'f_1' } },
  ]);
  expect(JSON.stringify(kept)).not.toContain('Bình');
  expect(keptUploads('another form')).toEqual([]);
});

test('nothing is kept of a form whose files were all removed', () => {
  keepUploads('1.013225', [done]);
  keepUploads('1.013225', []);
  expect(Object.keys(kept)).toEqual([]);
});

test('a draft has nothing personal in it, and nothing stays when somebody signs out', () => {
  const entered = { ...nothingEntered, receivingUnit: 'H44.101', name: 'An', number: '025090000001' };
  keepDraft('1.013225', entered);
  keepUploads('1.013225', [done]);
  expect(readDraft('1.013225')).toEqual({ receivingUnit: 'H44.101', returnBy: 'electronic' });
  expect(JSON.stringify(kept)).not.toContain('025090000001');
  forgetDrafts();
  forgetAllUploads();
  expect(Object.keys(kept)).toEqual([]);
});
