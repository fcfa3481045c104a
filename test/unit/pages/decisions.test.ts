import { describe, expect, it } from 'vitest';
import { taskDecision } from '../../../schemas/api/decision.ts';
import { decisionBody } from '../../../web/officer/decision/decision-body.ts';
import { type DecisionName, decisionFields } from '../../../web/officer/decision/decision-fields.ts';
import { amountOf } from '../../../web/wording/typed-amount.ts';

type Task = Parameters<typeof decisionBody>[2];
const digest = 'a'.repeat(64);
const task = {
  phase: 'step',
  proposal: { digest },
  extension: { digest },
} as unknown as Task;

/** What an officer would enter in every field. */
const entered = {
  reason: 'Thiếu chữ ký.',
  note: '',
  items: 'Đơn có chữ ký\n\n  Bản vẽ rõ nét  ',
  components: ['c1'],
  amount: '1.500.000 đ',
  amountDue: '',
  method: 'cash',
  to: '',
  text: 'Đồng ý cấp giấy phép.',
  question: 'Có phù hợp quy hoạch không?',
  opinion: 'Phù hợp.',
  agrees: 'no',
  newDueOn: '2026-12-24',
  apology: 'Xin lỗi vì giải quyết chậm.',
  kind: 'publicPosting',
  document: 'Số 12, ngày 27/11/2026',
};

describe('the form of a decision', () => {
  it('makes of what was entered a body that the API takes, for every decision', () => {
    for (const decision of Object.keys(decisionFields) as DecisionName[]) {
      const more = decision === 'recordSupplement' ? { components: { c1: '2', c2: '', c3: '0' } } : {};
      const body = decisionBody(decision, { ...entered, ...more }, task);
      expect(taskDecision.safeParse(body), decision).toMatchObject({ success: true });
    }
  });

  it('asks for every member that the API has, and no other', () => {
    for (const option of taskDecision.options) {
      const { decision, proposal: _, ...members } = option.shape as Record<string, unknown>;
      const name = (decision as { value: DecisionName }).value;
      expect(decisionFields[name].map(field => field.name).toSorted(), name).toEqual(
        Object.keys(members).toSorted(),
      );
    }
  });

  it('takes reliefs back only where that was chosen', () => {
    const sent = (reliefs: Record<string, string>) => decisionBody('recordSupplement', { reliefs }, task);
    expect(sent({ half: '' })).toEqual({ decision: 'recordSupplement' });
    expect(sent({ half: '-' })).toEqual({ decision: 'recordSupplement', reliefs: [] });
    expect(sent({ half: '-', all: 'card:officer' })).toMatchObject({ reliefs: [{ relief: 'all' }] });
  });

  it('leaves out what was left empty, and takes each line by itself', () => {
    expect(decisionBody('accept', { amountDue: ' ', note: '' }, task)).toEqual({ decision: 'accept' });
    expect(decisionBody('requestSupplement', entered, task)).toMatchObject({
      items: ['Đơn có chữ ký', 'Bản vẽ rõ nét'],
      components: ['c1'],
    });
  });

  it('sends of a fee the case, what was counted, and reliefs with what proves them', () => {
    const body = decisionBody(
      'accept',
      {
        case: 'reissue',
        counts: { pages: '3', copies: ' ' },
        reliefs: {
          half: 'card:officer',
          'half/note': ' Đã xem trên VNeID ',
          fixed: 'paper',
          all: '',
          'all/note': 'x',
        },
      },
      task,
    );
    expect(body).toEqual({
      decision: 'accept',
      case: 'reissue',
      counts: { pages: 3 },
      reliefs: [
        { relief: 'half', evidence: { kind: 'card', attestedBy: 'officer', note: 'Đã xem trên VNeID' } },
        { relief: 'fixed', evidence: { kind: 'paper' } },
      ],
    });
    expect(taskDecision.safeParse(body)).toMatchObject({ success: true });
    expect(decisionBody('accept', { case: '', counts: { pages: '' }, reliefs: {} }, task)).toEqual({
      decision: 'accept',
    });
  });

  it('names what is signed, at a signature and for an apology only', () => {
    const signature = { ...task, phase: 'signature' } as Task;
    expect(decisionBody('approve', {}, signature)).toEqual({ decision: 'approve', proposal: digest });
    expect(decisionBody('approve', {}, task)).toEqual({ decision: 'approve' });
    expect(decisionBody('signApology', {}, task)).toEqual({ decision: 'signApology', proposal: digest });
  });

  it('reads amounts as people write them, and leaves to the API what is none', () => {
    expect(['150000', '150.000', '150.000 đ', '150 000 đồng'].map(amountOf)).toEqual(Array(4).fill(150_000));
    expect(['12,5', '-5', 'mười nghìn'].map(amountOf)).toEqual(['12,5', '-5', 'mười nghìn']);
  });
});
