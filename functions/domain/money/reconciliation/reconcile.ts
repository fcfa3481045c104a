import type { Words } from '../../../../schemas/words.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { type Carried, cameAgain, carriedOf } from './carried.ts';
import { inputFaults } from './check-input.ts';
import { type Classified, classifySettlement, classifyUnsettled, strange } from './classify.ts';
import { clearedOf, finish } from './finish.ts';
import { inOrder, keyOf, type Line, type Lines } from './lines.ts';
import type { Reconciled, ReconcileInput } from './reconciliation.ts';
import { settleNamed } from './settle.ts';
import { settleLumps } from './settle-lumps.ts';
import { totalsOf } from './totals.ts';
import { unitsOf } from './units.ts';

/**
 * Compares what we confirmed with the list of the gateway and the credits of the treasury (đối soát ba bên), together
 * with what earlier days left open. Every line ends in one match or one difference; nothing is changed by it. Faults
 * instead where the lists cannot be compared.
 */
export function reconcile(
  input: ReconcileInput,
):
  | { readonly result: Reconciled; readonly faults?: never }
  | { readonly faults: readonly Words[]; readonly result?: never } {
  const { day, names } = input;
  const given: Lines = { ours: input.ours, gateway: input.gateway, treasury: input.treasury };
  const carried = carriedOf(input);
  const lines = together(given, carried);
  const faults = inputFaults(day, lines);
  if (faults.length > 0) return { faults };

  const { units, unpaid } = unitsOf(lines, carried);
  const named = settleNamed(units, lines.treasury);
  const settledByName = new Set(named.settlements.flatMap(settlement => settlement.units));
  // One that named a settled payment on an earlier day still does, though that payment is gone from the lists.
  const again = new Set([...named.left, ...named.nameless.filter(credit => cameAgain(credit, carried))]);
  const lumps = settleLumps({
    units: units.filter(unit => !settledByName.has(unit)),
    credits: named.nameless.filter(credit => !again.has(credit)),
    names,
    carried,
  });
  const settlements = [...named.settlements, ...lumps.settlements];
  const settled = new Set(settlements.flatMap(settlement => settlement.units));
  const classified: Classified[] = [
    ...settlements.map(classifySettlement),
    classifyUnsettled(units.filter(unit => !settled.has(unit))),
    { matches: [], drafts: [...again].map(credit => strange(credit, true)) },
    { matches: [], drafts: lumps.left.map(credit => strange(credit, false)) },
  ];
  const matches = classified.flatMap(part => part.matches);
  const differences = finish(
    classified.flatMap(part => part.drafts),
    day,
    carried,
  );
  return {
    result: {
      day,
      matches,
      differences,
      cleared: clearedOf(carried, differences, day),
      unpaid,
      totals: totalsOf({ given: [given], carried: [carried.lines], matched: matches, open: differences }),
    },
  };
}

/** All lines, in order; equal ones by the difference that they were in. */
function together(given: Lines, carried: Carried): Lines {
  const place = (line: Line, key: string) => {
    const ids = carried.of(line, key).map(({ id, treasury }) => `${treasury.length === 0} ${id}`);
    return `${key} ${canonicalJson(line)} ${ids.join(' ')}`;
  };
  const { ours, gateway, treasury } = carried.lines;
  return {
    ours: inOrder([...given.ours, ...ours], line => place(line, keyOf.ours(line))),
    gateway: inOrder([...given.gateway, ...gateway], line => place(line, keyOf.gateway(line))),
    treasury: inOrder([...given.treasury, ...treasury], line => place(line, keyOf.treasury(line))),
  };
}
