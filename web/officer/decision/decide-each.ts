import type { Client } from '../../api/client.ts';
import { type Problem, Refused } from '../../api/problem.ts';
import type { Decision } from './decision-fields.ts';

/** How one of several decisions ended: taken, or the title of the refusal. */
export type Ended = 'done' | Pick<Problem, 'title'>;

/**
 * Takes a decision at each of several tasks, one after the other in their order; a refusal of one holds up no other.
 *
 * @param unreachable what is said of a task that no answer came of.
 */
export async function decideEach<T extends { readonly id: string }>(
  api: Client,
  tasks: readonly T[],
  decisionOf: (task: T) => Decision,
  {
    unreachable,
    onEnded,
  }: {
    readonly unreachable: string;
    readonly onEnded: (id: string, ended: Ended) => void;
  },
): Promise<void> {
  for (const task of tasks) {
    const ended = await api
      .ask('decideTask', { params: { id: task.id }, body: decisionOf(task) })
      .then((): Ended => 'done')
      .catch((error): Ended => (error instanceof Refused ? error.problem : { title: unreachable }));
    onEnded(task.id, ended);
  }
}
