import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { succeed } from '../commands.ts';
import { cleanEnvironment, fileOf, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import { CLERKS_FIELDS, type MadeFiles, makeFiles } from './make-files.ts';

const SECONDS = 60;

/** What we find of the files that pyHanko signed: the verdict, and of the first signature its level or first reason. */
const EXPECTED: Readonly<Record<string, readonly [verdict: string, detail: string]>> = {
  pkcs7: ['valid', 'null'],
  pades: ['valid', 'B'],
  curve: ['valid', 'B'],
  pss: ['valid', 'null'],
  sha1: ['indeterminate', 'digest-not-accepted'],
  stamped: ['valid', 'T'],
  certified: ['valid', 'null'],
  'certified-signed': ['valid', 'null'],
  twice: ['valid', 'B'],
  long: ['valid', 'LT'],
  archived: ['valid', 'LTA'],
  paint: ['invalid', 'page-changed'],
  repaint: ['invalid', 'page-changed'],
  note: ['invalid', 'annotation-changed'],
  opening: ['invalid', 'catalog-changed'],
  fill: ['invalid', 'filled-without-seal'],
  'paint-signed': ['invalid', 'page-changed'],
};

/** Programs of others verify what we sealed, and we judge what others signed. */
export async function checkSignatures(place: Place, report: Report): Promise<void> {
  const made = await report.holds('files are sealed by RSA and P-256, filled, stamped', () =>
    makeFiles(place),
  );
  for (const { name, signatures } of made.sealed) {
    await report.holds(`pdfsig: ${name}`, () => askPdfsig(place, name, signatures));
    await report.holds(`openssl cms: ${name}`, () => askOpenssl(place, name));
  }
  await report.holds('pyHanko finds every one of them valid', () => askPyhanko(place, made));
  await python(place, 'sign.py', []);
  for (const [name, expected] of Object.entries(EXPECTED))
    await report.holds(`signed by pyHanko, ${name}: ${expected.join(', ')}`, () =>
      judge(place, made, name, expected),
    );
}

const command = (place: Place, log: string, argv: readonly string[]) =>
  succeed(argv, {
    env: cleanEnvironment(),
    log: fileOf(place, `${log}.log`),
    seconds: SECONDS,
    cwd: place.folder,
  });

const python = (place: Place, script: string, names: readonly string[]) =>
  command(place, script, [
    join(place.python, 'python'),
    fileURLToPath(new URL(script, import.meta.url)),
    place.folder,
    ...names,
  ]);

async function askPdfsig(place: Place, name: string, signatures: number): Promise<void> {
  const told = await command(place, 'pdfsig', ['pdfsig', '-nocert', fileOf(place, `${name}.pdf`)]);
  const valid = told.match(/Signature Validation: Signature is Valid\./g)?.length ?? 0;
  if (valid !== signatures) throw new Error(told);
}

/** The last signature, taken out of the file by its byte range. */
async function askOpenssl(place: Place, name: string): Promise<void> {
  const pdf = readFileSync(fileOf(place, `${name}.pdf`));
  const ranges = [...pdf.toString('latin1').matchAll(/\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]/g)];
  const [start = 0, after = 0, length = 0] = ranges.at(-1)?.slice(1).map(Number) ?? [];
  const content = Buffer.concat([pdf.subarray(0, start), pdf.subarray(after, after + length)]);
  writeFileSync(fileOf(place, 'content.bin'), content);
  writeFileSync(
    fileOf(place, 'signature.der'),
    Buffer.from(pdf.toString('latin1', start + 1, after - 1), 'hex'),
  );
  const files = ['-in', fileOf(place, 'signature.der'), '-content', fileOf(place, 'content.bin')];
  const trust = ['-CAfile', fileOf(place, 'root.crt'), '-purpose', 'any', '-cades'];
  const out = ['-out', fileOf(place, 'verified.bin')];
  await command(place, 'openssl', [
    'openssl',
    'cms',
    '-verify',
    '-binary',
    '-inform',
    'DER',
    ...files,
    ...trust,
    ...out,
  ]);
}

async function askPyhanko(place: Place, { sealed }: MadeFiles): Promise<string> {
  const told = (
    await python(
      place,
      'verify.py',
      sealed.map(({ name }) => name),
    )
  )
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { file: string; field: string; valid: boolean; stamped: boolean });
  const wanted = sealed.reduce((sum, { signatures }) => sum + signatures, 0);
  const wrong = told.filter(({ valid, stamped, file, field }) => {
    const shouldBe = field === 'seal' && /stamped|lasting/.test(file);
    return !valid || stamped !== shouldBe;
  });
  if (wrong.length > 0 || told.length !== wanted) throw new Error(JSON.stringify(told, undefined, 1));
  return `${told.length} signatures`;
}

async function judge(
  place: Place,
  { authorities }: MadeFiles,
  name: string,
  [verdict, detail]: readonly [string, string],
): Promise<void> {
  const pdf = readFileSync(fileOf(place, `${name}.pdf`));
  const report = await verifySignatures(pdf, { authorities, at: Date.now(), fillable: CLERKS_FIELDS });
  const [first] = report.signatures;
  const found = report.verdict === 'valid' ? String(first?.level) : first?.reasons[0]?.code;
  if (report.verdict !== verdict || found !== detail) throw new Error(JSON.stringify(report, undefined, 1));
}
