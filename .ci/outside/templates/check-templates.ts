import { join, relative } from 'node:path';
import { run } from '../commands.ts';
import { cleanEnvironment, fileOf, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import type { Assembly } from './synthesize.ts';

/** What cfn-lint found, of what it says of each finding. */
interface Finding {
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
}

/** Where the deployment is checked as if it were to go there. */
export const REGION = 'ap-southeast-1';

/** Has cfn-lint read every template. What it finds is an error, unless an exception says why it is none. */
export async function checkTemplates(
  place: Place,
  assemblies: readonly Assembly[],
  report: Report,
): Promise<void> {
  const used = new Set<Exception>();
  const files = assemblies.flatMap(({ folder, templates }) => templates.map(name => join(folder, name)));
  for (const file of files) {
    await report.holds(relative(place.folder, file), async () => {
      const findings = await findingsIn(place, file);
      const errors = findings.filter(finding => {
        const exception = EXCEPTIONS.find(
          ({ rule, message }) => rule === finding.Rule.Id && message.test(finding.Message),
        );
        if (exception) used.add(exception);
        return !exception;
      });
      if (errors.length > 0) throw new Error(errors.map(lineOf).join('\n'));
      return `${findings.length} findings, each excepted with its reason`;
    });
  }
  await report.holds('every exception of cfn-lint is still needed', async () => {
    const idle = EXCEPTIONS.filter(exception => !used.has(exception));
    if (idle.length > 0) throw new Error(`not met any more: ${idle.map(({ rule }) => rule).join(', ')}`);
  });
}

async function findingsIn(place: Place, file: string): Promise<readonly Finding[]> {
  const { output } = await run(
    [join(place.python, 'cfn-lint'), '--format', 'json', '--regions', REGION, '--template', file],
    { env: cleanEnvironment(), log: fileOf(place, 'cfn-lint.json'), seconds: 600 },
  );
  try {
    return JSON.parse(output) as readonly Finding[];
  } catch {
    throw new Error(`cfn-lint answered no findings\n${output}`);
  }
}

const lineOf = ({ Rule, Message, Location }: Finding) =>
  `${Rule.Id} ${Message} (${(Location.Path ?? []).join('/')})`;
