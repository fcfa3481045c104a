import { wording } from './language.tsx';

/** The grounds on which officers may pause the clock; a province may have others, which have no words here. */
export const pauseNames = wording<Readonly<Record<string, string>>>({
  vi: {
    landObligationNotice: 'Chờ thông báo nghĩa vụ tài chính về đất đai của cơ quan thuế',
    landObligationPayment: 'Chờ người sử dụng đất thực hiện nghĩa vụ tài chính',
    publicPosting: 'Niêm yết công khai',
    identityConfirmation: 'Chờ công dân xác nhận trên VNeID',
    otherDecision: 'Chờ quyết định của cơ quan khác',
  },
  en: {
    landObligationNotice: 'Notice of a land obligation awaited',
    landObligationPayment: 'Payment of a land obligation awaited',
    publicPosting: 'Public posting',
    identityConfirmation: 'Confirmation of identity awaited',
    otherDecision: 'Decision of another agency awaited',
  },
});
