import * as z from 'zod';

/**
 * What an officer may do in a unit. reception: counter (tiếp nhận và trả kết quả); handler: examines (thụ lý);
 * leader: head of the section (lãnh đạo phòng); signer: signs results (lãnh đạo ký); registryClerk: numbers what was
 * signed, enters it in the register and applies the agency's seal (văn thư); overseer: reads the whole
 * province (theo dõi toàn tỉnh); administrator: catalogue, units, calendars (quản trị); auditor: reads everything,
 * decides nothing (thanh tra, kiểm tra); postal: staff of the public post at a counter, who receives dossiers and
 * hands results over (nhân viên bưu chính).
 */
export const officerRole = z
  .enum([
    'reception',
    'handler',
    'leader',
    'signer',
    'registryClerk',
    'overseer',
    'administrator',
    'auditor',
    'postal',
  ])
  .meta({ id: 'OfficerRole', description: 'Role of an officer' });
export type OfficerRole = z.infer<typeof officerRole>;

/** Roles that tasks are for. */
export const workingRoles = [
  'reception',
  'handler',
  'leader',
  'signer',
  'registryClerk',
] as const satisfies readonly OfficerRole[];
