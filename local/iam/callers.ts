import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Resources } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';
import type { HostCredentials } from '../host/place.ts';
import { type Statement, statementSchema } from './statement.ts';

const Policy = z.looseObject({
  PolicyDocument: z.looseObject({ Statement: z.array(statementSchema) }),
  Roles: z.array(z.string()).default([]),
});

/**
 * Who signs: the host itself and clients outside, who may do everything, and functions, who
 * may do what their role allows.
 */
export interface Caller {
  readonly secret: string;
  /** Undefined for who may do everything. */
  readonly role?: { readonly name: string; readonly statements: readonly Statement[] };
}

/** The access keys there are. */
export interface Callers {
  find(accessKeyId: string): Caller | undefined;
  /** The key that the functions of a role sign with. */
  ofRole(roleArn: string): HostCredentials;
}

/** Keys of roles are made from the host's own key, so that links a function signed stay good over a restart. */
export function openCallers(deps: {
  resources: Resources;
  own: Required<HostCredentials>;
  clients: readonly HostCredentials[];
}): Callers {
  const { resources, own, clients } = deps;
  const all = new Map<string, Caller>(
    [own, ...clients].map(keys => [keys.accessKeyId, { secret: keys.secretAccessKey }]),
  );
  const statements = statementsByRole(resources);
  const derive = (what: string, role: string) =>
    createHmac('sha256', own.secretAccessKey).update(`${what}\n${role}`).digest();
  return {
    find: accessKeyId => all.get(accessKeyId),
    ofRole(roleArn) {
      const name = roleArn.split('/').at(-1) ?? roleArn;
      const keys = {
        accessKeyId: `ASIA${derive('id', name).toString('hex').slice(0, 16).toUpperCase()}`,
        secretAccessKey: derive('secret', name).toString('base64url').slice(0, 40),
        sessionToken: own.sessionToken,
      };
      all.set(keys.accessKeyId, {
        secret: keys.secretAccessKey,
        role: { name, statements: statements.get(name) ?? [] },
      });
      return keys;
    },
  };
}

function statementsByRole(resources: Resources): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, Statement[]>();
  for (const { name, properties } of resources.ofType('AWS::IAM::Policy')) {
    const parsed = Policy.safeParse(properties);
    if (!parsed.success)
      throw new HostError(`The policy ${name} cannot be read: ${z.prettifyError(parsed.error)}.`);
    for (const role of parsed.data.Roles)
      byRole.set(role, [...(byRole.get(role) ?? []), ...parsed.data.PolicyDocument.Statement]);
  }
  return byRole;
}
