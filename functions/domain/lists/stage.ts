import type { HandlingState } from '../../../schemas/dossier/states.ts';
import { isEnd, lifecycle } from '../lifecycle/states.ts';

/** Whether a dossier is still undecided (`open`), or was decided or ended (`done`). */
export type Stage = 'open' | 'done';

export function stageOf(handling: HandlingState): Stage {
  return isEnd(handling) || handling === 'decided' ? 'done' : 'open';
}

/** The states of a stage. */
export function statesOf(stage: Stage): HandlingState[] {
  return (Object.keys(lifecycle) as HandlingState[]).filter(handling => stageOf(handling) === stage);
}
