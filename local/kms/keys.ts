import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';
import { smallFile } from '../host/small-file.ts';

const Properties = z.looseObject({
  KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
  Description: z.string().default(''),
  Enabled: z.boolean().default(true),
});

const Kept = z.strictObject({ createdAt: z.number(), privateKey: z.string() });

/** A key of the template. One for encryption is known by name alone: nothing here is encrypted with it. */
export interface HostKey {
  readonly id: string;
  readonly arn: string;
  readonly description: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly enabled: boolean;
  readonly spec: string;
  readonly usage: string;
  /** Of a key that signs: made when it is first asked for, because one for RSA takes a second. */
  readonly privateKey: (() => KeyObject) | undefined;
}

/**
 * The template's keys. Those that sign are made once for a data folder, each in a file
 * of its own that its owner alone may read.
 */
export function openKeys(
  resources: readonly Resource[],
  folder: string,
  now: () => number,
): readonly HostKey[] {
  return resources.map(resource => {
    const properties = Properties.parse(resource.properties);
    const { KeySpec: spec, KeyUsage: usage } = properties;
    const key = {
      id: resource.name,
      arn: resource.arn,
      description: properties.Description,
      enabled: properties.Enabled,
      spec,
      usage,
    };
    if (spec === 'SYMMETRIC_DEFAULT') return { ...key, createdAt: now(), privateKey: undefined };
    const fresh = FRESH[spec];
    if (!fresh || usage !== 'SIGN_VERIFY')
      throw new HostError(
        `The embedded host cannot keep ${resource.type} ${resource.logicalId}: of asymmetric keys it knows ${Object.keys(FRESH).join(' and ')} for SIGN_VERIFY alone, not ${spec} for ${usage}.`,
      );
    const file = smallFile(join(folder, `${resource.name}.json`), Kept);
    const createdAt = file.read()?.createdAt ?? now();
    let opened: KeyObject | undefined;
    const privateKey = () => {
      if (opened) return opened;
      const kept = file.read() ?? { createdAt, privateKey: pem(fresh()) };
      file.write(kept);
      opened = createPrivateKey(kept.privateKey);
      return opened;
    };
    return { ...key, createdAt, privateKey };
  });
}

/** How a key of a spec is made. */
const FRESH: Readonly<Record<string, () => KeyObject>> = {
  ECC_NIST_P256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  RSA_3072: () => generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey,
};

const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();
