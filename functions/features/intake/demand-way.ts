import type { Submission } from '../../../schemas/api/dossier.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { demand } from '../../domain/rights/judge.ts';

/** Citizens and portals submit online; the receiving unit's reception records counter and post. */
export function demandWay(caller: Principal, body: Submission): void {
  const officer = caller.kind === 'officer';
  demand(caller, 'dossier.submit', new Set(officer && caller.unit === body.receivingUnit ? ['unit'] : []));
  if (officer === (body.channel === 'online')) {
    throw new ProblemError(
      'channel-not-offered',
      officer
        ? {
            vi: 'Cán bộ chỉ ghi nhận hồ sơ nộp trực tiếp hoặc qua bưu chính.',
            en: 'Officers only record dossiers submitted at the counter or by post.',
          }
        : {
            vi: 'Hãy nộp trực tuyến: hồ sơ nộp trực tiếp hoặc qua bưu chính do bộ phận tiếp nhận ghi nhận.',
            en: 'Submit online: dossiers handed in at the counter or sent by post are recorded by reception.',
          },
      {
        faults: [
          {
            pointer: '/channel',
            message: officer
              ? { vi: 'phải là counter (trực tiếp) hoặc post (bưu chính)', en: 'must be counter or post' }
              : { vi: 'phải là online (trực tuyến)', en: 'must be online' },
          },
        ],
      },
    );
  }
}
