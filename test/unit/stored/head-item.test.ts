import { expect, test } from 'vitest';
import { accountOf } from '../../../functions/domain/money/account/account-of.ts';
import { headItem } from '../../../functions/records/dossiers/change-items.ts';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { filed } from '../../support/lifecycle/paper-dossier.ts';

const labels = { procedureName: 'Thủ tục', field: 'Đất đai', duplicates: [] };
const stored = (head: DossierHead) => headItem(head, labels)['head'] as Record<string, unknown>;
const { head } = filed('1.001193');

test('a new dossier’s head is stored without what the release before does not know', () => {
  const unknown = [
    ...['interests', 'signature', 'registration', 'resultChange', 'correction', 'resultRevokedAt'],
    ...['archive', 'legalHold', 'reused', 'account', 'landTax', 'reliefsAsked'],
  ];
  expect(unknown.filter(name => name in stored(head))).toEqual([]);
  expect(dossierHead.parse(stored(head))).toEqual(head);
});

test('what the release before does not know is stored where there is any', () => {
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
    registration: { register: 'outgoing', documentNumber: '07/KQ-UBND', documentDate: '2026-11-23' },
    resultChange: {
      kind: 'revoke' as const,
      ground: 'holderAsks',
      reason: 'Theo đơn',
      text: null,
      resultFile: null,
      task: 'H44.101-260302-0001.t9',
    },
    correction: {
      ground: 'agencyMistake',
      text: 'Nội dung mới',
      resultFile: null,
      signature: null,
      signedAt: '2026-11-23T09:00:00+07:00',
    },
    resultRevokedAt: '2026-11-23T09:00:00+07:00',
    archive: {
      batch: 'ar_00000000000000000000000000',
      retention: 'ordinary',
      until: '2046-12-31',
      at: '2026-11-23T09:00:00+07:00',
    },
    legalHold: { by: 'an.h44', at: '2026-11-23T09:00:00+07:00' },
    reused: { c2: 3 as const },
    account: accountOf(head),
    landTax: dossierHead.shape.landTax.parse({
      ...{ slip: 'H44.101-260302-0001.pc1', slips: 1, kinds: [], refused: null, notice: null, paid: [] },
    }),
    reliefsAsked: [{ relief: 'digital-residence', evidence: 'digital-citizen' }],
  };
  expect(stored(signed)).toEqual(signed);
  expect(dossierHead.parse(stored(signed))).toEqual(signed);
});
