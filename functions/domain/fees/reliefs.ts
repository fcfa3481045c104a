import law from '../../../law/fee-reliefs.json' with { type: 'json' };
import type { FeeLine } from '../../../schemas/catalogue/fee.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { FeeRelief, FeeReliefs, ReliefEffect } from '../../../schemas/money/fee-relief.ts';

/** What a relief is held against: its procedure, with its field. */
export type RelievedProcedure = Pick<Procedure, 'code' | 'field'>;

// `law/check-law.ts` holds the file to this shape.
export const reliefLaw = law as unknown as FeeReliefs;

/** Whether a relief is meant for a line of a procedure's fee: every part of its scope names it. */
export function fits({ scope }: FeeRelief, { code, field }: RelievedProcedure, line: Pick<FeeLine, 'code'>) {
  return (
    (scope.procedures?.includes(code) ?? true) &&
    (scope.fields?.includes(field.name) ?? true) &&
    (scope.codes?.includes(line.code) ?? true)
  );
}

const within = ({ from, until }: Pick<FeeRelief, 'from' | 'until'>, day: string) =>
  from <= day && (until === null || day <= until);

/** What a relief does on a day (`YYYY-MM-DD`), and by which law; undefined where it is not in force. */
export function inForce(
  relief: FeeRelief,
  day: string,
): { readonly effect: ReliefEffect; readonly ground: string } | undefined {
  if (!within(relief, day)) return undefined;
  if (relief.needs === undefined) return { effect: relief.effect, ground: relief.ground };
  const decision = relief.decisions?.findLast(each => within(each, day));
  return decision && { effect: decision.effect ?? relief.effect, ground: decision.ground };
}

/** What an effect takes off an amount: whole đồng within its bounds, and never more than the amount. */
export function takenOff(effect: ReliefEffect, full: number): number {
  switch (effect.kind) {
    case 'zero':
      return full;
    case 'amount':
      return Math.min(full, effect.amount);
    case 'percent': {
      const { percent, min = 0, max = full } = effect;
      return Math.min(full, Math.max(min, Math.min(max, Math.ceil((full * percent) / 100))));
    }
  }
}
