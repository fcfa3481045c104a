import { type PartName, STACKS, type StackName } from '../../functions/kernel/feature.ts';
import { allOperations } from '../../schemas/api/operations/all.ts';
import { type Plan, type PlannedFunction, USUAL_SECONDS } from './plan.ts';
import type { Room } from './read-manifests.ts';

/** API Gateway's timeout is 30 seconds. */
const LONGEST_ANSWER = 29;

/** Refuses manifests that contradict each other, the folders or the API, naming every contradiction. */
export function demandSound(plan: Plan, rooms: readonly Room[]): void {
  const wrong = [
    ...[...plan.functions.values()].flatMap(fn => functionFaults(plan, fn)),
    ...sourceFaults(plan),
    ...targetFaults(plan),
    ...operationFaults(plan),
    ...rooms.flatMap(({ name, feature, entries }) =>
      [...entries.keys()]
        .filter(entry => feature.functions?.[entry] === undefined)
        .map(entry => `${name}/lambdas/${entry} is not in the manifest`),
    ),
  ];
  if (wrong.length > 0) throw new Error(`The manifests of features are not sound:\n- ${wrong.join('\n- ')}`);
}

function functionFaults(plan: Plan, fn: PlannedFunction): string[] {
  const { name, stack, seconds = USUAL_SECONDS } = fn;
  const inApi = fn.operations !== undefined || fn.authorizes === true || fn.calledByMachine === true;
  return [
    fn.entry === '' && `the function ${name} has no folder lambdas/${name} in ${fn.room}`,
    inApi && stack !== 'api' && `the function ${name} serves the API or the machine, so its stack is api`,
    fn.operations && seconds > LONGEST_ANSWER && `the function ${name} answers too late for API Gateway`,
    fn.deletes && fn.records !== 'work' && `the function ${name} may delete, but not work with, the records`,
    ...Object.values(fn.sends ?? {}).map(queue => refers(plan, `the function ${name}`, stack, queue)),
  ].filter(fault => typeof fault === 'string');
}

/** Why a stack may not refer to a queue, if it may not. */
function refers(plan: Plan, who: string, from: StackName, queue: PartName): string | undefined {
  const stack = plan.queues.get(queue)?.stack;
  if (stack === undefined) return `${who} refers to ${queue}, which is no queue`;
  if (STACKS.indexOf(stack) > STACKS.indexOf(from))
    return `${who}, in ${from}, refers to ${queue} in ${stack}: stacks refer to those before them only`;
  return undefined;
}

function sourceFaults(plan: Plan): string[] {
  const feeding = new Set<PartName>();
  return plan.sources.flatMap(({ function: name, from }) => {
    const fn = plan.functions.get(name);
    if (!fn) return [`${name}, which is fed, is no function`];
    const who = `the source of ${name}`;
    if (!('queue' in from)) return [];
    const queue = plan.queues.get(from.queue);
    const twice = feeding.has(from.queue);
    feeding.add(from.queue);
    return [
      refers(plan, who, fn.stack, from.queue),
      twice ? `${from.queue} feeds two functions` : undefined,
      queue && queue.hiddenSeconds < 6 * (fn.seconds ?? USUAL_SECONDS)
        ? `${from.queue} hides messages for less than six times what ${name} may take`
        : undefined,
    ].filter(fault => fault !== undefined);
  });
}

function targetFaults(plan: Plan): string[] {
  const called: [string, string][] = [
    ...[...plan.schedules].map(([name, schedule]): [string, string] => [name, schedule.function]),
    ...[...plan.events].flatMap(([name, { to }]): [string, string][] =>
      'function' in to ? [[name, to.function]] : [],
    ),
    ...[...plan.alarms].flatMap(([name, { of }]): [string, string][] =>
      'errorsOf' in of ? [[name, of.errorsOf]] : [],
    ),
  ];
  const queues = [...plan.events].flatMap(([name, { to }]): [string, PartName][] =>
    'queue' in to ? [[name, to.queue]] : [],
  );
  return [
    ...called
      .filter(([, name]) => !plan.functions.has(name))
      .map(([name, fn]) => `${name} is about ${fn}, which is no function`),
    ...queues
      .filter(([, queue]) => !plan.queues.has(queue))
      .map(([name, queue]) => `${name} is told to ${queue}, which is no queue`),
  ];
}

/** Every group of operations is served by exactly one function, and every function serves existing groups. */
function operationFaults(plan: Plan): string[] {
  const served = [...plan.functions.values()].flatMap(({ operations = [] }) => operations);
  const wanted = new Set(allOperations.map(({ capability }) => capability));
  return [
    ...[...wanted].filter(group => !served.includes(group)).map(group => `nobody serves ${group}`),
    ...served.filter(group => !wanted.has(group)).map(group => `there are no operations ${group}`),
    ...served
      .filter((group, at) => served.indexOf(group) !== at)
      .map(group => `two functions serve ${group}`),
  ];
}
