import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { StoreSize } from './world.ts';

const root = new URL('../../../', import.meta.url);

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
  ].map(name => `bench/lists/store/${name}.ts`),
  'functions/records/keys/keys.ts',
  'functions/records/keys/found-keys.ts',
  'functions/domain/lists/rare.ts',
  'functions/records/dossiers/change-items.ts',
  'functions/records/dossiers/dynamo-dossier-store.ts',
  'functions/records/lists/dossier-entries.ts',
  'functions/records/lists/task-entries.ts',
  'functions/records/search-index/found-entries.ts',
  'functions/records/lists/stored-row.ts',
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
  'functions/records/keyring/keyring.ts',
  'infra/stacks/records-stack.ts',
];

/** The same fingerprint, the same store. */
export function storeFingerprint({ dossiers, seed }: StoreSize): string {
  const hash = createHash('sha256').update(`${dossiers} ${seed}\n`);
  for (const source of SOURCES) hash.update(`${source}\n`).update(readFileSync(new URL(source, root)));
  return hash.digest('hex');
}
