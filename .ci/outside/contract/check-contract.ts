import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { devClient } from '../../../start/api-client.ts';
import { freePort, run, Server } from '../commands.ts';
import { cleanEnvironment, fileOf, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import { CITIZEN, callersOfHost } from '../walk/callers.ts';
import { walkDossier } from '../walk/walk-dossier.ts';
import { knownObjects } from './known-objects.ts';

/** Every role at once: what is asked reaches as far as its object lets it. */
const OFFICER = {
  kind: 'officer',
  id: 'moi-vai.h44-101',
  unit: 'H44.101',
  roles: ['reception', 'handler', 'leader', 'signer', 'overseer', 'administrator', 'auditor'],
};

const DOCUMENT = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));

const APPLICANT = { kind: 'citizen', id: CITIZEN };
const PORTAL = { kind: 'portal', id: 'outside' };

/** As whom the API is asked, for what, and how: two runs at a time, for two processors. */
const LANES = [
  [{ name: 'an officer, at the edges of every schema', token: OFFICER, phase: 'coverage', paths: '.' }],
  [
    { name: 'an officer, at random', token: OFFICER, phase: 'fuzzing', paths: '.' },
    {
      name: 'a citizen, at random',
      token: APPLICANT,
      phase: 'fuzzing',
      paths: '^/v1/(access-records|dossiers|exports|uploads)',
    },
    { name: 'a portal, at random', token: PORTAL, phase: 'fuzzing', paths: '^/v1/(dossiers|uploads)' },
  ],
];

/** Asks the embedded host what docs/openapi.json says it may be asked, and what it says may not. */
export async function checkContract(place: Place, report: Report): Promise<void> {
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  const host = new Server(
    [
      'node',
      'start/begin.mjs',
      '--port',
      String(port),
      '--data',
      fileOf(place, 'data'),
      '--no-demo',
      '--unthrottled',
    ],
    { env: cleanEnvironment(), log: fileOf(place, 'host.log') },
  );
  await report.holds('the host starts, with the starter province', () =>
    host.ready(async () => (await fetch(`${api}/v1/procedures/1.013225`)).ok, 600),
  );
  const callers = callersOfHost(api);
  const walked = await walkDossier(callers, report);
  const config = fileOf(place, 'schemathesis.toml');
  writeFileSync(config, configuration(await knownObjects(callers, walked)));
  const lanes = LANES.map(async (lane, index) => {
    for (const { name, token, phase, paths } of lane)
      await report.holds(`answers as its document says, to ${name}`, async () => {
        const client = await devClient(api, token);
        const asked = ['--phases', phase, '--include-path-regex', paths, '--url', api];
        const { code, output } = await run(
          [
            ...[join(place.python, 'schemathesis'), '--config-file', config, 'run', DOCUMENT, ...asked],
            ...['--no-color', '--header', `Authorization: Bearer ${client.token}`],
          ],
          {
            env: { ...cleanEnvironment(), TMPDIR: place.folder },
            // It leaves a cache where it is run.
            cwd: place.folder,
            log: fileOf(place, `schemathesis-${index}.log`),
            seconds: 1200,
          },
        );
        if (code !== 0) throw new Error(output.replace(/(?:\n[ \t]*)+\n/g, '\n'));
        return /^ *(\d+ generated.*)$/m.exec(output)?.[1] ?? 'nothing was asked';
      });
  });
  const ended = await Promise.allSettled(lanes);
  await host.stop();
  const failed = ended.find(lane => lane.status === 'rejected');
  if (failed) throw failed.reason;
}

/** The configuration beside this file, with what there is on the host. */
function configuration(known: Readonly<Record<string, readonly string[]>>): string {
  const fixed = readFileSync(new URL('schemathesis.toml', import.meta.url), 'utf8');
  const dictionaries = Object.entries(known).map(
    ([name, values]) => `\n[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}\n`,
  );
  return `${fixed}${dictionaries.join('')}`;
}
