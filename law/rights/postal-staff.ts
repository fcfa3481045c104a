import type { PlannedTask } from '../../schemas/dossier/task.ts';

/**
 * What staff of the public post (nhân viên bưu chính) decide at a unit's counter: they take in dossiers and
 * papers, and hand results over (NĐ 118/2025/NĐ-CP Đ5, as amended by NĐ 309/2026/NĐ-CP; its wording was not
 * at hand, so the list is the narrow one and is to be confirmed). Declining, asking for a supplement and
 * taking money are the reception's.
 */
export const postalStaff: Partial<Record<PlannedTask['phase'], readonly string[]>> = {
  reception: ['accept'],
  supplement: ['recordSupplement'],
  collection: ['handOver'],
};
