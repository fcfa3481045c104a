import type * as z from 'zod';
import type { dossierMoney } from '../../../schemas/api/money.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import {
  changeAsOfficer,
  type OfficersChange,
  type OfficersRequest,
} from '../../records/dossiers/change-as-officer.ts';
import type { MoneyDeps } from './deps.ts';
import { dossierMoneyOf } from './dossier-money.ts';

type Money = z.input<typeof dossierMoney>;

/** Changes the money of a dossier, by an officer of the unit that received it or decides it. */
export function changeMoney(
  deps: MoneyDeps,
  asked: OfficersRequest,
  change: Pick<OfficersChange<Money>, 'action' | 'roles' | 'decide'>,
): Promise<{ readonly body: Money; readonly version: number }> {
  return changeAsOfficer(deps, asked, { ...change, demand: demandHandling, answer: dossierMoneyOf });
}

function demandHandling({ receivingUnit, competentUnit }: DossierHead, officer: OfficerPrincipal): void {
  const units = unitsOf(officer);
  if (![receivingUnit, competentUnit].some(unit => units.includes(unit))) throw nothingHere();
}
