import { join } from 'node:path';

/** Where a run of the checks keeps what it makes, and what it is made with. */
export interface Place {
  /** Programs of the Python environment. */
  readonly python: string;
  /** A folder that is gone at the end. */
  readonly folder: string;
}

/** A file of the run. */
export const fileOf = ({ folder }: Place, name: string) => join(folder, name);

/** What this process was given, without what would lead a program to the AWS account of whoever runs it. */
export function cleanEnvironment(): Record<string, string | undefined> {
  const given = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK|MOTCUA|NODE)_/.test(name));
  return Object.fromEntries(given);
}
