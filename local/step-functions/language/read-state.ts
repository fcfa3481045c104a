import { readShape } from './definition-problem.ts';
import * as shape from './definition-schema.ts';
import type {
  ChoiceState,
  FailState,
  MapState,
  ParallelState,
  PassState,
  State,
  SucceedState,
  TaskState,
  WaitState,
} from './machine.ts';
import type { StateFields } from './state-fields.ts';

interface Written {
  readonly Type: string;
}
type Reader<Read> = (name: string, written: Written, fields: StateFields) => Read;

/** Reads a state of any type, its fields in its own language. */
export function readState(name: string, written: Written, fields: StateFields): State {
  const read = READERS.get(written.Type);
  return read
    ? read(name, written, fields)
    : fields.refuse(`the field 'Type' is '${written.Type}', which is no state of the language.`);
}

const readPass: Reader<PassState> = (name, written, fields) => {
  const pass = readShape(shape.passSchema, written, fields.deps.where);
  return { type: 'Pass', name, ...fields.produced(pass), next: fields.next(pass) };
};

const readSucceed: Reader<SucceedState> = (name, written, fields) => {
  const succeed = readShape(shape.succeedSchema, written, fields.deps.where);
  return { type: 'Succeed', name, ...fields.produced(succeed) };
};

const readFail: Reader<FailState> = (name, written, fields) => {
  const { Error: error, Cause: cause } = readShape(shape.failSchema, written, fields.deps.where);
  return {
    type: 'Fail',
    name,
    error: fields.optional(error, 'Error'),
    cause: fields.optional(cause, 'Cause'),
  };
};

const readWait: Reader<WaitState> = (name, written, fields) => {
  const wait = readShape(shape.waitSchema, written, fields.deps.where);
  return {
    type: 'Wait',
    name,
    ...fields.produced(wait),
    next: fields.next(wait),
    until: until(wait, fields),
  };
};

function until(wait: (typeof shape.waitSchema)['_output'], fields: StateFields): WaitState['until'] {
  const seconds = fields.optional(wait.Seconds, 'Seconds');
  const timestamp = fields.optional(wait.Timestamp, 'Timestamp');
  if (seconds && !timestamp) return { kind: 'seconds', value: seconds };
  if (timestamp && !seconds) return { kind: 'timestamp', value: timestamp };
  return fields.refuse(`a Wait needs exactly one of the fields 'Seconds' and 'Timestamp'.`);
}

const readChoice: Reader<ChoiceState> = (name, written, fields) => {
  if (fields.deps.language === 'JSONPath')
    fields.refuse(`the field 'Choices' is in JSONPath; this host runs JSONata only.`);
  const choice = readShape(shape.choiceSchema, written, fields.deps.where);
  const rules = choice.Choices.map((rule, index) => ({
    condition: fields.template(rule.Condition, `Choices[${index}]/Condition`),
    next: rule.Next,
    ...fields.produced(rule, `Choices[${index}]/`),
  }));
  return { type: 'Choice', name, ...fields.produced(choice), rules, default: choice.Default };
};

const readTask: Reader<TaskState> = (name, written, fields) => {
  const task = readShape(shape.taskSchema, written, fields.deps.where);
  const { HeartbeatSeconds, TimeoutSeconds } = task;
  if (typeof HeartbeatSeconds === 'number' && HeartbeatSeconds >= Number(TimeoutSeconds ?? Infinity))
    fields.refuse(`the field 'HeartbeatSeconds' must be less than 'TimeoutSeconds'.`);
  const refused = fields.deps.integrations.refusalOf(task.Resource, task.Arguments);
  if (refused) fields.refuse(refused);
  return {
    type: 'Task',
    name,
    ...fields.produced(task),
    ...fields.recovery(task),
    next: fields.next(task),
    resource: task.Resource,
    arguments: fields.inJsonata(task.Arguments, 'Arguments'),
    timeoutSeconds: fields.optional(TimeoutSeconds, 'TimeoutSeconds'),
    heartbeatSeconds: fields.optional(HeartbeatSeconds, 'HeartbeatSeconds'),
  };
};

const readParallel: Reader<ParallelState> = (name, written, fields) => {
  const parallel = readShape(shape.parallelSchema, written, fields.deps.where);
  return {
    type: 'Parallel',
    name,
    ...fields.produced(parallel),
    ...fields.recovery(parallel),
    next: fields.next(parallel),
    arguments: fields.inJsonata(parallel.Arguments, 'Arguments'),
    branches: parallel.Branches.map(fields.deps.machine),
  };
};

const readMap: Reader<MapState> = (name, written, fields) => {
  const map = readShape(shape.mapSchema, written, fields.deps.where);
  const processor = map.ItemProcessor ?? map.Iterator;
  return {
    type: 'Map',
    name,
    ...fields.produced(map),
    ...fields.recovery(map),
    next: fields.next(map),
    items: fields.inJsonata(map.Items, 'Items'),
    itemSelector: fields.inJsonata(map.ItemSelector, 'ItemSelector'),
    maxConcurrency: fields.optional(map.MaxConcurrency, 'MaxConcurrency'),
    toleratedFailureCount: fields.optional(map.ToleratedFailureCount, 'ToleratedFailureCount'),
    toleratedFailurePercentage: fields.optional(map.ToleratedFailurePercentage, 'ToleratedFailurePercentage'),
    processor: fields.deps.machine(processor ?? fields.refuse(`a Map needs the field 'ItemProcessor'.`)),
  };
};

const READERS: ReadonlyMap<string, Reader<State>> = new Map<string, Reader<State>>([
  ['Pass', readPass],
  ['Succeed', readSucceed],
  ['Fail', readFail],
  ['Wait', readWait],
  ['Choice', readChoice],
  ['Task', readTask],
  ['Parallel', readParallel],
  ['Map', readMap],
]);
