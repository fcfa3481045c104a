import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { PartName } from '../../functions/kernel/feature.ts';
import type { Bundle } from '../bundling/bundle-functions.ts';
import type { HouseFunction } from '../constructs/house-function.ts';
import type { Plan } from '../manifests/plan.ts';
import type { ProvinceSettings } from '../settings/settings.ts';
import type { RecordsStack } from './records-stack.ts';

/** The input of a deployment, and what its stacks have created so far, for later ones to refer to. */
export class Deployment {
  readonly plan: Plan;
  readonly records: RecordsStack;
  readonly settings: ProvinceSettings;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly queues = new Map<PartName, Queue>();
  readonly functions = new Map<string, HouseFunction>();
  #machine: StateMachine | undefined;
  #alarmTopic: ITopic | undefined;

  constructor(from: Pick<Deployment, 'plan' | 'records' | 'settings' | 'bundles'>) {
    this.plan = from.plan;
    this.records = from.records;
    this.settings = from.settings;
    this.bundles = from.bundles;
  }

  queue(name: PartName): Queue {
    return there(this.queues.get(name), `queue ${name}`);
  }

  /** The dead-letter queue of a queue. */
  deadLetters(name: PartName): IQueue {
    return there(this.queue(name).deadLetterQueue?.queue, `dead letters of ${name}`);
  }

  function(name: string): HouseFunction {
    return there(this.functions.get(name), `function ${name}`);
  }

  get machine(): StateMachine {
    return there(this.#machine, 'state machine');
  }

  set machine(machine: StateMachine) {
    this.#machine = machine;
  }

  get alarmTopic(): ITopic {
    return there(this.#alarmTopic, 'topic of alarms');
  }

  set alarmTopic(topic: ITopic) {
    this.#alarmTopic = topic;
  }
}

function there<What>(made: What | undefined, name: string): What {
  if (made === undefined) throw new TypeError(`There is no ${name} yet: a stack refers to one after it.`);
  return made;
}
