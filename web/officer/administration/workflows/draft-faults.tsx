import type { Workflow } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { allFaults } from '../../../parts/faults.ts';
import { useWords, wording } from '../../../wording/language.tsx';

const words = wording({ vi: { whole: 'Cả quy trình' }, en: { whole: 'The whole workflow' } });

/** Why a draft could not be checked, each fault with the step that it is in. */
export function DraftFaults({ error, workflow }: { readonly error: unknown; readonly workflow: Workflow }) {
  const w = useWords(words);
  const faults = allFaults(error);
  const placeOf = (pointer: string) => {
    const [, index] = /^\/workflow\/steps\/(\d+)/.exec(pointer) ?? [];
    return (index !== undefined && workflow.steps[Number(index)]?.name) || w.whole;
  };
  return (
    <>
      <Failure error={error} brief />
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, message }) => (
            <li key={pointer + message}>
              {placeOf(pointer)}: {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
