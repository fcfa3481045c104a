import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { demand } from '../../domain/rights/judge.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { relationsTo } from '../../domain/rights/relations.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { accountKey } from './actor-of.ts';

/** Refuses what the caller may not do with this dossier; one they may not know of is not found, an officer's own is another's. */
export function demandDossier(head: DossierHead, caller: Principal, keyring: Keyring, action: Action): void {
  demand(caller, action, relationsTo(head, caller, accountKey(caller, keyring)));
  demandNotOwn(head, caller);
}

/** Refuses a change made on an older version than the one that stands. */
export function demandVersion(ifMatch: number | undefined, version: number): void {
  if (ifMatch !== undefined && ifMatch !== version) {
    throw new ProblemError(
      'precondition-failed',
      {
        vi: `Ông/bà đang giữ phiên bản ${ifMatch}; phiên bản hiện hành là ${version}. Hãy đọc lại.`,
        en: `You hold version ${ifMatch}; version ${version} stands. Read it again.`,
      },
      {
        facts: { version },
      },
    );
  }
}
