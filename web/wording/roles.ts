import type { OfficerRole } from '../api/generated.ts';
import { wording } from './language.tsx';

/** What officers' roles are called at the desk. */
export const roleNames = wording<Readonly<Record<OfficerRole, string>>>({
  vi: {
    reception: 'Tiếp nhận',
    handler: 'Thụ lý',
    leader: 'Lãnh đạo phòng',
    signer: 'Lãnh đạo ký',
    registryClerk: 'Văn thư',
    overseer: 'Theo dõi toàn tỉnh',
    administrator: 'Quản trị',
    auditor: 'Thanh tra',
    postal: 'Nhân viên bưu chính',
  },
  en: {
    reception: 'Reception',
    handler: 'Handler',
    leader: 'Leader',
    signer: 'Signer',
    registryClerk: 'Registry clerk',
    overseer: 'Overseer',
    administrator: 'Administrator',
    auditor: 'Auditor',
    postal: 'Postal staff',
  },
});
