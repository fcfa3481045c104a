/** The two stores of results. */
export interface ResultBuckets {
  /** Each file locked once it is written. */
  readonly issued: string;
  /** Of results from before that. */
  readonly former: string;
}

const LOCKED = 'issued/';

/**
 * Where the file of a result goes. The dossier is part of the key: if another dossier gets the number first, no file
 * of ours remains under its key. So is the content: a seal has a time, and of two attempts only the one that is
 * entered counts.
 */
export const resultKey = (
  result: { readonly number: string; readonly dossier: string },
  sha256: string,
): string => `${LOCKED}${result.number}/${result.dossier}-${sha256.slice(0, 16)}`;

/** The bucket of a result's file, as its key tells. */
export const bucketOf = ({ issued, former }: ResultBuckets, key: string): string =>
  key.startsWith(LOCKED) ? issued : former;
