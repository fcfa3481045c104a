// The checks of .ci/outside/run: all of them, or those that are named.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAll } from './commands.ts';

import { checkContract } from './contract/check-contract.ts';
import { checkDeployment } from './deploy/check-deployment.ts';
import { Issuers } from './issuers.ts';
import { Report } from './report.ts';
import { checkSignatures } from './signatures/check-signatures.ts';
import { checkTemplates } from './templates/check-templates.ts';
import { BEHIND_CLOUDFRONT, synthesize } from './templates/synthesize.ts';

const [python = '', ...named] = process.argv.slice(2);
const asked = (part: string) => named.length === 0 || named.includes(part);
const place = { python, folder: mkdtempSync(join(tmpdir(), 'motcua-outside-')) };
process.once('exit', () => rmSync(place.folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    process.stdout.write(`ended by ${signal}\n`);
    void stopAll().finally(() => process.exit(1));
  });

const report = new Report();
if (asked('templates') || asked('deploy')) {
  await report.part('Templates', async () => {
    const issuers = await Issuers.withNewKey();
    const assembly = await report.holds('cdk synth, with neither account nor network', () =>
      synthesize(place, issuers),
    );
    if (asked('templates')) {
      const behind = await report.holds('cdk synth with CloudFront and AWS WAF before the API', () =>
        synthesize(place, issuers, { name: '.edge', settings: BEHIND_CLOUDFRONT }),
      );
      await report.part('cfn-lint', () => checkTemplates(place, [assembly, behind], report));
    }
    if (asked('deploy'))
      await report.part('cdk deploy to ministack', () =>
        checkDeployment(place, { issuers, assembly }, report),
      );
  });
}

if (asked('contract'))
  await report.part('schemathesis on the embedded host', () => checkContract(place, report));
if (asked('signatures'))
  await report.part('Signatures of PDF, by pdfsig, openssl and pyHanko', () =>
    checkSignatures(place, report),
  );
await stopAll();
report.say(`outside: ${report.passed} passed, ${report.failed} failed`);
process.exit(report.failed === 0 && report.passed > 0 ? 0 : 1);
