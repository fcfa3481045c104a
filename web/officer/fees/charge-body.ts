import type { Body } from '../../api/client.ts';

type Accept = Extract<Body<'decideTask'>, { decision: 'accept' }>;

/** Counts as typed, by line; what is no whole number is left to the API. */
export function countsOf(typed: Readonly<Record<string, string>>): Accept['counts'] {
  const counts = Object.entries(typed).flatMap(([code, text]) =>
    text.trim() === '' ? [] : [[code, Number(text)] as const],
  );
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
}

/** What proves a relief, as one choice: `digital-citizen:officer`; without a colon where nobody has to attest it. */
export const proofCode = (kind: string, attestedBy?: string) =>
  attestedBy === undefined ? kind : `${kind}:${attestedBy}`;

/** Where the note beside a relief is kept: no code of a relief has a slash. */
export const noteOf = (relief: string) => `${relief}/note`;

/** Chosen in place of a proof: a relief that was applied before is taken back. No kind of evidence is called so. */
export const TAKEN_BACK = '-';

/** Reliefs as chosen, by relief: what proves it, and a note; an empty list where all are taken back. */
export function reliefsOf(chosen: Readonly<Record<string, string>>): Accept['reliefs'] {
  const said = Object.entries(chosen).filter(([relief, proof]) => !relief.includes('/') && proof !== '');
  if (said.length === 0) return undefined;
  return said.flatMap(([relief, proof]) => {
    if (proof === TAKEN_BACK) return [];
    const [kind = '', attestedBy] = proof.split(':');
    const note = chosen[noteOf(relief)]?.trim();
    const evidence = { kind, ...(attestedBy && { attestedBy }), ...(note && { note }) };
    // The proofs offered are those the API named.
    return [{ relief, evidence } as NonNullable<Accept['reliefs']>[number]];
  });
}
