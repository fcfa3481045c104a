import type { Report } from '../report.ts';
import { type Emulator, valuesOf } from './emulator.ts';
import type { Callers } from './walk-dossier.ts';

/**
 * The emulator judges the functions’ calls by the policies of their roles, so the walk has shown that their grants
 * suffice. That it does judge is shown here: without the grants, what worked fails.
 */
export async function checkGrants(
  { emulator, callers, dossier }: { emulator: Emulator; callers: Callers; dossier: string },
  report: Report,
): Promise<void> {
  const { url, token } = await callers.officer('overseer', 'H44');
  const read = async () =>
    (await fetch(`${url}/v1/dossiers/${dossier}`, { headers: { authorization: `Bearer ${token}` } })).status;
  await report.holds('functions live by their grants: without them, what worked fails', async () => {
    const before = await read();
    const taken = await takeGrants(emulator);
    const after = await read();
    if (before !== 200 || after < 500) throw new Error(`answered ${before} with them and ${after} without`);
    return `${taken} policies taken away, then ${after}`;
  });
}

/** Takes the policies away from all roles of the service stack. */
async function takeGrants(emulator: Emulator): Promise<number> {
  const roles = valuesOf(await emulator.ask('iam', 'ListRoles', {}), 'RoleName');
  let taken = 0;
  for (const role of roles.filter(name => name.startsWith('motcua-outside-service-'))) {
    const policies = valuesOf(await emulator.ask('iam', 'ListRolePolicies', { RoleName: role }), 'member');
    for (const policy of policies) {
      await emulator.ask('iam', 'DeleteRolePolicy', { RoleName: role, PolicyName: policy });
      taken += 1;
    }
  }
  return taken;
}
