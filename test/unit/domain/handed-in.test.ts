import { describe, expect, test } from 'vitest';
import { roleOfFile } from '../../../functions/domain/dossier/file-role.ts';
import { handedIn } from '../../../functions/domain/dossier/handed-in.ts';
import type { Component } from '../../../schemas/catalogue/procedure.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const component = (id: string, required: boolean): Component => ({
  id,
  name: `Giấy tờ ${id}`,
  originals: 1,
  copies: 0,
  required,
});
const components = [component('c1', true), component('c2', true), component('c3', false)];
const given = (id: string, files: string[], paperCopies = 0) => ({ component: id, files, paperCopies });

function dossier() {
  return new PaperDossier('1.001193', {
    components: [given('c1', ['f_a']), given('c1', ['f_b']), given('c2', [])],
  });
}

const states = (of: PaperDossier) => handedIn(of.ledger, components).map(({ state }) => state);

describe('what was handed in', () => {
  test('is told by paper, with what is missing', () => {
    const paper = dossier();
    expect(states(paper)).toEqual(['handedIn', 'missing', 'notHandedIn']);
    const at = paper.head.submittedAt;
    const file = { handedInAt: at, handedInWith: 'submission', state: 'current' };
    expect(handedIn(paper.ledger, components)[0]).toMatchObject({
      paperCopies: 0,
      files: [
        { id: 'f_a', ...file },
        { id: 'f_b', ...file },
      ],
    });
  });

  test('keeps what the papers are, where somebody looked', () => {
    const paper = new PaperDossier('1.001193', {
      components: [{ ...given('c1', [], 2), paperKind: 'certified' as const }, given('c2', [], 1)],
    });
    const kinds = handedIn(paper.ledger, components).map(({ paperKind }) => paperKind);
    expect(kinds).toEqual(['certified', null, null]);
  });

  test('names what the supplement wants while it is waited for, and what took the place of what', () => {
    const paper = dossier().at('2026-03-02T09:00:00+07:00');
    const [asking] = paper.rules.procedure.components;
    if (!asking) throw new Error('the procedure asks for no paper');
    paper.decide({
      decision: 'requestSupplement',
      reason: 'Bản chụp mờ',
      items: ['Bản rõ hơn'],
      components: [asking.id],
    });
    const asked = [{ ...component(asking.id, true) }, component('c2', true)];
    expect(handedIn(paper.ledger, asked).map(({ state }) => state)).toEqual(['wanted', 'missing']);
    paper.at('2026-03-03T09:00:00+07:00').decide({
      decision: 'recordSupplement',
      components: [given(asking.id, ['f_c'], 1)],
    });
    const [first] = handedIn(paper.ledger, asked);
    expect(first).toMatchObject({ state: 'handedIn', paperCopies: 1 });
    expect(first?.files.map(({ id, state, handedInWith }) => [id, state, handedInWith])).toEqual([
      ['f_a', 'replaced', 'submission'],
      ['f_b', 'replaced', 'submission'],
      ['f_c', 'current', 'supplement'],
    ]);
  });

  test('nothing is wanted any more once the dossier was withdrawn', () => {
    const paper = dossier().at('2026-03-02T09:00:00+07:00');
    const [asking] = paper.rules.procedure.components;
    paper.decide({
      decision: 'requestSupplement',
      reason: 'Bản chụp mờ',
      items: ['Bản rõ hơn'],
      components: [asking?.id ?? ''],
    });
    paper.withdraw();
    expect(states(paper)[0]).toBe('handedIn');
  });

  test('a supplement can only want papers of the procedure', () => {
    const ask = () =>
      dossier()
        .at('2026-03-02T09:00:00+07:00')
        .decide({
          decision: 'requestSupplement',
          reason: 'Thiếu',
          items: ['Giấy'],
          components: ['c1', 'zz'],
        });
    expect(ask).toThrow(expect.objectContaining({ code: 'component-unknown' }));
  });
});

test('a file is a paper or a result by what the ledger says of it, and nothing where it says nothing', () => {
  const paper = dossier().at('2026-03-02T09:00:00+07:00').decide({ decision: 'accept' });
  paper.decide({ decision: 'approve', text: 'Đồng ý.', resultFile: 'f_r' });
  expect(['f_a', 'f_b', 'f_r', 'f_x'].map(file => roleOfFile(paper.ledger, file))).toEqual([
    'paper',
    'paper',
    'resultFile',
    undefined,
  ]);
});
