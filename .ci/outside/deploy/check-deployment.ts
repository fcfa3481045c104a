import { readFileSync } from 'node:fs';
import { succeed } from '../commands.ts';
import type { Issuers } from '../issuers.ts';
import { fileOf, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import type { Assembly } from '../templates/synthesize.ts';
import { callersOf } from '../walk/callers.ts';
import { historyOf, walkDossier } from '../walk/walk-dossier.ts';
import { checkDoors } from './check-doors.ts';
import { checkGrants, letAnswerAnyMachine } from './check-grants.ts';
import { checkLists } from './check-lists.ts';
import { Emulator, resourcesOf, valuesOf } from './emulator.ts';
import { letResultsBeWritten } from './locked-results.ts';
import { readDeploymentCommands } from './readme.ts';

/** Deploys as the README says, loads the province as it says, and walks a dossier to its result. */
export async function checkDeployment(place: Place, province: Province, report: Report): Promise<void> {
  const emulator = await Emulator.start(place);
  try {
    await deployAndWalk(place, emulator, province, report);
  } finally {
    await emulator.stop();
  }
}

/** What is deployed, and whose tokens it trusts. */
interface Province {
  readonly issuers: Issuers;
  readonly assembly: Assembly;
}

async function deployAndWalk(
  place: Place,
  emulator: Emulator,
  { issuers, assembly }: Province,
  report: Report,
): Promise<void> {
  const commands = readDeploymentCommands('README.md');
  const outputs = fileOf(place, 'outputs.json');
  const records = assembly.stacks.find(name => name.endsWith('-records')) ?? '';
  const bash = (name: string, script: string, env: Record<string, string>) =>
    succeed(['bash', '-euo', 'pipefail', '-c', script], {
      env: { ...emulator.environment, ...env },
      log: fileOf(place, `${name}.log`),
      seconds: 600,
    });

  await report.holds('the README’s commands: bootstrap and deploy, by the CDK CLI', async () => {
    await bash('deploy', commands.deploy, { CDK_APP: assembly.folder, CDK_OUTPUTS_FILE: outputs });
    const resources = await Promise.all(assembly.stacks.map(stack => resourcesOf(emulator, stack)));
    return `${resources.flat().length} resources`;
  });
  await report.holds('what is kept is protected from deletion', async () => {
    const stacks = await emulator.ask('cloudformation', 'DescribeStacks', {
      StackName: records,
    });
    const [protection] = valuesOf(stacks, 'EnableTerminationProtection');
    if (protection !== 'true') throw new Error(`EnableTerminationProtection is ${protection}`);
  });
  const api = apiOf(emulator, outputs);
  await report.holds('the README’s commands: the starter province, loaded through the API', async () => {
    const token = await issuers.officer('H44', 'administrator');
    const printed = await bash('load', `API='${api}'\n${commands.load}`, { MOTCUA_TOKEN: token });
    const counted = /^(\d+) rows: \1 accepted.*$/m.exec(printed);
    if (!counted) throw new Error(printed.slice(-2000));
    return counted[0];
  });
  await checkDoors(api, issuers, report);
  await letAnswerAnyMachine(emulator, report);
  await letResultsBeWritten(emulator, records, report);
  const callers = callersOf(api, issuers);
  const dossier = await walkDossier(callers, report);
  await checkLists(callers, dossier, report);
  const events = await historyOf(await callers.citizen(), dossier);
  await checkGrants({ emulator, callers, dossier }, report);
  sayWhatIsNotSeen(events, report);
}

/** By path: names below `localhost` are resolved by browsers and curl, and not by Node. */
function apiOf(emulator: Emulator, outputs: string): string {
  const stacks = JSON.parse(readFileSync(outputs, 'utf8')) as Record<string, Record<string, string>>;
  const url = Object.values(stacks).flatMap(({ ApiUrl }) => ApiUrl ?? [])[0];
  const [, id] = /^https:\/\/(\w+)\.execute-api\./.exec(url ?? '') ?? [];
  if (id === undefined) throw new Error(`the service stack has no output ApiUrl of an HTTP API: ${url}`);
  return `${emulator.url}/_aws/execute-api/${id}/$default`;
}

function sayWhatIsNotSeen(events: readonly string[], report: Report): void {
  const lost = events.filter(type => type === 'executionLost').length;
  report.gap(
    'waits of the state machine, their alarms and their wake-ups',
    `the emulator’s Step Functions does not evaluate a JSONata TimeoutSeconds and fails each wait; the watch over
           executions carried the dossier on ${lost} times, which is how its result could be issued`,
    lost > 0,
  );
  report.skipped('alarms', 'the emulator keeps them, and counts nothing of what they watch');
  report.skipped(
    'throttling and access logs of the API',
    'the emulator keeps their settings and does neither',
  );
  report.skipped('arm64 and the limits of memory', 'its functions run on the Node 24 of this machine');
}
