import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { HostError, messageOf } from './host-error.ts';

/** A small JSON file that is replaced as a whole: after a kill it holds either the old content or the new. */
export interface SmallFile<Content> {
  read(): Content | undefined;
  write(content: Content): void;
}

/** Opens a small JSON file, readable by its owner alone. A file that does not hold what `schema` says is refused by name. */
export function smallFile<Content>(path: string, schema: z.ZodType<Content>): SmallFile<Content> {
  return {
    read() {
      if (!existsSync(path)) return undefined;
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (thrown) {
        throw new HostError(
          `The file ${path} cannot be read (${messageOf(thrown)}): nothing was changed; restore it or move it away.`,
          {
            cause: thrown,
          },
        );
      }
    },
    write(content) {
      mkdirSync(dirname(path), { recursive: true });
      const fresh = `${path}.new`;
      try {
        writeFileSync(fresh, JSON.stringify(content), { mode: 0o600 });
        renameSync(fresh, path);
      } catch (thrown) {
        throw new HostError(`Cannot write to ${path}: ${messageOf(thrown)}.`, { cause: thrown });
      }
    },
  };
}
