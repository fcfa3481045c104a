import {
  ANCHORED_TREES,
  type AnchoredTree,
  type AnchorStatement,
  type SignedAnchor,
} from '../../../schemas/anchor/statement.ts';
import { rootOf } from './merkle-tree.ts';
import { hashOfStatement, isSignedBy, readStatement } from './statement.ts';

/** What is kept of an anchored day, as it was first written. */
export interface StoredDay {
  /** Undefined where there is none, or nothing that is one. */
  readonly signed: SignedAnchor | undefined;
  readonly leaves: Readonly<Record<AnchoredTree, readonly string[] | undefined>>;
  /** Objects that something was laid over. */
  readonly covered: readonly string[];
}

/** What a day's statement is held against. */
export interface DayContext {
  readonly province: string;
  readonly day: string;
  /** The text of the statement of the day before; undefined on the first day of all, or where that is missing. */
  readonly before: string | undefined;
  readonly first: boolean;
  /** The keys that are trusted to sign. */
  readonly publicKeys: readonly string[];
}

/** What is wrong with an anchored day by itself and in the chain of days, in words for the operator. */
export function faultsOfDay({ signed, leaves, covered }: StoredDay, context: DayContext): string[] {
  const faults = covered.map(name => `${name} was written over or marked as deleted`);
  if (!signed) return [...faults, 'there is no statement'];
  const signs = context.publicKeys.some(key => isSignedBy(key, signed));
  if (!signs) faults.push('the signature is not one of the keys that are trusted');
  const said = readStatement(signed.statement);
  if (!said) return [...faults, 'the statement cannot be read'];
  return [...faults, ...faultsOfPlace(said, context), ...ANCHORED_TREES.flatMap(faultOfTree(said, leaves))];
}

function faultsOfPlace(said: AnchorStatement, { province, day, before, first }: DayContext): string[] {
  const chained = before !== undefined || first;
  return [
    said.day !== day && `the statement is of ${said.day}`,
    said.province !== province && `the statement is of ${said.province}`,
    chained && said.previous !== hashOfStatement(before) && 'the statement does not follow on the day before',
  ].filter(fault => fault !== false);
}

const faultOfTree =
  (said: AnchorStatement, leaves: StoredDay['leaves']) =>
  (tree: AnchoredTree): string[] => {
    const list = leaves[tree];
    if (!list) return [`the leaves of ${tree} are not there`];
    const { size, root } = said.trees[tree];
    return list.length === size && rootOf(list) === root
      ? []
      : [`the leaves of ${tree} do not give the root that was signed`];
  };
