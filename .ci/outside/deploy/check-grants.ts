import type { Report } from '../report.ts';
import type { Callers } from '../walk/callers.ts';
import { type Emulator, valuesOf } from './emulator.ts';

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

/**
 * AWS judges an answer to a wait by the machine that waits, and so are our grants. The emulator goes by AWS's reference, which names
 * no resource for it, and wants a grant for all: those who may answer our machine get one here.
 */
export async function letAnswerAnyMachine(emulator: Emulator, report: Report): Promise<void> {
  const answering = (await policiesOf(emulator)).filter(({ text }) => text.includes(ANSWER));
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: ANSWER, Resource: '*' } };
  for (const { role } of answering)
    await emulator.ask('iam', 'PutRolePolicy', {
      RoleName: role,
      PolicyName: 'AnswerAnyMachine',
      PolicyDocument: JSON.stringify(document),
    });
  report.skipped(
    `the grant of ${ANSWER} to one machine`,
    `the emulator knows no resource for it; ${answering.length} policies that give it were widened for this run`,
  );
}

const ANSWER = 'states:SendTaskSuccess';

/** Takes the policies away from all roles of the province. */
async function takeGrants(emulator: Emulator): Promise<number> {
  const policies = await policiesOf(emulator);
  for (const { role, policy } of policies)
    await emulator.ask('iam', 'DeleteRolePolicy', { RoleName: role, PolicyName: policy });
  return policies.length;
}

/** Every policy that a role of the province has of its own. */
async function policiesOf(emulator: Emulator) {
  const roles = valuesOf(await emulator.ask('iam', 'ListRoles', {}), 'RoleName');
  const policies: { role: string; policy: string; text: string }[] = [];
  for (const role of roles.filter(name => name.startsWith('motcua-outside-')))
    for (const policy of valuesOf(
      await emulator.ask('iam', 'ListRolePolicies', { RoleName: role }),
      'member',
    )) {
      const found = await emulator.ask('iam', 'GetRolePolicy', { RoleName: role, PolicyName: policy });
      policies.push({ role, policy, text: decodeURIComponent(valuesOf(found, 'PolicyDocument')[0] ?? '') });
    }
  return policies;
}
