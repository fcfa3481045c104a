import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { HostCredentials } from './place.ts';
import { smallFile } from './small-file.ts';

const Kept = z.object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string() });

/** The access key that functions sign with, made once for a data folder: links they have signed stay good over a restart. */
export function openHostKeys(dataFolder: string): Required<HostCredentials> {
  const file = smallFile(join(dataFolder, 'host-keys.json'), Kept);
  const kept = file.read();
  if (kept) return kept;
  const fresh = {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
    sessionToken: randomBytes(48).toString('base64url'),
  };
  file.write(fresh);
  return fresh;
}
