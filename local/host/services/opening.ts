import { join } from 'node:path';
import type { Resources } from '../../assembly/load-resources.ts';
import type { Callers } from '../../iam/callers.ts';
import type { HostClock } from '../clock.ts';
import type { HostOptions } from '../options.ts';

/** What closes the things that were opened, to be run from the last to the first. */
export type Undo = (() => void | Promise<void>)[];

/** What every service is opened with. */
export interface Opening {
  readonly options: HostOptions;
  readonly resources: Resources;
  readonly clock: HostClock;
  /** 0 for a clock that is moved by hand. */
  readonly speed: number;
  readonly awsUrl: string;
  readonly callers: Callers;
  readonly onFault: (thrown: unknown) => void;
  readonly undo: Undo;
}

/** A folder of the data folder. */
export const under = ({ options }: Opening, name: string) => join(options.dataFolder, name);
