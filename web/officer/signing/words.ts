import { wording } from '../../wording/language.tsx';

/** How a signature ended: signed, or the title of the refusal. */
export type Signed = 'signed' | { readonly title: string };

export const words = wording({
  vi: {
    title: 'Ký duyệt',
    lead: 'Mở từng hồ sơ, đọc nội dung trình, đánh dấu những hồ sơ sẽ ký; rồi ký tất cả bằng một lần xác nhận. Mỗi lần ký chỉ có hiệu lực với đúng nội dung đã hiển thị.',
    empty: 'Không có hồ sơ nào chờ ký.',
    nothingProposed: 'Chưa có nội dung trình ký.',
    whole: 'Xem cả hồ sơ',
    willSign: 'Tôi đã đọc và sẽ ký nội dung này',
    read: 'Đã đọc, chờ ký',
    signed: 'Đã ký',
    changed: 'Nội dung trình đã thay đổi: hãy đọc lại.',
    sign: (count: number) => (count === 0 ? 'Chọn hồ sơ để ký' : `Ký ${count} hồ sơ`),
    due: 'hạn',
    confirmTitle: (count: number) => `Ký ${count} hồ sơ?`,
    confirm: 'Ông/bà ký đúng những nội dung có mã băm sau:',
    yes: 'Ký',
    progress: (done: number, all: number) => `Đã ký ${done}/${all}.`,
    unreachable: 'Không kết nối được máy chủ; hãy ký lại.',
  },
  en: {
    title: 'Signing',
    lead: 'Open each dossier, read what is proposed, mark those you will sign; then sign all of them by one confirmation. Each signature is bound to exactly what was shown.',
    empty: 'No dossier waits for a signature.',
    nothingProposed: 'Nothing is proposed yet.',
    whole: 'Show the whole dossier',
    willSign: 'I have read this and will sign it',
    read: 'Read, to be signed',
    signed: 'Signed',
    changed: 'The proposal has changed: read it again.',
    sign: (count: number) => (count === 0 ? 'Choose what to sign' : `Sign ${count} dossiers`),
    due: 'due',
    confirmTitle: (count: number) => `Sign ${count} dossiers?`,
    confirm: 'You sign exactly what has these digests:',
    yes: 'Sign',
    progress: (done: number, all: number) => `${done} of ${all} signed.`,
    unreachable: 'The server cannot be reached; sign again.',
  },
});
