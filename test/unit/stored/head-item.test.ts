import { expect, test } from 'vitest';
import { headItem } from '../../../functions/records/dossiers/change-items.ts';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { filed } from '../../support/lifecycle/paper-dossier.ts';

const labels = { procedureName: 'Thủ tục', field: 'Đất đai', duplicates: [] };
const stored = (head: DossierHead) => headItem(head, labels)['head'] as Record<string, unknown>;
const { head } = filed('1.001193');

test('a new dossier’s head is stored without what the release before does not know', () => {
  expect(Object.keys(stored(head))).not.toEqual(expect.arrayContaining(['interests']));
  expect(Object.keys(stored(head))).not.toEqual(expect.arrayContaining(['signature']));
  expect(dossierHead.parse(stored(head))).toEqual(head);
});

test('interests and a signature are stored where there are any', () => {
  const signed = {
    ...head,
    interests: [{ officer: 'an.h44', at: '2026-11-23T09:00:00+07:00' }],
    signature: dossierHead.shape.signature.parse({
      form: 'direct',
      for: null,
      position: 'Chủ tịch',
      authorization: 'au_00000000000000000000000000',
      from: '2026-11-23',
      to: null,
    }),
  };
  expect(stored(signed)).toEqual(signed);
  expect(dossierHead.parse(stored(signed))).toEqual(signed);
});
