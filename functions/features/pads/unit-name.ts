import type { PadDeps } from './deps.ts';

export async function unitNameOf(
  { organization }: Pick<PadDeps, 'organization'>,
  unit: string,
): Promise<string> {
  const units = (await organization.current())?.units ?? [];
  return units.find(({ code }) => code === unit)?.name ?? unit;
}
