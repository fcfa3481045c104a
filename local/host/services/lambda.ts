import { type AsyncCalls, asyncSettings, openAsyncCalls } from '../../lambda/async-calls.ts';
import { functionConfig } from '../../lambda/function-config.ts';
import { type Functions, openFunctions } from '../../lambda/functions.ts';
import { openLogSink } from '../../lambda/log-sink.ts';
import { FunctionPool } from '../../lambda/pool.ts';
import { openProcessors } from '../../lambda/processors.ts';
import { openTimeSignal } from '../../lambda/time-signal.ts';
import type { Queues } from '../../sqs/queues.ts';
import { PLACE } from '../place.ts';
import type { InvokeFunction } from '../wire.ts';
import { type Opening, under } from './opening.ts';

/** Threads of one function at most, unless the options say otherwise: calls beyond that wait. There are rarely so many (pool.ts). */
const CONCURRENCY = 8;

/** The template's functions, and the calls of them that nobody waits for. */
export class Lambda {
  readonly functions: Functions;
  readonly asyncCalls: AsyncCalls;
  #stopping = false;

  constructor(opening: Opening, tableUrl: string, queues: Queues) {
    const { options, resources, clock, onFault, undo } = opening;
    const pools = openPools(opening, tableUrl);
    this.functions = openFunctions(pools);
    undo.push(this.functions.stop);
    this.asyncCalls = openAsyncCalls({
      pools,
      settings: asyncSettings(resources.ofType('AWS::Lambda::EventInvokeConfig')),
      folder: under(opening, 'async'),
      clock,
      log: options.log,
      sendTo: queues.sendTo,
      onFault,
    });
    undo.push(this.asyncCalls.close);
  }

  /** A call that the host itself cuts off while stopping has no outcome: it is made again at the next start. */
  readonly invoke: InvokeFunction = async (arn, payload) => {
    const outcome = await this.functions.invoke(arn, payload);
    return this.#stopping ? new Promise(() => undefined) : outcome;
  };

  busy(): number {
    return this.functions.busy() + this.asyncCalls.busy();
  }

  async halt(): Promise<void> {
    this.#stopping = true;
    this.asyncCalls.close();
    await this.functions.stop();
  }
}

function openPools(opening: Opening, tableUrl: string): readonly FunctionPool[] {
  const { options, resources, clock, speed, callers, awsUrl, undo } = opening;
  const { log, concurrency = CONCURRENCY, echoFunctions: echo = false } = options;
  const logs = openLogSink({ folder: under(opening, 'logs'), log, echo });
  undo.push(logs.close);
  const time = openTimeSignal(clock, speed);
  const processors = openProcessors();
  const codeFolder = under(opening, 'code');
  return resources.ofType('AWS::Lambda::Function').map(resource => {
    const config = functionConfig(resource, { resources, codeFolder, concurrency });
    return new FunctionPool({
      config,
      place: PLACE,
      credentials: callers.ofRole(config.roleArn),
      awsUrl,
      tableUrl: options.directTable ? tableUrl : awsUrl,
      clock,
      time,
      logs,
      processors,
    });
  });
}
