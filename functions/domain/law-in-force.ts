/**
 * The version of a part of the law in force on a day (`YYYY-MM-DD`): the latest that has begun. Throws if the file
 * begins later.
 *
 * @param versions earliest first.
 * @param file under `law/`, to be named in the error.
 */
export function lawInForce<V extends { readonly from: string }>(
  versions: readonly V[],
  date: string,
  file: string,
): V {
  const version = versions.findLast(({ from }) => from <= date);
  if (!version) throw new RangeError(`law/${file} says nothing of ${date}: it begins later.`);
  return version;
}
