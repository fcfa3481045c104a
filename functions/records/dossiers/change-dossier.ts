import type { DecisionContext } from '../../domain/dossier/context.ts';
import { dossierKind } from '../../domain/dossier/dossier-kind.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import type { Command, Decision, FoundCase } from '../commands/command.ts';
import { runCommand } from '../commands/run-command.ts';
import type { RulesLoader } from '../rules/rules-loader.ts';
import type { DossierStore, KeptDossier } from './dossier-store.ts';

export interface DossierCommandDeps {
  readonly dossiers: DossierStore;
  readonly pauses?: Pauses | undefined;
}

export interface ChangeDeps extends DossierCommandDeps {
  readonly rules: RulesLoader;
}

/** A dossier with the rules it is pinned to. */
export type DossierContext = DecisionContext & Pick<FoundCase<KeptDossier>, 'labels'>;

export type DossierDecision<B> = Decision<KeptDossier, B>;

/** A command decided by the rules the dossier is pinned to. */
export interface RuledCommand<B> extends Omit<Command<KeptDossier, B>, 'decide'> {
  readonly decide: (context: DossierContext) => DossierDecision<B> | Promise<DossierDecision<B>>;
}

/** A command on a dossier that needs none of its rules. */
export function changeUnruled<B>(deps: DossierCommandDeps, command: Command<KeptDossier, B>): Promise<B> {
  return runCommand<KeptDossier, B>(
    { kind: dossierKind, store: deps.dossiers, pauses: deps.pauses },
    command,
  );
}

/** A command on a dossier, decided by its rules. */
export function changeDossier<B>(deps: ChangeDeps, command: RuledCommand<B>): Promise<B> {
  return changeUnruled(deps, {
    ...command,
    decide: async found => command.decide({ ...found, rules: await deps.rules.load(found.head.rules) }),
  });
}
