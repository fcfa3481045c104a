import type { AccessBasis, DossierRead } from '../../../schemas/stored/access-record.ts';

const WORDS: Readonly<Record<AccessBasis, { readonly vi: string; readonly en: string }>> = {
  task: { vi: 'Đang được phân công xử lý hồ sơ', en: 'Was assigned a task in the dossier' },
  unit: {
    vi: 'Đơn vị tiếp nhận, giải quyết hoặc được lấy ý kiến về hồ sơ',
    en: 'Their unit received, decided or was consulted on the dossier',
  },
  oversight: { vi: 'Theo dõi việc giải quyết hồ sơ toàn tỉnh', en: 'Oversaw dossiers across the province' },
  audit: { vi: 'Thanh tra, kiểm tra', en: 'Inspection' },
  representative: {
    vi: 'Đại diện theo pháp luật hoặc giám hộ của chủ hồ sơ',
    en: 'Legal representative or guardian of the owner',
  },
  submitter: { vi: 'Đã nộp hồ sơ thay cho chủ hồ sơ', en: 'Submitted the dossier on behalf of its owner' },
};

const NONE = { vi: 'Xem nhật ký truy cập', en: 'Viewed the access records' };

/** Why the dossiers of an access record were shown, in words. */
export function accessReason(dossiers: readonly DossierRead[], language: 'vi' | 'en'): string {
  const bases = [...new Set(dossiers.map(({ basis }) => basis))];
  return bases.length === 0 ? NONE[language] : bases.map(basis => WORDS[basis][language]).join('; ');
}
