import { afterAll, beforeAll } from 'vitest';
import { anchorsSuite } from './anchors.suite.ts';
import { checksSuite } from './checks.suite.ts';
import { functionsSuite } from './functions.suite.ts';
import { outsideSecretsSuite } from './outside-secrets.suite.ts';
import { recordsSuite } from './records.suite.ts';
import { rightsSuite } from './rights.suite.ts';
import { serviceSuite } from './service.suite.ts';
import { type Synthesized, synthesizeOnce } from './synthesized.ts';
import { tamperingSuite } from './tampering.suite.ts';

// One synthesis for everything that is asserted about it: bundling and checking take seconds.
let province: Synthesized;
beforeAll(async () => {
  province = await synthesizeOnce();
  // Bundling alone takes half a minute of both cores.
}, 300_000);
afterAll(() => province.remove());

recordsSuite(() => province);
anchorsSuite(() => province);
functionsSuite(() => province);
rightsSuite(() => province);
outsideSecretsSuite(() => province);
tamperingSuite(() => province);
serviceSuite(() => province);
checksSuite(() => province);
