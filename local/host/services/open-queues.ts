import { queueSettings } from '../../sqs/queue-settings.ts';
import { openQueues, type Queues } from '../../sqs/queues.ts';
import { Sqs } from '../../sqs/sqs.ts';
import { PLACE } from '../place.ts';
import { type Opening, under } from './opening.ts';

/** Opens the template's queues, those that clients made, and the protocol that clients reach them by. */
export function openTemplateQueues(opening: Opening): { readonly queues: Queues; readonly sqs: Sqs } {
  const { options, resources, clock, awsUrl, undo } = opening;
  const queues = openQueues({ folder: under(opening, 'queues'), clock, log: options.log, place: PLACE });
  undo.push(queues.close);
  for (const { name, arn, properties } of resources.ofType('AWS::SQS::Queue'))
    queues.open(queueSettings(name, arn, properties));
  const queueUrl = (name: string) => `${awsUrl}/${PLACE.accountId}/${name}`;
  return { queues, sqs: new Sqs({ queues, clock, place: PLACE, queueUrl }) };
}
