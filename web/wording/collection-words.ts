import type { Attestation, Collector, SlipAtCollection } from '../api/generated.ts';
import { wording } from './language.tsx';

interface Names {
  readonly collector: Readonly<Record<Collector, string>>;
  readonly slip: Readonly<Record<SlipAtCollection, string>>;
  readonly byCode: string;
  readonly attestedBy: Readonly<Record<Attestation, string>>;
}

/** How a result is collected: who comes, with which paper, how they attest it. */
export const collectionNames = wording<Names>({
  vi: {
    collector: {
      owner: 'Chủ hồ sơ',
      representative: 'Người đại diện theo pháp luật',
      authorized: 'Người được ủy quyền',
    },
    byCode: 'Đã quét, đúng',
    slip: { handedBack: 'Đã nộp lại', lost: 'Bị mất, đã đối chiếu giấy tờ tùy thân' },
    attestedBy: { signature: 'Ký nhận', thumbPrint: 'Điểm chỉ, có người làm chứng' },
  },
  en: {
    collector: {
      owner: 'The owner',
      representative: 'Their legal representative',
      authorized: 'Somebody authorized',
    },
    byCode: 'Scanned, and right',
    slip: { handedBack: 'Handed back', lost: 'Lost; an identity paper was checked' },
    attestedBy: { signature: 'Signature', thumbPrint: 'Thumb print before witnesses' },
  },
});
