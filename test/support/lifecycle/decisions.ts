import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';

type Decision<D extends TaskDecisionBody['decision']> = Extract<TaskDecisionBody, { decision: D }>;

/** Decisions as officers of these tests make them. */
export const accept: Decision<'accept'> = { decision: 'accept' };
export const forward: Decision<'forward'> = { decision: 'forward' };
export const approve: Decision<'approve'> = { decision: 'approve', text: 'Đồng ý giải quyết' };
export const opinion: Decision<'giveOpinion'> = { decision: 'giveOpinion', opinion: 'Phù hợp', agrees: true };
export const consult: Decision<'consult'> = { decision: 'consult', question: 'Có phù hợp quy hoạch không?' };
export const stop: Decision<'stop'> = { decision: 'stop', reason: 'Chủ hồ sơ đề nghị' };
export const missing: Decision<'requestSupplement'> = {
  decision: 'requestSupplement',
  reason: 'Thiếu giấy tờ',
  items: ['Bản sao'],
};
export const extend: Decision<'extend'> = {
  decision: 'extend',
  reason: 'Cần xác minh',
  newDueOn: '2026-03-19',
  apology: 'Thành thật xin lỗi',
};
