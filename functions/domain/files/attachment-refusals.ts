import type { FileRefusal } from '../../../schemas/stored/file.ts';
import type { OfficeFault } from './office.ts';

const unusable = (vi: string, en: string): FileRefusal => ({ code: 'file-unusable', vi, en });
const office = (vi: string, en: string): FileRefusal =>
  unusable(
    `tài liệu Office ${vi}: hãy lưu thành PDF rồi tải lên lại`,
    `the Office document ${en}: save it as PDF and upload that`,
  );

/** The refusals of Office documents. */
export const officeFaults: Readonly<Record<OfficeFault, FileRefusal>> = {
  macros: office('có macro hoặc lệnh tự chạy', 'has macros or acts by itself'),
  external: office('nạp nội dung từ nơi khác', 'loads content from elsewhere'),
  embedded: office('có tệp khác nhúng bên trong', 'has other files embedded'),
  encrypted: office('đặt mật khẩu hoặc mã hóa', 'has a password or is encrypted'),
  hidden: office('có phần không kiểm tra được', 'has parts that cannot be checked'),
};

/** Signatures say whether a text is what it was; a text without them is not a paper. */
export const unsignedXml = unusable(
  'tệp XML không có chữ ký số nên không nhận: hãy tải lên tệp đã ký hoặc bản PDF',
  'the XML file has no digital signature: upload the signed file, or a PDF',
);

export const activeXml = unusable(
  'tệp XML có phần khai báo hoặc cách hiển thị không kiểm tra được: hãy xuất lại tệp hoặc tải lên bản PDF',
  'the XML file declares entities or a display of its own, which cannot be checked: export it again or upload a PDF',
);

/** `reason`: what is wrong with the file inside. */
export const signedContent = ({ code, vi, en }: FileRefusal): FileRefusal => ({
  code,
  vi: `tệp nằm trong tệp ký số: ${vi}`,
  en: `the file within the signed file: ${en}`,
});

export const nothingSigned = unusable(
  'tệp .p7m chỉ có chữ ký, không có nội dung được ký: hãy tải lên tệp có nội dung, hoặc khai báo là application/pkcs7-signature',
  'the .p7m holds a signature, but not what was signed: upload the file with its content, or declare it as application/pkcs7-signature',
);
