import type { Fee, FeeLine, ReliefAtReception } from '../../api/generated.ts';

/** What reception has to say of a fee when it accepts. */
export interface ChargeChoices {
  /** Whether the amount itself is asked for: counted without a bill, or published unclearly. */
  readonly asksAmount: boolean;
  readonly unclear: { readonly vi: string; readonly en: string } | undefined;
  readonly cases: readonly NonNullable<FeeLine['case']>[];
  readonly counted: readonly CountedLine[];
  readonly reliefs: readonly ReliefAtReception[];
  /** Settled anew with a supplement: what is left empty leaves the fee as it was. */
  readonly anew?: { readonly relieved: boolean };
}

interface CountedLine {
  readonly code: string;
  /** Its name; none where the fee has one line only. */
  readonly name: string | undefined;
  readonly unit: NonNullable<FeeLine['perUnit']>['unit'];
  readonly case: string | undefined;
}

/** The choices of a fee. A fee by page or copy is counted where a relief may be taken off it, and told otherwise. */
export function chargeChoices(
  fee: Fee | null | undefined,
  reliefs: readonly ReliefAtReception[] = [],
): ChargeChoices {
  const none = { asksAmount: false, unclear: undefined, cases: [], counted: [], reliefs };
  switch (fee?.kind) {
    case undefined:
    case 'free':
    case 'flat':
      return none;
    case 'unclear':
      return { ...none, asksAmount: true, unclear: fee.unclear };
    case 'perUnit': {
      if (reliefs.length === 0) return { ...none, asksAmount: true };
      return { ...none, counted: [{ code: 'fee', name: undefined, unit: fee.unit, case: undefined }] };
    }
    case 'table': {
      const cases = new Map(fee.lines.flatMap(line => (line.case ? [[line.case.id, line.case]] : [])));
      const counted = fee.lines.flatMap(({ code, name, perUnit, case: own }) =>
        perUnit ? [{ code, name, unit: perUnit.unit, case: own?.id }] : [],
      );
      return { ...none, unclear: fee.unclear, cases: [...cases.values()], counted };
    }
  }
}

/** The lines that are counted in a case. */
export const countedIn = ({ counted }: ChargeChoices, chosen: string) =>
  counted.filter(line => line.case === undefined || line.case === chosen);
