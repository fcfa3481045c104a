import { wording } from '../wording/language.tsx';

export const words = wording({
  vi: {
    title: 'Bàn ký',
    pairing: 'Ghép máy tính bảng này làm bàn ký',
    pairingMeans:
      'Cán bộ tiếp nhận mở “Bàn ký” trên trang làm việc, chọn “Ghép bàn ký” và cho biết mã gồm 10 chữ và số. Việc ghép kết thúc lúc nửa đêm.',
    code: 'Mã ghép',
    pair: 'Ghép',
    ended: 'Việc ghép đã kết thúc. Hãy ghép lại.',
    welcome: 'Xin chào',
    idle: 'Văn bản cần ký sẽ hiện ở đây.',
    lost: 'Mất kết nối, đang thử lại…',
    read: 'Mời ông/bà đọc văn bản rồi ký bên dưới',
    file: 'Xem tệp PDF',
    document: 'Nội dung văn bản',
    here: (name: string) => (name === '' ? 'Ký vào khung này' : `Mời ${name} ký vào khung này`),
    field: 'Khung ký: ký bằng bút, ngón tay hoặc chuột',
    means:
      'Nét chữ ký tay, lực nhấn và thời gian ký được lưu kèm văn bản làm chứng cứ. Đây không phải là chữ ký số.',
    again: 'Ký lại',
    done: 'Xong',
    decline: 'Không ký',
    thanks: 'Cảm ơn ông/bà. Nét ký đã được gửi.',
    declined: 'Ông/bà đã chọn không ký. Cán bộ tại quầy sẽ hướng dẫn tiếp.',
    over: 'Yêu cầu ký đã kết thúc. Nếu chưa ký, xin ông/bà báo cán bộ tại quầy.',
  },
  en: {
    title: 'Signing pad',
    pairing: 'Pair this tablet as a signing pad',
    pairingMeans:
      'An officer of reception opens “Signing pads” at their desk, chooses “Pair a pad” and tells the code of 10 letters and digits. The pairing ends at midnight.',
    code: 'Pairing code',
    pair: 'Pair',
    ended: 'The pairing has ended. Pair it again.',
    welcome: 'Welcome',
    idle: 'What is to be signed appears here.',
    lost: 'No connection, trying again…',
    read: 'Please read the document, then sign below',
    file: 'Open the PDF file',
    document: 'What the document says',
    here: (name: string) => (name === '' ? 'Sign in this field' : `${name} signs in this field`),
    field: 'Field to sign in: with a pen, a finger or a mouse',
    means:
      'The handwriting, its pressure and its time are kept with the document as evidence. It is not a digital signature.',
    again: 'Sign again',
    done: 'Done',
    decline: 'Do not sign',
    thanks: 'Thank you. Your handwriting was sent.',
    declined: 'You chose not to sign.',
    over: 'The request to sign is over.',
  },
});
