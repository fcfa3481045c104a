import type { KeptInk } from '../../../schemas/stored/ink.ts';

/**
 * What a signing pad (bàn ký điện tử) gives for the document whose digest it was shown: strokes of a tablet, or picture,
 * encrypted points and serial number of a hardware pad, which an agent at the desk hands in. Whichever pad it is, its
 * ink comes in by this one door and is bound to that digest. It is evidence beside the document, no digital signature.
 */
export interface TakenInk {
  /** Of the file that was on the pad, lower-case hexadecimal. */
  readonly documentHash: string;
  readonly taken: KeptInk['taken'];
}
