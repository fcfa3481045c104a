import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../infra/manifests/read-manifests.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(path) ? [path] : [];
  });
}

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a file imports: files of the project by their path from its root, packages by name. */
function importsOf(file: string): string[] {
  // Import and export statements end with their module; a dynamic import names it in its call.
  const statements =
    /^(?:import |export |\} ).*from '([^'\n]+)'(?: with .*)?;$|^import '([^'\n]+)';$|import\('([^'\n]+)'\)/gm;
  const found = [...textOf(file).matchAll(statements)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
  return found.map(name =>
    name.startsWith('.') ? relative(root, normalize(join(root, dirname(file), name))) : name,
  );
}

/** Files that break a rule, each with what breaks it; none is the wish. */
function offenders(files: readonly string[], breaks: (file: string, imported: string) => boolean): string[] {
  return files.flatMap(file =>
    importsOf(file)
      .filter(imported => breaks(file, imported))
      .map(imported => `${file} imports ${imported}`),
  );
}

/** Chains of imports that lead back to where they began, each named once. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  function follow(file: string, way: readonly string[]): void {
    const begun = way.indexOf(file);
    if (begun >= 0) circles.push([...way.slice(begun), file].join(' → '));
    if (begun >= 0 || done.has(file)) return;
    for (const imported of imports.get(file) ?? []) follow(imported, [...way, file]);
    done.add(file);
  }
  for (const file of imports.keys()) follow(file, []);
  return circles;
}

const functions = filesUnder('functions');
const domain = functions.filter(file => file.startsWith('functions/domain/'));

/** The rooms of the house by floor; a floor may use those below it, and the kernel is beside the records. */
const floors = {
  features: /^functions\/features\//,
  connectors: /^functions\/connectors\//,
  records: /^functions\/records\//,
  kernel: /^functions\/kernel\//,
  domain: /^functions\/domain\//,
} as const;
type Floor = keyof typeof floors;
const mayUse: Readonly<Record<Floor, readonly Floor[]>> = {
  features: ['features', 'records', 'kernel', 'domain'],
  connectors: ['connectors', 'records', 'kernel', 'domain'],
  records: ['records', 'kernel', 'domain'],
  kernel: ['kernel'],
  domain: ['domain'],
};
const floorOf = (file: string) => (Object.keys(floors) as Floor[]).find(floor => floors[floor].test(file));
const isWiring = (file: string) => /\/lambdas\/[^/]+\/index\.ts$/.test(file);
const roomOf = (file: string) => /^functions\/(?:features|connectors)\/[^/]+/.exec(file)?.[0];

describe('the rules of the house', () => {
  it('has files to look at', () => {
    expect(domain.length).toBeGreaterThan(50);
    expect(functions.length).toBeGreaterThan(domain.length + 50);
  });

  it('domain rules import schemas, law and each other, nothing else of the project, and no AWS', () => {
    const allowed =
      /^(functions\/domain\/|schemas\/|law\/|(node:crypto|node:zlib|canonicalize|read-vietnamese-number)$)/;
    expect(offenders(domain, (_, imported) => !allowed.test(imported) && imported !== 'zod')).toEqual([]);
  });

  it('domain rules read no environment and no clock of the machine', () => {
    const reading = /process\.env|Date\.now\(|new Date\(\)|setTimeout|Math\.random/;
    expect(domain.filter(file => reading.test(textOf(file)))).toEqual([]);
  });

  it('every file of functions/ is on a floor', () => {
    expect(functions.filter(file => floorOf(file) === undefined)).toEqual([]);
  });

  it('a floor uses only the floors below it', () => {
    const upwards = (file: string, imported: string) => {
      const from = floorOf(file);
      const to = floorOf(imported);
      // Wiring joins a feature with the connectors that implement its ports.
      if (from === 'features' && to === 'connectors') return !isWiring(file);
      return from !== undefined && to !== undefined && !mayUse[from].includes(to);
    };
    expect(offenders(functions, upwards)).toEqual([]);
  });

  it('no feature and no connector imports another', () => {
    const foreign = (file: string, imported: string) => {
      const [from, to] = [roomOf(file), roomOf(imported)];
      if (isWiring(file) && to?.startsWith('functions/connectors/')) return false;
      return from !== undefined && to !== undefined && from !== to;
    };
    expect(offenders(functions, foreign)).toEqual([]);
  });

  it('the kernel has no business word', () => {
    const words = /dossier|procedure|applicant|officer|citizen|hồ sơ|thủ tục/i;
    const kernel = functions.filter(file => floors.kernel.test(file));
    expect(kernel.length).toBeGreaterThan(20);
    expect(kernel.filter(file => words.test(textOf(file)))).toEqual([]);
  });

  it('no file imports itself by way of others, nor its types', () => {
    const all = ['functions', 'schemas', 'law', 'infra', 'local', 'start', 'tools', 'bench', 'simulator'];
    const imports = new Map(all.flatMap(filesUnder).map(file => [file, importsOf(file)]));
    expect(circlesOf(imports)).toEqual([]);
  });

  it('schemas import only schemas', () => {
    const foreign = (_: string, imported: string) => !imported.startsWith('schemas/') && imported !== 'zod';
    expect(offenders(filesUnder('schemas'), foreign)).toEqual([]);
  });

  it('the embedded host knows nothing of the application', () => {
    const own = /^(functions|schemas|infra|law|province|start)\//;
    expect(offenders(filesUnder('local'), (_, imported) => own.test(imported))).toEqual([]);
  });

  it('infrastructure knows functions by their manifests, and the table by its design', () => {
    const known =
      /^functions\/(?:kernel\/feature\.ts|records\/keys\/[^/]+\.ts|features\/[^/]+\/feature\.ts)$/;
    const inside = (_: string, imported: string) =>
      imported.startsWith('functions/') && !known.test(imported);
    expect(offenders(filesUnder('infra'), inside)).toEqual([]);
  });

  it('manifests are plain data: they import their type, the design of the table and lists of companions', async () => {
    const manifests = functions.filter(file => roomOf(file) !== undefined && file.endsWith('/feature.ts'));
    const known =
      /^functions\/(?:kernel\/feature\.ts|records\/keys\/[^/]+\.ts|records\/[^/]+\/companions\.ts)$/;
    expect(manifests.length).toBeGreaterThan(10);
    expect(offenders(manifests, (_, imported) => !known.test(imported))).toEqual([]);
    for (const { name, feature } of await readManifests())
      expect(JSON.parse(JSON.stringify(feature)), name).toStrictEqual(feature);
  });

  it('zod is imported as a whole, which saves 360 KB a function', () => {
    const everything = [...functions, ...filesUnder('schemas'), ...filesUnder('infra')];
    const other = /import (?!\* as z |type \* as z )[^;]*from 'zod'/;
    expect(everything.filter(file => other.test(textOf(file)))).toEqual([]);
  });

  it('keys of the table are built in one place', () => {
    const builds =
      /[`'](DOSSIER|TASK|EVENT|PROCEDURE|WORKFLOW|FILE|NUMBER|RESULT|WORK|UNIT|OWNER|WAKE|READS|READDAY|READER|EXPORTS?|TALLY|FOUND|LISTED|CURSOR|WAITING|PARTY|SUBSCRIPTIONS|FEED|POLL|RETRY)#/;
    const elsewhere = functions.filter(
      file => !/^functions\/records\/keys\//.test(file) && builds.test(textOf(file)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('the shape of what is stored is in schemas/stored, and nowhere else', () => {
    const records = functions.filter(file => floors.records.test(file));
    // What the environment says is no item.
    const shapes = (file: string) =>
      textOf(file)
        .replace(/const \w+Environment = z\.object\(/g, '')
        .match(/\bz\.(?:object|strictObject|looseObject|record|discriminatedUnion|union|tuple)\(/g) ?? [];
    expect(records.filter(file => shapes(file).length > 0)).toEqual([]);
    // Elsewhere nothing is read as stored by a shape of the reader's own.
    const reading = functions.filter(file => /parseStored\(/.test(textOf(file)));
    expect(reading.length).toBeGreaterThan(10);
    expect(
      reading.filter(file => shapes(file).length > 0 || /parseStored\(\s*z\./.test(textOf(file))),
    ).toEqual([]);
  });

  it('attributes of indexes and of the time to live are named in one place', () => {
    const names = /\$\{\w+\}[PS]k`|IndexName: '|\bexpiresAt = :|\bexpiresAt(?: =|:) Math\.|'expiresAt'/;
    const elsewhere = functions.filter(
      file => !/\/(?:index-attributes|table-design)\.ts$/.test(file) && names.test(textOf(file)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('the environment is read in one place, and by the credentials the bundler puts in', () => {
    const readers = functions.filter(file => textOf(file).includes('process.env'));
    expect(readers).toEqual(['functions/kernel/config/environment.ts']);
  });

  it('what is tried again is tried again by the kernel', () => {
    const byHand = /\bfor \(let (attempt|tries|retry)|\bconst ([A-Z]+_)?ATTEMPTS\b/;
    const elsewhere = functions.filter(file => byHand.test(textOf(file)));
    expect(elsewhere).toEqual([]);
  });

  it('files stay small', () => {
    const lines = (file: string) => textOf(file).split('\n').length;
    const sizes = functions.map(lines).sort((a, b) => a - b);
    expect(functions.filter(file => lines(file) > 250)).toEqual([]);
    expect(filesUnder('local').filter(file => lines(file) > 400)).toEqual([]);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(65);
  });

  it('the pages are a client of the API: they know nothing else of the project', () => {
    const pages = filesUnder('web');
    expect(pages.length).toBeGreaterThan(50);
    const foreign = (_: string, imported: string) =>
      /^(functions|schemas|infra|law|province|local|start|tools|test)\//.test(imported);
    expect(offenders(pages, foreign)).toEqual([]);
    const elsewhere = functions.filter(file => importsOf(file).some(name => name.startsWith('web/')));
    expect(elsewhere).toEqual([]);
    const lines = (file: string) => textOf(file).split('\n').length;
    const written = pages.filter(file => file !== 'web/api/generated.ts');
    expect(written.filter(file => lines(file) > 250)).toEqual([]);
    const sizes = written.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(65);
  });

  it('messages of schemas are in both languages', () => {
    const oneLanguage =
      /\.(?:min|max|length|regex|refine)\((?:[^()]|\([^()]*\))*?,\s*(?:['"`]|\{\s*(?:message|error)\b)/;
    expect(filesUnder('schemas').filter(file => oneLanguage.test(textOf(file)))).toEqual([]);
  });

  it('the glossary is in order, and what it names is where it says', () => {
    const rows = [...textOf('docs/glossary.md').matchAll(/^\| ([^|]+) \|.*\| `([^`]+)` \|$/gm)];
    const terms = rows.map(([, term = '']) => term);
    expect(terms.length).toBeGreaterThan(40);
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(rows.map(([, , where = '']) => where).filter(where => !existsSync(join(root, where)))).toEqual([]);
  });

  it('no folder is a dumping ground', () => {
    const all = [
      ...functions,
      ...filesUnder('schemas'),
      ...filesUnder('infra'),
      ...filesUnder('local'),
      ...filesUnder('start'),
      ...filesUnder('web'),
      ...filesUnder('bench'),
      ...filesUnder('simulator'),
    ];
    expect(all.filter(file => /\/(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file))).toEqual([]);
    expect(all.filter(file => statSync(join(root, file)).size === 0)).toEqual([]);
  });
});
