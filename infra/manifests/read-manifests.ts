import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Feature } from '../../functions/kernel/feature.ts';

/** A feature folder with a manifest, and its entry files. */
export interface Room {
  readonly name: string;
  readonly feature: Feature;
  /** Entry files of functions, by the names of their folders. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Where the features are. */
const FLOORS = ['features', 'connectors'].map(floor =>
  fileURLToPath(new URL(`../../functions/${floor}/`, import.meta.url)),
);

/** Reads the manifest of every feature: a feature exists because its folder does. */
export async function readManifests(floors: readonly string[] = FLOORS): Promise<Room[]> {
  const rooms = floors.filter(existsSync).flatMap(foldersIn);
  return await Promise.all(rooms.sort().map(readRoom));
}

async function readRoom(folder: string): Promise<Room> {
  const manifest = join(folder, 'feature.ts');
  const lambdas = join(folder, 'lambdas');
  const entries = existsSync(lambdas) ? foldersIn(lambdas) : [];
  const read = existsSync(manifest)
    ? ((await import(pathToFileURL(manifest).href)) as { feature?: Feature })
    : undefined;
  return {
    name: basename(folder),
    feature: read?.feature ?? {},
    entries: new Map(entries.map(entry => [basename(entry), join(entry, 'index.ts')])),
  };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(folder, entry.name));
}
