import type { Submission } from './entered.ts';

type Supplied = { readonly component: string; readonly files: readonly string[] };

/** What is handed in: files by paper, and the results chosen in place of papers. */
export function withReused(
  supplied: readonly Supplied[],
  reused: Readonly<Record<string, string>>,
): NonNullable<Submission['components']> {
  const given = new Set(supplied.map(({ component }) => component));
  return [
    ...supplied.map(({ component, files }) => ({
      component,
      files: [...files],
      ...(reused[component] !== undefined && { results: [reused[component]] }),
    })),
    ...Object.entries(reused).flatMap(([component, number]) =>
      given.has(component) ? [] : [{ component, results: [number] }],
    ),
  ];
}
