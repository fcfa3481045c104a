import type { PdfView } from '../pdf/document.ts';
import { textOf } from '../pdf/text-string.ts';
import { isArray, isDict, isName, type PdfDict } from '../pdf/values.ts';
import type { Update } from './allowed-updates.ts';

/** Codes of what an update did although the signer of an earlier signature forbade it (ISO 32000-1, 12.8.2). */
export function forbiddenBy(
  signature: PdfDict,
  view: PdfView,
  update: Update,
  timestamps: ReadonlySet<string>,
): readonly string[] {
  const faults: string[] = [];
  const references = view.resolve(signature.get('Reference'));
  for (const item of isArray(references) ? references : []) {
    const reference = view.dict(item);
    const parameters = view.dict(reference?.get('TransformParams'));
    if (!reference || !parameters) continue;
    const method = view.resolve(reference.get('TransformMethod'));
    // No change at all: of what came later, only timestamps and validation data are none.
    if (isName(method, 'DocMDP') && view.resolve(parameters.get('P')) === 1) {
      if (update.signed.some(name => !timestamps.has(name))) faults.push('certified-closed');
    }
    if (isName(method, 'FieldMDP') && update.filled.some(({ field }) => isLocked(field, parameters, view)))
      faults.push('field-locked');
  }
  return faults;
}

function isLocked(field: string, parameters: PdfDict, view: PdfView): boolean {
  const action = view.resolve(parameters.get('Action'));
  const named = view.resolve(parameters.get('Fields'));
  const names = isArray(named) ? named.flatMap(name => textOf(view.resolve(name)) ?? []) : [];
  const isNamed = names.some(name => field === name || field.startsWith(`${name}.`));
  if (isName(action, 'Include')) return isNamed;
  return isName(action, 'Exclude') ? !isNamed : !isDict(action);
}
