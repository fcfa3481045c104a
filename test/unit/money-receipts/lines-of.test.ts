import { expect, it } from 'vitest';
import { linesOf } from '../../../functions/domain/money/receipts/lines-of.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { accept, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { table } from '../fees/samples.ts';

const pay = (amount: number): TaskDecisionBody => ({
  decision: 'recordPayment',
  amount: toDong(amount),
  method: 'cash',
});

it('a receipt has the lines of the bill that stood when the money came, whatever a supplement made of it', () => {
  const pages = (count: number) => ({ case: 'reissue', counts: { pages: count } });
  const paper = new PaperDossier('1.001612', { fee: table }).decide({ ...accept, ...pages(3) });
  paper.decide(pay(211_000)).decide({ ...missing, ...pages(5) });
  paper.supplement().decide(pay(4000));
  const payments = paper.ledger.flatMap(({ seq, data }) => (data.type === 'paid' ? [seq] : []));
  const procedure = { code: '1.001612', name: 'Thủ tục' };
  const counts = payments.map(seq =>
    linesOf(paper.ledger, procedure, seq)
      .filter(({ code }) => code === 'pages')
      .map(({ due }) => due),
  );
  expect(counts).toEqual([[6000], [10_000]]);
});
