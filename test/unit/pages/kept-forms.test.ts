import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { areFormsKept, bringForms, keepForms, showForm, takeForm } from '../../../web/session/kept-forms.ts';
import { tabStorage } from './tab-storage.ts';

let kept: Record<string, string>;
let ends: (() => void)[];

beforeEach(() => {
  kept = tabStorage();
  ends = [];
});
afterEach(() => {
  for (const end of ends) end();
  vi.unstubAllGlobals();
});

const show = (name: string, entered: () => unknown) => ends.push(showForm(name, entered));

describe('what was entered, over a new sign-in', () => {
  test('is not in the tab before somebody chooses to sign in again', () => {
    show('counter', () => ({ name: 'Đỗ Văn Giang' }));
    expect(kept).toEqual({});
    keepForms('/officer a');
    expect(JSON.stringify(kept)).toContain('Đỗ Văn Giang');
    expect(areFormsKept()).toBe(true);
  });

  test('is given back once to the same account, and is out of the tab at once', () => {
    show('counter', () => ({ name: 'Đỗ Văn Giang' }));
    keepForms('/officer a');
    bringForms('/officer a');
    expect(kept).toEqual({});
    expect(takeForm('counter')).toEqual({ name: 'Đỗ Văn Giang' });
    expect(takeForm('counter')).toBeUndefined();
  });

  test('is thrown away when another account signs in, and does not come back for the first', () => {
    show('counter', () => 'Bí mật');
    keepForms('/officer a');
    bringForms('/officer b');
    expect(kept).toEqual({});
    expect(takeForm('counter')).toBeUndefined();
    bringForms('/officer a');
    expect(takeForm('counter')).toBeUndefined();
  });

  test('is only that of forms that are shown and have something in them', () => {
    showForm('closed', () => 'Bí mật')();
    show('empty', () => undefined);
    keepForms('/officer a');
    expect(areFormsKept()).toBe(false);
  });

  test('is asked for when it is to be kept, not when the form was opened', () => {
    let typed = '';
    show('note', () => typed);
    typed = 'Đã ký.';
    keepForms('/mine a');
    bringForms('/mine a');
    expect(takeForm('note')).toBe('Đã ký.');
  });
});
