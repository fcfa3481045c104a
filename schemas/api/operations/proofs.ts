import * as z from 'zod';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { operation } from '../operation.ts';
import { dossierProof } from '../proof.ts';
import { ofDossier } from './problem-groups.ts';

export const proofOperations = {
  getProof: operation({
    id: 'getProof',
    method: 'GET',
    path: '/v1/dossiers/{code}/proof',
    capability: 'proofs',
    tag: 'Dossiers',
    summary: 'Proof that the ledger of a dossier was anchored, which anyone can check without this system',
    action: 'dossier.read',
    params: z.strictObject({ code: typedDossierCode }),
    answer: { status: 200, schema: dossierProof },
    problems: [...ofDossier, 'not-anchored-yet'],
  }),
};
