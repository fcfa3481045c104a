import { Refused } from '../api/problem.ts';

/** The id that the API names a file by: beside the file itself it would only be in the way. */
const OWN_ID = /^f_[0-9a-z]{26}: /;

/** Why the API did not take a file, in its own words; undefined if it said nothing. */
export function fileFaults(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Refused)) return undefined;
  const { title, detail, errors = [] } = error.problem;
  const said = errors.length > 0 ? errors.map(({ message }) => message) : [detail ?? title];
  return said.map(text => text.replace(OWN_ID, ''));
}
