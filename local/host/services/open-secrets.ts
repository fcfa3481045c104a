import { openSecrets } from '../../secrets-manager/secrets.ts';
import { SecretsManager } from '../../secrets-manager/secrets-manager.ts';
import { PLACE } from '../place.ts';
import { type Opening, under } from './opening.ts';

/** Opens the secrets of the template and those that clients made. */
export function openTemplateSecrets(opening: Opening): SecretsManager {
  const { resources, clock } = opening;
  const resourcesOf = resources.ofType('AWS::SecretsManager::Secret');
  const secrets = openSecrets(resourcesOf, under(opening, 'secrets'), clock.now);
  return new SecretsManager({ secrets, place: PLACE, now: clock.now });
}
