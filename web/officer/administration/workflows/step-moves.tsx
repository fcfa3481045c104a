import type { Workflow } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { movedStep, type Step, withoutStep } from './steps.ts';

const words = wording({
  vi: { done: 'Xong', up: 'Đưa lên', down: 'Đưa xuống', remove: 'Bỏ bước' },
  en: { done: 'Done', up: 'Move up', down: 'Move down', remove: 'Remove the step' },
});

/** Ends the changes of a step, moves it among the others, or takes it away. */
export function StepMoves(props: {
  readonly workflow: Workflow;
  readonly step: Step;
  readonly onChange: (workflow: Workflow) => void;
  readonly onClose: () => void;
}) {
  const { workflow, step, onChange, onClose } = props;
  const w = useWords(words);
  return (
    <div class="row">
      <button type="button" class="ds-button" onClick={onClose}>
        {w.done}
      </button>
      {([-1, 1] as const).map(by => (
        <button
          key={by}
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => onChange(movedStep(workflow, step.id, by))}
        >
          {by === -1 ? w.up : w.down}
        </button>
      ))}
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-color="danger"
        onClick={() => onChange(withoutStep(workflow, step.id))}
      >
        {w.remove}
      </button>
    </div>
  );
}
