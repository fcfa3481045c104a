import type { Workflow } from '../../../api/generated.ts';
import { useWords } from '../../../wording/language.tsx';
import { limitText } from '../../../wording/limit-text.ts';
import { pauseNames } from '../../../wording/pauses.ts';
import { useDesk } from '../../desk.tsx';
import { workflowNames } from './names.ts';
import type { Decision } from './steps.ts';

/** A decision that a step allows, in words: what it is, and where it leads, whom it asks or on what grounds. */
export function OptionText({
  option,
  steps,
}: {
  readonly option: Decision;
  readonly steps: Workflow['steps'];
}) {
  const names = useWords(workflowNames);
  const limit = useWords(limitText);
  const pauses = useWords(pauseNames);
  const { unitName } = useDesk();
  const said = names.decisions[option.decision];
  if ('to' in option) {
    const { to } = option;
    const target = to === 'decided' ? names.decided : steps.find(({ id }) => id === to)?.name;
    return (
      <>
        {said} → {target ?? names.gone(to)}
      </>
    );
  }
  const more =
    option.decision === 'pause'
      ? option.kinds.map(kind => pauses[kind] ?? kind)
      : option.decision === 'consult'
        ? option.agencies
            .filter(({ unit }) => unit !== '')
            .map(agency => `${unitName(agency.unit)} (${limit(agency.limit)})`)
        : [];
  return (
    <>
      {said}
      {more.length > 0 && `: ${more.join('; ')}`}
    </>
  );
}
