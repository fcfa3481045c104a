import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { NewMessage } from '../sqs/queue.ts';

/** One delivery of a rule or a schedule; `input` is JSON. */
export interface Delivery {
  readonly arn: string;
  readonly deadLetterArn: string | undefined;
  readonly input: string;
  /** Name of the rule, for messages. */
  readonly from: string;
}

export type Deliver = (delivery: Delivery) => void;

/** Hands deliveries to functions (asynchronous calls), queues and state machines. What cannot be delivered goes to the target's dead letters. */
export function openTargets(deps: {
  callFunction: (arn: string, event: string) => boolean;
  sendTo: (queueArn: string, message: NewMessage) => boolean;
  startExecution: (stateMachineArn: string, input: string) => Promise<boolean>;
  log: HostLog;
}): Deliver {
  const { callFunction, sendTo, startExecution, log } = deps;
  const undelivered = ({ arn, deadLetterArn, input, from }: Delivery) => {
    log.warn(`The rule ${from} cannot reach its target ${arn}.`);
    if (deadLetterArn !== undefined)
      sendTo(deadLetterArn, {
        body: input,
        attributes: { TARGET_ARN: { DataType: 'String', StringValue: arn } },
      });
  };
  return delivery => {
    const { arn, input } = delivery;
    const service = arn.split(':')[2];
    if (service === 'lambda') {
      if (!callFunction(arn, input)) undelivered(delivery);
    } else if (service === 'sqs') {
      if (!sendTo(arn, { body: input })) undelivered(delivery);
    } else {
      void startExecution(arn, input).then(started => started || undelivered(delivery));
    }
  };
}

/** Refuses, at the start, a target that the host cannot reach. */
export function checkTarget(arn: string, from: string): void {
  const service = arn.split(':')[2];
  if (service !== 'lambda' && service !== 'sqs' && service !== 'states') {
    throw new HostError(
      `The rule ${from} has the target ${arn}, a kind that the embedded host does not support.`,
    );
  }
}
