import * as z from 'zod';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { dossierStoreFetch, storeFetch, storePapers, storeSearch } from '../national-store.ts';
import { operation } from '../operation.ts';
import { completedUpload } from '../upload.ts';
import { ofDossier } from './problem-groups.ts';

const byCode = z.strictObject({ code: typedDossierCode });
const place = { capability: 'national-store', tag: 'Vault' } as const;
const ofFetching = [
  'store-paper-unknown',
  'store-unavailable',
  'file-differs',
  'file-unusable',
  'quota-used-up',
] as const;

export const nationalStoreOperations = {
  searchStore: operation({
    ...place,
    id: 'searchStore',
    method: 'POST',
    path: '/v1/national-store/searches',
    summary: 'The caller’s own papers in the national store that stand for papers of a procedure',
    action: 'store.ask',
    body: storeSearch,
    answer: { status: 200, schema: storePapers },
    problems: ['request-invalid', 'identity-level-too-low', 'procedure-unknown'],
    onlyReads: true,
  }),
  fetchStoreFile: operation({
    ...place,
    id: 'fetchStoreFile',
    method: 'POST',
    path: '/v1/national-store/files',
    summary: 'Fetches a file of such a paper, to be handed in as an uploaded one',
    action: 'store.ask',
    body: storeFetch,
    answer: { status: 201, schema: completedUpload },
    problems: ['request-invalid', 'identity-level-too-low', 'procedure-unknown', ...ofFetching],
  }),
  searchStoreForDossier: operation({
    ...place,
    id: 'searchStoreForDossier',
    method: 'GET',
    path: '/v1/dossiers/{code}/national-store',
    summary: 'The owner’s papers in the national store that stand for papers of a dossier; needs a reason',
    action: 'dossier.askStore',
    params: byCode,
    answer: { status: 200, schema: storePapers },
    problems: ['parameter-invalid', 'state-conflict', ...ofDossier],
    recordsReads: true,
  }),
  fetchStoreFileForDossier: operation({
    ...place,
    id: 'fetchStoreFileForDossier',
    method: 'POST',
    path: '/v1/dossiers/{code}/national-store/files',
    summary: 'Fetches a file of such a paper, to be recorded as a supplement; needs a reason',
    action: 'dossier.askStore',
    params: byCode,
    body: dossierStoreFetch,
    answer: { status: 201, schema: completedUpload },
    problems: ['parameter-invalid', 'request-invalid', 'state-conflict', ...ofFetching, ...ofDossier],
    recordsReads: true,
  }),
} as const;
