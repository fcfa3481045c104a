import { type CallerKind, callerKinds } from './callers.ts';

/**
 * What a caller gets. may: what the row asks for; own: an answer, but without what the row asks for; hidden: the
 * answer for what does not exist (404); void: the cursor is refused as one of another list (400); refused: 401
 * without a token, 403 with one.
 */
export type RightsCell = 'may' | 'own' | 'hidden' | 'void' | 'refused';

/** One line of the table of rights: an operation, asked with or without a parameter that can widen its answer. */
export interface RightsRow {
  readonly operation: string;
  /** The query parameter, or member of the body, the row is about; undefined for the operation asked plainly. */
  readonly parameter: string | undefined;
  /** What is asked for, in words. Names the row among those of its operation and parameter. */
  readonly asks: string;
  readonly cells: Readonly<Record<CallerKind, RightsCell>>;
}

type Named = Partial<Record<Exclude<RightsCell, 'refused'>, readonly CallerKind[]>>;

/** A line that names who gets something; everyone else is refused. A kind named twice is a mistake. */
export function row(operation: string, asks: string, named: Named, parameter?: string): RightsRow {
  const cells = Object.fromEntries(
    callerKinds.map(kind => {
      const given = (['may', 'own', 'hidden', 'void'] as const).filter(cell => named[cell]?.includes(kind));
      if (given.length > 1) throw new TypeError(`${operation}, ${asks}: ${kind} is named twice`);
      return [kind, given[0] ?? 'refused'];
    }),
  ) as Record<CallerKind, RightsCell>;
  return { operation, parameter, asks, cells };
}
