import { useWords, wording } from '../wording/language.tsx';

const words = wording({
  vi: {
    hint: 'Tệp PDF hoặc ảnh chụp rõ nét; nhận cả tài liệu Office và tệp ký số. Mỗi giấy tờ có thể chọn nhiều tệp.',
  },
  en: {
    hint: 'PDF files or clear photos; Office documents and signed files, too; several files for one paper if you like.',
  },
});

/** Which files can be chosen: said once, above the fields of a form. */
export function FileHint() {
  return <p class="note">{useWords(words).hint}</p>;
}
