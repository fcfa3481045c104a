import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { Resource, Resources } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';

const Properties = z.looseObject({
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only Node.js runtimes run in the embedded host'),
  Code: z.looseObject({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  MemorySize: z.coerce.number().default(128),
  Timeout: z.coerce.number().default(3),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  LoggingConfig: z
    .looseObject({ LogGroup: z.string().optional(), LogFormat: z.enum(['Text', 'JSON']).default('Text') })
    .optional(),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string().optional() }).optional(),
  Layers: z.array(z.unknown()).max(0, 'layers are not supported by the embedded host').optional(),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
});

/** One function as the host runs it. */
export interface FunctionConfig {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  /** The role it runs in, which its rights are given to. */
  readonly roleArn: string;
  /** The folder that holds its code. */
  readonly taskRoot: string;
  /** Mebibytes. */
  readonly memorySize: number;
  /** Seconds one call may take. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroupName: string;
  readonly logFormat: 'Text' | 'JSON';
  /** Threads at most, so calls at one time. */
  readonly concurrency: number;
  /** ARN of the queue that gets events this function failed on for good. */
  readonly deadLetterArn: string | undefined;
}

/** Reads a function resource. `codeFolder` takes code that cannot run from where it lies. */
export function functionConfig(
  resource: Resource,
  deps: { resources: Resources; codeFolder: string; concurrency: number },
): FunctionConfig {
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success)
    throw new HostError(`The function ${resource.name} cannot run here: ${z.prettifyError(parsed.error)}.`);
  const {
    Handler,
    Role,
    Runtime,
    Code,
    MemorySize,
    Timeout,
    Environment,
    LoggingConfig,
    DeadLetterConfig,
    ReservedConcurrentExecutions,
  } = parsed.data;
  return {
    name: resource.name,
    arn: resource.arn,
    handler: Handler,
    runtime: Runtime,
    roleArn: Role,
    taskRoot: codeOf(resource.name, Code, Handler, deps),
    memorySize: MemorySize,
    timeout: Timeout,
    environment: Environment?.Variables ?? {},
    logGroupName: LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.name}`,
    logFormat: LoggingConfig?.LogFormat ?? 'Text',
    concurrency: Math.min(ReservedConcurrentExecutions ?? deps.concurrency, deps.concurrency),
    deadLetterArn: DeadLetterConfig?.TargetArn,
  };
}

function codeOf(
  name: string,
  code: { S3Key?: string | undefined; ZipFile?: string | undefined },
  handler: string,
  deps: { resources: Resources; codeFolder: string },
): string {
  const own = join(deps.codeFolder, name);
  if (code.ZipFile !== undefined) {
    ownFolder(own);
    writeFileSync(join(own, 'index.js'), code.ZipFile);
    return own;
  }
  const asset = code.S3Key === undefined ? undefined : deps.resources.asset(code.S3Key);
  if (!asset || !existsSync(asset))
    throw new HostError(`The code of the function ${name} is not in the cloud assembly (${code.S3Key}).`);
  if (!statSync(asset).isDirectory())
    throw new HostError(`The code of the function ${name} is a file (${basename(asset)}), not a folder.`);
  // Without a package.json of its own, a `.js` file would take its module type from a folder above cdk.out.
  const base = handler.slice(0, handler.indexOf('.', handler.lastIndexOf('/') + 1));
  if (!existsSync(join(asset, `${base}.js`)) || existsSync(join(asset, 'package.json'))) return asset;
  ownFolder(own);
  cpSync(asset, own, { recursive: true });
  return own;
}

function ownFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
}
