import * as z from 'zod';
import { oneLine } from '../text.ts';

/** Who came for a result. */
export const collector = z.enum(['owner', 'representative', 'authorized']).meta({
  id: 'Collector',
  description:
    'Who collects: the owner (chủ hồ sơ), their legal representative, somebody authorized in writing (ủy quyền)',
});

/** The receipt slip (giấy tiếp nhận) at collection. */
export const slipAtCollection = z.enum(['handedBack', 'lost']).meta({
  id: 'SlipAtCollection',
  description:
    'Whether the receipt slip was handed back, or is lost and the collector’s identity was checked instead',
});

/** How the collector attests that they have the result. */
export const attestation = z.enum(['signature', 'thumbPrint']).meta({
  id: 'Attestation',
  description: 'Signature, or a thumb print before witnesses where somebody cannot sign (điểm chỉ)',
});

/** How many signs a consignment's number may have. */
const CONSIGNMENT = 40;

/** How a result was collected, as an officer records it. No identity number: it is looked at, not kept. */
export const collectionMembers = {
  receivedBy: oneLine(2, 200).optional(),
  collector: collector.optional(),
  /** Number and date of the authorization (giấy ủy quyền). */
  authorization: oneLine(3, 200).optional(),
  slip: slipAtCollection.optional(),
  attestedBy: attestation.optional(),
  /** How many witnessed a thumb print; who they are stands on the paper they sign. */
  witnesses: z.int().min(1).max(2).optional(),
  /** By post: the number of the consignment (số hiệu bưu gửi). */
  consignment: oneLine(6, CONSIGNMENT).optional(),
  /** What the collector’s QR code says (mã nhận kết quả), as it was scanned. */
  collectionCode: oneLine(10, 120).optional(),
};

export const collectionBody = z.strictObject(collectionMembers);
export type CollectionBody = z.infer<typeof collectionBody>;

/** The same in the ledger. */
export const keptCollection = z.strictObject({
  collector: collector.nullable(),
  authorization: z.string().max(200).nullable(),
  slip: slipAtCollection.nullable(),
  attestedBy: attestation.nullable(),
  witnesses: z.int().min(0).max(2),
  /** The collector showed the code that the owner was given for it. */
  byCode: z.literal(true).optional(),
});

/** The number of a consignment in the ledger: capitals and digits. */
export const keptConsignment = z.string().max(CONSIGNMENT);
export type KeptCollection = z.infer<typeof keptCollection>;
