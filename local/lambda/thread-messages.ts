import type { TimeSignal } from './time-signal.ts';

/** What a function's thread is started with. */
export interface ThreadStart {
  readonly handler: string;
  readonly taskRoot: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly memorySize: number;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly logFormat: 'Text' | 'JSON';
  readonly time: TimeSignal;
}

/** One event for the thread. `event` is JSON; `remainingMilliseconds` is the machine's time, like the limit itself. */
export interface ThreadEvent {
  readonly requestId: string;
  readonly event: string;
  readonly remainingMilliseconds: number;
}

/** An error as Lambda reports it. */
export interface RuntimeError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** What the thread says. After `failed` with `fatal` it is of no more use. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly requestId: string; readonly payload: string }
  | {
      readonly kind: 'failed';
      readonly requestId: string | undefined;
      readonly error: RuntimeError;
      readonly fatal: boolean;
    };
