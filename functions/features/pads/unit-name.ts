import { unitName } from '../../domain/organization/unit-name.ts';
import type { PadDeps } from './deps.ts';

export async function unitNameOf(
  { organization }: Pick<PadDeps, 'organization'>,
  unit: string,
): Promise<string> {
  return unitName((await organization.current())?.units ?? [], unit);
}
