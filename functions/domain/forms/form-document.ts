import type { FormKind } from '../../../schemas/dossier/form.ts';
import type { KeptInk } from '../../../schemas/stored/ink.ts';

/** A column of a table; the shares of a table's columns add up to 1. */
export interface FormColumn {
  readonly title: string;
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A part of a form, below the one before. */
export type FormBlock =
  | { readonly kind: 'fact'; readonly label: string; readonly value: string; readonly strong?: true }
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'plain' | 'note' | 'addressee' }
  | {
      readonly kind: 'table';
      readonly columns: readonly FormColumn[];
      readonly rows: readonly (readonly string[])[];
    };

/** Who signs, with room for it: a name is printed below where it is known. */
export interface FormSignature {
  readonly titles: readonly string[];
  readonly note: string;
  readonly name: string;
  /** Of whom the dossier is about or who came for them: they may sign on a pad. */
  readonly by?: 'applicant';
  readonly ink?: PrintedInk;
}

/** Handwriting taken on a pad (nét chữ ký tay), as it is printed. */
export interface PrintedInk {
  readonly taken: KeptInk['taken'];
  /** Says what it is, and when it was taken. */
  readonly caption: string;
  readonly alt: string;
}

/** A form in the shape the typesetter takes: every printed text, by its place. */
export interface FormDocument {
  readonly kind: FormKind | 'archiveContents' | 'archiveReceipt' | 'feeReceipt';
  readonly parent: string | null;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subtitle: string;
  /** What the QR code holds, if the form has one. */
  readonly qr: string | null;
  /** A VietQR code for what is to be paid, with a caption that tells it from the other. */
  readonly payCode?: { readonly text: string; readonly caption: string; readonly alt: string };
  readonly blocks: readonly FormBlock[];
  readonly recipients: readonly string[];
  readonly signatures: readonly FormSignature[];
  /** Which form of which law it is. */
  readonly mark: string;
  /** RFC 3339: when what it is about happened. */
  readonly madeAt: string;
}
