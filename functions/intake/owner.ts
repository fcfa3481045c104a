import type { Submission } from '../../schemas/api/dossier.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { ProblemError } from '../domain/problem.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/**
 * The owner of the dossier by keyed digest. A citizen who submits for somebody else, or for an organisation they do not represent,
 * says so (nộp hộ, ủy quyền): actor and owner differ, with reason and consent.
 */
export function ownerOf(submission: Submission, caller: Principal, keyring: Keyring): string {
  const { applicant } = submission;
  if (caller.kind === 'citizen' && submission.onBehalf === undefined) {
    const own =
      applicant.kind === 'person' ? applicant.identityNumber : applicant.representative?.identityNumber;
    if (own !== caller.identityNumber) {
      throw new ProblemError(
        'request-invalid',
        {
          vi: 'Người nộp không phải chủ hồ sơ: hãy ghi lý do và sự đồng ý của chủ hồ sơ trong onBehalf.',
          en: 'The applicant is somebody else: say why and with what consent in onBehalf.',
        },
        {
          faults: [
            {
              pointer: '/onBehalf',
              message: {
                vi: 'cần có, vì người nộp không phải chủ hồ sơ',
                en: 'needed, because the applicant is not the caller',
              },
            },
          ],
        },
      );
    }
  }
  return keyring.personKey(applicant.kind === 'person' ? applicant.identityNumber : applicant.taxCode);
}
