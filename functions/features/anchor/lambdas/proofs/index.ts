import { S3Client } from '@aws-sdk/client-s3';
import { proofOperations } from '../../../../../schemas/api/operations/proofs.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { anchorsEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { archive } from '../../archive.ts';
import { getProof, type ProofDeps } from '../../get-proof.ts';
import { s3Objects } from '../../s3-objects.ts';

const environment = readEnvironment(tableEnvironment.extend(anchorsEnvironment.shape));
const services = openDossierServices(environment.TABLE_NAME);
const deps: ProofDeps = {
  ...services,
  items: dynamoItems(services.table),
  archive: archive(s3Objects(new S3Client({}), environment.ANCHORS_BUCKET)),
};

/** Proves to strangers that dossiers were anchored. */
export const handler = httpFunction([route(proofOperations.getProof, call => getProof(deps, call))], {
  logger: functionLogger(),
  now: runtimeNow,
  authorize: demandAnyhow,
  complete: unitStanding(services.organization),
});
