import { readFileSync } from 'node:fs';

/** Commands that the README gives for a deployment. What it says is what is run, so that it stays true. */
export interface DeploymentCommands {
  /** From the bootstrap to the deployed stacks. */
  readonly deploy: string;
  /** Loads the province through the API, whose address is in `API`. */
  readonly load: string;
}

/** Reads them, without the lines that an operator fills in: where the settings and the API are. */
export function readDeploymentCommands(file: string): DeploymentCommands {
  const [, section] = /^## Deploying$(.*?)^## /ms.exec(readFileSync(file, 'utf8')) ?? [];
  const blocks = [...(section ?? '').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return {
    // What npm installs is there, and the same is not installed twice.
    deploy: without(block(blocks, 'cdk deploy'), [/^npm ci$/m, /^export MOTCUA_SETTINGS=.*$/m]),
    load: without(block(blocks, '/v1/units'), [/^API=.*$/m]),
  };
}

function block(blocks: readonly string[], command: string): string {
  const found = blocks.find(text => text.includes(command));
  if (found === undefined) throw new Error(`README.md, “Deploying”, has no commands with ${command}`);
  return found;
}

function without(commands: string, lines: readonly RegExp[]): string {
  return lines.reduce((left, line) => {
    if (!line.test(left)) throw new Error(`README.md, “Deploying”, has no line ${line} any more`);
    return left.replace(line, '');
  }, commands);
}
