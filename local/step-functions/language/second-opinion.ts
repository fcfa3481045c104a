import validate from 'asl-validator';
import { DefinitionError } from './definition-problem.ts';

/**
 * asl-validator's checks of structure. Its schema is stricter than AWS (it refuses `"Condition": true` and an
 * Output that is a plain string, both recorded as accepted), so payloads are emptied and schema findings left out. It takes a tenth of
 * a second, so it is asked at creation only.
 */
export function takeSecondOpinion(text: string): void {
  const calm = JSON.parse(text, function (this: { Type?: unknown; Next?: unknown }, key, value) {
    if (typeof this.Type !== 'string' && typeof this.Next !== 'string') return value;
    if (['Assign', 'Output', 'Arguments', 'ItemSelector', 'Items'].includes(key)) return {};
    return key === 'Condition' ? '{% true %}' : value;
  });
  const finding = validate(calm, { checkArn: false, checkPaths: false }).errors.find(
    error => error['Error code'] !== 'SCHEMA_VALIDATION_FAILED',
  );
  if (finding)
    throw new DefinitionError(`The definition is not valid: ${finding['Error code']}: ${finding.Message}`);
}
