import { ApiClient, devClient } from '../../../start/api-client.ts';
import type { Issuers } from '../issuers.ts';

/** The ward of the README's dossier, and who applies there. */
export const UNIT = 'H44.101';
export const CITIZEN = '025090000001';

/** Callers of an API, each with a token of its kind. */
export interface Callers {
  readonly api: string;
  citizen(): Promise<ApiClient>;
  officer(role: string, unit?: string): Promise<ApiClient>;
}

/** Of a deployment, which trusts the issuers of its settings. */
export function callersOf(api: string, issuers: Issuers): Callers {
  return {
    api,
    citizen: async () => new ApiClient(api, await issuers.citizen(CITIZEN), 'en'),
    officer: async (role, unit = UNIT) => new ApiClient(api, await issuers.officer(unit, role), 'en'),
  };
}

/** Of the embedded host, which gives tokens to anybody. */
export function callersOfHost(api: string): Callers {
  return {
    api,
    citizen: () => devClient(api, { kind: 'citizen', id: CITIZEN }, 'en'),
    officer: (role, unit = UNIT) =>
      devClient(api, { kind: 'officer', id: `${role}.outside`, unit, roles: [role] }, 'en'),
  };
}
