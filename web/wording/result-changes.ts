import { wording } from './language.tsx';

interface ChangeWords {
  readonly kinds: { readonly revoke: string; readonly correct: string };
  /** The grounds of law/result-changes.json, by kind; a test compares the codes. */
  readonly grounds: Readonly<Record<'revoke' | 'correct', Readonly<Record<string, string>>>>;
}

/** What the changes of an issued result are called, and the grounds on which they are made. */
export const changeWords = wording<ChangeWords>({
  vi: {
    kinds: { revoke: 'Thu hồi kết quả', correct: 'Đính chính: cấp kết quả mới thay thế' },
    grounds: {
      revoke: {
        notEntitled: 'Cấp không đúng quy định (không đủ điều kiện, không đúng thẩm quyền)',
        falsePapers: 'Hồ sơ có giấy tờ giả mạo hoặc kê khai không đúng sự thật',
        ruling: 'Theo bản án, quyết định của Tòa án, quyết định giải quyết khiếu nại, kết luận thanh tra',
        holderAsks: 'Theo đề nghị của người được cấp',
        otherLaw: 'Trường hợp khác theo pháp luật chuyên ngành',
      },
      correct: {
        agencyMistake: 'Sai sót do cơ quan cấp',
        presentation: 'Sai sót về thể thức, kỹ thuật trình bày',
        holdersData: 'Thông tin của người được cấp được đính chính',
      },
    },
  },
  en: {
    kinds: { revoke: 'Revoke the result', correct: 'Correct it: a new result takes its place' },
    grounds: {
      revoke: {
        notEntitled: 'Issued against the rules (conditions not met, or not the competent agency)',
        falsePapers: 'Forged papers or false statements in the dossier',
        ruling: 'Court ruling, decision of a complaint, conclusion of an inspection',
        holderAsks: 'Its holder asks for it',
        otherLaw: 'Another case of special law',
      },
      correct: {
        agencyMistake: 'A mistake of the issuing agency',
        presentation: 'A mistake of form or presentation',
        holdersData: 'Details of the holder were corrected',
      },
    },
  },
});
