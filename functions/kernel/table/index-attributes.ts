/** The pair of attributes that put an item into an index: an item without them is not in it. */
export function indexAttributes<Index extends string>(index: Index) {
  return { partition: `${index}Pk`, sort: `${index}Sk` } as const;
}
