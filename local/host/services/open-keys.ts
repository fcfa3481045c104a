import { openKeys } from '../../kms/keys.ts';
import { Kms } from '../../kms/kms.ts';
import { PLACE } from '../place.ts';
import { type Opening, under } from './opening.ts';

/** Opens the template's keys, and the protocol that clients sign by. */
export function openTemplateKeys(opening: Opening): Kms {
  const { resources, clock } = opening;
  const keys = openKeys(resources.ofType('AWS::KMS::Key'), under(opening, 'keys'), clock.now);
  return new Kms({ keys, place: PLACE });
}
