import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { HostError, messageOf } from '../host/host-error.ts';

const Manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z.looseObject({}).optional(),
      dependencies: z.array(z.string()).optional(),
    }),
  ),
});

const StackProperties = z.looseObject({ templateFile: z.string(), stackName: z.string().optional() });
const AssetManifest = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const TemplateResource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), TemplateResource).default({}),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({
        Value: z.unknown(),
        Export: z.looseObject({ Name: z.unknown() }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
});

export type Template = z.infer<typeof Template>;

/** One stack of a cloud assembly, as synthesized. */
export interface Stack {
  readonly name: string;
  readonly template: Template;
}

/** A cloud assembly (`cdk.out`), nested assemblies of stages included. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  /** Where the file or folder lies that the template names by this object key. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads a cloud assembly folder. Throws a HostError that names what is missing or unreadable. */
export function readAssembly(folder: string): Assembly {
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  const manifest = readJson(join(folder, 'manifest.json'), Manifest);
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    if (artifact.type === 'aws:cloudformation:stack') {
      const { templateFile, stackName } = StackProperties.parse(artifact.properties);
      stacks.push({ name: stackName ?? id, template: readJson(join(folder, templateFile), Template) });
    } else if (artifact.type === 'cdk:asset-manifest') {
      const { file } = z.looseObject({ file: z.string() }).parse(artifact.properties);
      for (const { source, destinations } of Object.values(
        readJson(join(folder, file), AssetManifest).files,
      )) {
        for (const { objectKey } of Object.values(destinations))
          if (source.path) assets.set(objectKey, join(folder, source.path));
      }
    } else if (artifact.type === 'cdk:cloud-assembly') {
      const { directoryName } = z.looseObject({ directoryName: z.string() }).parse(artifact.properties);
      const nested = readAssembly(join(folder, directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
}

function readJson<Content>(path: string, schema: z.ZodType<Content>): Content {
  if (!existsSync(path)) throw new HostError(`The cloud assembly is incomplete: ${path} does not exist.`);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (thrown) {
    throw new HostError(`The cloud assembly cannot be read: ${path}: ${messageOf(thrown)}.`, {
      cause: thrown,
    });
  }
}
