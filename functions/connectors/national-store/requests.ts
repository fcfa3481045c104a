import { MOST_KINDS, type StoreRequest, storeRequest } from '../../../schemas/outside/national-store.ts';
import type { StoreQuestion } from '../../domain/ports/national-store.ts';

const CHANNELS = { counter: '1', online: '2', post: '3' } as const;

/** A question in the store's format: more than once for a procedure that takes more kinds than one request names. */
export function requestsOf(question: StoreQuestion): StoreRequest[] {
  const { owner, requester, channel, procedure, wanted } = question;
  const kinds = wanted.map(({ kind, number = '' }) => ({ MaKetQua: kind, SoKyHieu: number }));
  return Array.from({ length: Math.ceil(kinds.length / MOST_KINDS) }, (_, at) =>
    storeRequest.parse({
      SoDinhDanhChuSoHuu: owner,
      HoTenNguoiYeuCau: requester.name,
      KenhThucHien: CHANNELS[channel],
      SoDinhDanhNguoiYeuCau: requester.number,
      MaThuTuc: procedure,
      DanhSachDanhMucKetQua: kinds.slice(at * MOST_KINDS, (at + 1) * MOST_KINDS),
    }),
  );
}
