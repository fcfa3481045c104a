import * as z from 'zod';
import { readDossierCode } from '../codes/dossier-code.ts';
import { identityNumber } from '../codes/identity-number.ts';
import { oneLine } from '../text.ts';
import { says } from '../words.ts';

/** What is owed the state for land; names and legal bases are in law/land-obligations.json. */
export const obligationKind = z
  .enum(['registrationFee', 'personalIncomeTax', 'landUseFee', 'landRent'])
  .meta({ id: 'LandObligationKind', description: 'Kind of a land obligation (khoản nghĩa vụ tài chính)' });
export type ObligationKind = z.infer<typeof obligationKind>;

/** The dossier and number of a slip's id; undefined when it is not one. */
export function readSlipId(text: string): { dossier: string; number: number } | undefined {
  const match = /^(?<dossier>.+)\.pc(?<number>[1-9]\d{0,2})$/.exec(text);
  const dossier = match?.groups?.['dossier'] ?? '';
  return readDossierCode(dossier) ? { dossier, number: Number(match?.groups?.['number']) } : undefined;
}

export const formatSlipId = (dossier: string, number: number): string => `${dossier}.pc${number}`;

/** Id of a transfer slip: the dossier's code and the slip's number in it. The same whenever it is sent again. */
export const slipId = z
  .string()
  .max(60)
  .refine(
    text => readSlipId(text) !== undefined,
    says({
      vi: 'phải là mã phiếu chuyển dạng H44.101-261121-0001.pc1',
      en: 'must be the id of a transfer slip such as H44.101-261121-0001.pc1',
    }),
  )
  .meta({
    id: 'LandSlipId',
    description: 'Transfer slip (phiếu chuyển)',
    example: 'H44.101-261121-0001.pc1',
  });

const AREA = {
  vi: 'phải là số mét vuông lớn hơn 0, nhiều nhất hai chữ số sau dấu chấm, ví dụ 120.5',
  en: 'must be square metres above 0 with at most two decimals, such as 120.5',
};

/** A parcel of land (thửa đất) as the cadastral papers of the dossier have it. */
export const landParcel = z
  .strictObject({
    /** Số thửa, số tờ bản đồ. */
    parcel: oneLine(1, 20),
    mapSheet: oneLine(1, 20),
    address: oneLine(1, 300),
    /** In square metres, as text: with at most two decimals it is no number to be rounded. */
    area: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,2})?$/, says(AREA))
      .refine(text => /[1-9]/.test(text), says(AREA)),
    /** Loại đất, mục đích sử dụng. */
    use: oneLine(1, 100),
    /** Hạng, vị trí đất: what its price depends on. */
    position: oneLine(1, 200),
    /** Nguồn gốc sử dụng đất. */
    origin: oneLine(1, 300),
  })
  .meta({ id: 'LandParcel', description: 'Parcel of land (thửa đất)' });
export type LandParcel = z.infer<typeof landParcel>;

/** Which of the parties owes what: `applicant` is the owner of the dossier, `other` the other party to the transfer. */
export const obliged = z.enum(['applicant', 'other']);

/** What the tax office is asked to determine, each kind once. */
export const askedObligations = z
  .array(z.strictObject({ kind: obligationKind, obliged }))
  .min(1)
  .max(obligationKind.options.length)
  .refine(
    all => new Set(all.map(({ kind }) => kind)).size === all.length,
    says({ vi: 'mỗi khoản chỉ ghi một lần', en: 'each kind may be named once only' }),
  );

/** The other party: who transfers the land, or to whom it goes. */
export const otherParty = z.strictObject({ name: oneLine(1, 200), identityNumber });
