import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { validUntil } from '../../dossier/valid-until.ts';
import { instantText } from '../../instant.ts';
import { operation } from '../operation.ts';
import { ofDossier } from './problem-groups.ts';

const vaultEntry = z
  .strictObject({
    number: z.string(),
    /** What kind of paper it is (mã kết quả). */
    kind: z.strictObject({ code: z.string(), name: z.string().nullable() }).nullable(),
    procedureName: z.string(),
    agency: agencyCode,
    issuedAt: instantText,
    /** The last day on which it holds; null where it holds without end. */
    validUntil: validUntil.nullable(),
  })
  .meta({ id: 'VaultEntry', description: 'Result that its owner may use again (kết quả dùng lại được)' });

const byCode = z.strictObject({ code: typedDossierCode });

export const vaultOperations = {
  listVault: operation({
    id: 'listVault',
    method: 'GET',
    path: '/v1/vault',
    capability: 'dossiers',
    tag: 'Vault',
    summary: 'The results issued to the caller that still hold, newest first',
    action: 'vault.list',
    answer: {
      status: 200,
      schema: z.strictObject({ items: z.array(vaultEntry) }).meta({ id: 'Vault' }),
    },
    problems: [],
  }),
  getDossierVault: operation({
    id: 'getDossierVault',
    method: 'GET',
    path: '/v1/dossiers/{code}/vault',
    capability: 'dossiers',
    tag: 'Vault',
    summary: 'For each paper of a dossier, the results of its owner that stand for it',
    action: 'dossier.read',
    params: byCode,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          items: z.array(z.strictObject({ component: z.string(), results: z.array(vaultEntry) })),
        })
        .meta({ id: 'DossierVault' }),
    },
    problems: ['parameter-invalid', ...ofDossier],
    recordsReads: true,
  }),
  listCitedResults: operation({
    id: 'listCitedResults',
    method: 'GET',
    path: '/v1/dossiers/{code}/cited-results',
    capability: 'dossiers',
    tag: 'Vault',
    summary:
      'The results that a dossier cites in place of papers, each with a link that expires after five minutes',
    action: 'dossier.read',
    params: byCode,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          items: z.array(
            z.strictObject({
              ...vaultEntry.shape,
              revoked: z.boolean().meta({ description: 'Since it was cited' }),
              url: z.url(),
              urlExpiresAt: instantText,
            }),
          ),
        })
        .meta({ id: 'CitedResults' }),
    },
    problems: ['parameter-invalid', ...ofDossier],
    recordsReads: true,
  }),
} as const;
