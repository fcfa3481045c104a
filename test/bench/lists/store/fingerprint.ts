import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { StoreSize } from './world.ts';

const root = new URL('../../../../', import.meta.url);

/** All that decides what the items of a store are, beside its size and seed. */
const SOURCES = [
  ...[
    'random',
    'people',
    'procedures',
    'world',
    'days',
    'plan-day',
    'walk',
    'items',
    'foundation',
    'counts',
    'dynamo-json',
    'write-day',
    'item-size',
    'write-table-file',
  ].map(name => `test/bench/lists/store/${name}.ts`),
  'functions/platform/table/keys.ts',
  'functions/platform/table/found-keys.ts',
  'functions/domain/lists/rare.ts',
  'functions/platform/dossiers/change-items.ts',
  'functions/platform/dossiers/dynamo-dossier-store.ts',
  'functions/platform/lists/dossier-entries.ts',
  'functions/platform/lists/task-entries.ts',
  'functions/platform/lists/found-entries.ts',
  'functions/platform/lists/stored-row.ts',
  'functions/domain/lists/row-of.ts',
  'functions/domain/dossier/task-changes.ts',
  'functions/domain/lists/list-scopes.ts',
  'functions/domain/lists/open-tasks.ts',
  'functions/domain/lists/stage.ts',
  'functions/domain/search/fold.ts',
  'functions/domain/search/look-alikes.ts',
  'functions/domain/search/search-terms.ts',
  'schemas/codes/phone-number.ts',
  'functions/domain/dossier/head.ts',
  'functions/platform/secrets/keyring.ts',
  'infra/stacks/records-stack.ts',
];

/** The same fingerprint, the same store. */
export function storeFingerprint({ dossiers, seed }: StoreSize): string {
  const hash = createHash('sha256').update(`${dossiers} ${seed}\n`);
  for (const source of SOURCES) hash.update(`${source}\n`).update(readFileSync(new URL(source, root)));
  return hash.digest('hex');
}
