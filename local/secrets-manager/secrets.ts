import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';
import { smallFile } from '../host/small-file.ts';
import { generateSecretString, randomString } from './random-string.ts';

const Properties = z.looseObject({
  Description: z.string().default(''),
  SecretString: z.string().optional(),
  GenerateSecretString: generateSecretString.optional(),
});

/** A value of a secret: text, or bytes in base64. */
const Version = z.strictObject({
  id: z.string(),
  createdAt: z.number(),
  text: z.string().optional(),
  binary: z.string().optional(),
});
export type Version = z.infer<typeof Version>;

const Secret = z.strictObject({
  name: z.string(),
  arn: z.string(),
  description: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** The current value, then the one before it. */
  versions: z.array(Version).max(2),
  /** Digest of the value that the template gave last. */
  template: z.string().optional(),
});
export type Secret = z.infer<typeof Secret>;

/** The secrets of a data folder, each in a file of its own that its owner alone may read. */
export interface Secrets {
  all(): readonly Secret[];
  /** By name, by ARN, or by an ARN without its random end. */
  find(id: string): Secret | undefined;
  keep(secret: Secret): void;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Opens what the folder has, and makes what the templates have and it has not. */
export function openSecrets(resources: readonly Resource[], folder: string, now: () => number): Secrets {
  const fileOf = (name: string) => smallFile(join(folder, `${digest(name).slice(0, 32)}.json`), Secret);
  const byName = new Map<string, Secret>();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const secret = file.endsWith('.json') ? smallFile(join(folder, file), Secret).read() : undefined;
    if (secret) byName.set(secret.name, secret);
  }
  const secrets: Secrets = {
    all: () => [...byName.values()],
    find: id =>
      byName.get(id) ?? [...byName.values()].find(({ arn }) => arn === id || arn.slice(0, -7) === id),
    keep(secret) {
      fileOf(secret.name).write(secret);
      byName.set(secret.name, secret);
    },
  };
  for (const resource of resources) deploy(resource, secrets, now);
  return secrets;
}

/** As CloudFormation does: a value is generated once, and one that the template gives is put when it changes. */
function deploy(resource: Resource, secrets: Secrets, now: () => number): void {
  const { success, data, error } = Properties.safeParse(resource.properties);
  if (!success)
    throw new HostError(
      `The embedded host cannot keep ${resource.type} ${resource.logicalId}: ${z.prettifyError(error)}.`,
    );
  const { name, arn } = resource;
  const { Description: description, SecretString: given, GenerateSecretString: generate } = data;
  const kept = secrets.find(name);
  const at = now();
  const secret = kept ?? { name, arn, description, createdAt: at, changedAt: at, versions: [] };
  const template = given === undefined ? undefined : digest(given);
  const fresh =
    given !== undefined && template !== kept?.template
      ? given
      : generate && secret.versions.length === 0
        ? randomString(generate)
        : undefined;
  const described = { ...secret, description, ...(template !== undefined && { template }) };
  const id = digest(`${arn} ${at}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  secrets.keep(fresh === undefined ? described : withVersion(described, { id, createdAt: at, text: fresh }));
}

/** A secret with a value that is current from now on. */
export const withVersion = (secret: Secret, version: Version): Secret => ({
  ...secret,
  changedAt: version.createdAt,
  versions: [version, ...secret.versions].slice(0, 2),
});
