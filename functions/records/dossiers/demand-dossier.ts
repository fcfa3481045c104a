import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { demand } from '../../domain/rights/judge.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { relationsTo } from '../../domain/rights/relations.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { accountKey } from './actor-of.ts';

/**
 * Refuses what the caller may not do with this dossier. One whose existence is hidden from them is not found; one that
 * is about the officer is refused to that officer.
 */
export function demandDossier(head: DossierHead, caller: Principal, keyring: Keyring, action: Action): void {
  demand(caller, action, relationsTo(head, caller, accountKey(caller, keyring)));
  demandNotOwn(head, caller);
}

/** Refuses a change based on an outdated version. */
export function demandVersion(ifMatch: number | undefined, version: number): void {
  if (ifMatch !== undefined && ifMatch !== version) {
    throw new ProblemError(
      'precondition-failed',
      {
        vi: `Ông/bà đang dùng phiên bản ${ifMatch}; phiên bản hiện hành là ${version}. Hãy đọc lại hồ sơ.`,
        en: `Your version is ${ifMatch}; the current version is ${version}. Read the dossier again.`,
      },
      {
        facts: { version },
      },
    );
  }
}
