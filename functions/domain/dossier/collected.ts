import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { CollectionBody, KeptCollection } from '../../../schemas/dossier/collection.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { readConsignment } from './consignment.ts';

/** How a collection is kept: who has it by name, and the rest; undefined where only a name was given. */
export interface Collected {
  readonly receivedBy: string | null;
  readonly collection?: KeptCollection;
  readonly consignment?: string;
}

/**
 * Reads how a result was collected. Refuses what an inspector would ask about later: somebody without a paper that
 * authorizes them, a lost slip without the name of who showed an identity card instead, a thumb print without a
 * witness.
 */
export function readCollection(head: Pick<DossierHead, 'returnBy'>, body: CollectionBody): Collected {
  const { receivedBy, collector, authorization, slip, attestedBy, witnesses, collectionCode } = body;
  if ((collector === 'authorized') !== (authorization !== undefined))
    refuseField(
      'request-invalid',
      '/authorization',
      collector === 'authorized'
        ? {
            vi: 'Người được ủy quyền phải có giấy ủy quyền: hãy ghi số, ngày.',
            en: 'Give number and date of the paper that authorizes the collector.',
          }
        : {
            vi: 'Chỉ ghi giấy ủy quyền khi người nhận là người được ủy quyền.',
            en: 'Only somebody authorized has a paper that says so.',
          },
    );
  if (receivedBy === undefined && (slip === 'lost' || (collector !== undefined && collector !== 'owner')))
    refuseField('request-invalid', '/receivedBy', {
      vi: 'Hãy ghi họ tên người nhận theo giấy tờ tùy thân đã đối chiếu.',
      en: 'Give the collector’s name as their identity paper shows it.',
    });
  if ((attestedBy === 'thumbPrint') !== (witnesses !== undefined))
    refuseField(
      'request-invalid',
      '/witnesses',
      attestedBy === 'thumbPrint'
        ? {
            vi: 'Điểm chỉ phải có người làm chứng: hãy ghi số người.',
            en: 'A thumb print needs witnesses: say how many.',
          }
        : { vi: 'Chỉ ghi người làm chứng khi điểm chỉ.', en: 'Only a thumb print has witnesses.' },
    );
  const consignment = readConsignment(head, body);
  const posted = consignment === undefined ? {} : { consignment };
  const said = [collector, slip, attestedBy, collectionCode].some(one => one !== undefined);
  if (!said) return { receivedBy: receivedBy ?? null, ...posted };
  return {
    receivedBy: receivedBy ?? null,
    ...posted,
    collection: {
      collector: collector ?? null,
      authorization: authorization ?? null,
      slip: slip ?? null,
      attestedBy: attestedBy ?? null,
      witnesses: witnesses ?? 0,
      // That it fits is seen before: see `demandCollectionCode`.
      ...(collectionCode !== undefined && { byCode: true as const }),
    },
  };
}
