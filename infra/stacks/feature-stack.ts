import { Stack, type StackProps } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StackName } from '../../functions/kernel/feature.ts';
import { constructName } from '../constructs/construct-names.ts';
import { featureAlarm } from '../constructs/feature-alarm.ts';
import { onEvent, onSchedule } from '../constructs/function-calls.ts';
import { environmentOf, grantRights } from '../constructs/function-rights.ts';
import { feed } from '../constructs/function-source.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { workQueue } from '../constructs/work-queue.ts';
import { type PlannedFunction, USUAL_MEMORY, USUAL_SECONDS } from '../manifests/plan.ts';
import { reservedFor } from '../settings/reserved-concurrency.ts';
import type { Deployment } from './deployment.ts';

export interface FeatureStackProps extends StackProps {
  readonly deployment: Deployment;
  /** The stack's name in manifests. */
  readonly part: StackName;
}

/** What manifests ask for in one stack. */
export class FeatureStack extends Stack {
  protected readonly deployment: Deployment;
  readonly #part: StackName;

  constructor(scope: Construct, id: string, { deployment, part, ...props }: FeatureStackProps) {
    super(scope, id, props);
    this.deployment = deployment;
    this.#part = part;
  }

  /** Everything not created yet. */
  makeAll(): void {
    this.makeQueues();
    this.makeFunctions(() => true);
    this.connect();
  }

  protected makeQueues(): void {
    const { plan, queues, alarmTopic } = this.deployment;
    for (const [name, queue] of plan.queues)
      if (this.#isHere(queue)) queues.set(name, workQueue(this, name, queue, alarmTopic));
  }

  protected makeFunctions(which: (fn: PlannedFunction) => boolean): void {
    const { plan, functions } = this.deployment;
    for (const fn of plan.functions.values())
      if (this.#isHere(fn) && which(fn)) functions.set(fn.name, this.#make(fn));
  }

  /** Connects functions, queues, schedules and events. */
  protected connect(): void {
    const { deployment } = this;
    const { plan } = deployment;
    for (const source of plan.sources) {
      const fn = plan.functions.get(source.function);
      if (fn && this.#isHere(fn)) feed(deployment.function(fn.name), source, deployment);
    }
    for (const [name, schedule] of plan.schedules)
      if (this.#isHere(schedule)) onSchedule(this, name, schedule, deployment);
    for (const [name, event] of plan.events) if (this.#isHere(event)) onEvent(this, name, event, deployment);
    for (const [name, alarm] of plan.alarms)
      if (this.#isHere(alarm)) featureAlarm(this, name, alarm, deployment);
  }

  #isHere({ stack }: { readonly stack: StackName }): boolean {
    return stack === this.#part;
  }

  #make(fn: PlannedFunction): HouseFunction {
    const { deployment } = this;
    const bundle = deployment.bundles.get(fn.name);
    if (!bundle) throw new TypeError(`the function ${fn.name} was not bundled`);
    const made = new HouseFunction(this, constructName(fn.name), {
      bundle,
      description: fn.description,
      environment: environmentOf(fn, deployment),
      logRetention: deployment.settings.logDays as RetentionDays,
      memory: fn.memory ?? USUAL_MEMORY,
      reserved: reservedFor(fn, deployment.settings.reservedConcurrency),
      seconds: fn.seconds ?? USUAL_SECONDS,
    });
    grantRights(fn, made, deployment);
    return made;
  }
}
