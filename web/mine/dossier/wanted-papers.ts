import type { Dossier } from './dossier-page.tsx';

/** The papers that the agency named in its request. */
export const wantedPapers = ({ components }: Pick<Dossier, 'components'>): Dossier['components'] =>
  components.filter(({ state }) => state === 'wanted');

/** The other papers of the procedure: a request in words may mean any of them. Missing ones come first. */
export function otherPapers({ components }: Pick<Dossier, 'components'>): Dossier['components'] {
  const others = components.filter(({ state }) => state !== 'wanted');
  return [
    ...others.filter(({ state }) => state === 'missing'),
    ...others.filter(({ state }) => state !== 'missing'),
  ];
}
