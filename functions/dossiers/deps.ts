import type { DossierStore } from '../platform/dossiers/dossier-store.ts';
import type { DossierLists } from '../platform/lists/dossier-lists.ts';
import type { RulesLoader } from '../platform/rules/rules-loader.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { ResultRegister } from './result-register.ts';

/** What reading dossiers needs. */
export interface ReadingDeps {
  readonly dossiers: DossierStore;
  readonly lists: DossierLists;
  readonly results: ResultRegister;
  readonly rules: RulesLoader;
  readonly keyring: () => Promise<Keyring>;
}
