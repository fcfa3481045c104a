import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const wrapper = fileURLToPath(new URL('./invocation-wrapper.mjs', import.meta.url));

const resource = z.looseObject({ Type: z.string(), Properties: z.looseObject({}).optional() });
const template = z.looseObject({ Resources: z.record(z.string(), resource) });
const code = z.looseObject({
  Handler: z.string(),
  Code: z.looseObject({ S3Key: z.string() }),
  Environment: z.looseObject({ Variables: z.looseObject({}) }),
});

/**
 * Copies a cloud assembly so that every function notes its invocations in a file, a line of JSON each. The application and the host
 * are as they were: only the handlers' names and one variable of the environment differ.
 */
export function countedAssembly(assembly: string, into: string, invocations: string): string {
  cpSync(assembly, into, { recursive: true });
  let wrapped = 0;
  for (const file of readdirSync(into).filter(name => name.endsWith('.template.json'))) {
    const path = join(into, file);
    const parsed = z.parse(template, JSON.parse(readFileSync(path, 'utf8')));
    for (const { Type, Properties } of Object.values(parsed.Resources)) {
      if (Type !== 'AWS::Lambda::Function' || !Properties) continue;
      const { Code, Environment } = z.parse(code, Properties);
      const asset = join(into, `asset.${Code.S3Key.replace(/\.zip$/, '')}`);
      if (!existsSync(join(asset, 'index.mjs'))) throw new Error(`${file}: ${asset} holds no index.mjs.`);
      copyFileSync(wrapper, join(asset, 'counted.mjs'));
      Object.assign(Properties, {
        Handler: 'counted.handler',
        Environment: { Variables: { ...Environment.Variables, BENCH_INVOCATIONS: invocations } },
      });
      wrapped++;
    }
    writeFileSync(path, JSON.stringify(parsed));
  }
  if (wrapped === 0) throw new Error(`${assembly} holds no function.`);
  return into;
}
