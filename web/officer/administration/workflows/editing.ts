import type { Workflow } from '../../../api/generated.ts';
import type { Faults } from '../../../parts/faults.ts';
import type { UnitOption } from '../unit-field.tsx';
import type { Step } from './steps.ts';

/** What the parts of a step's form work with. */
export interface StepEditing {
  readonly workflow: Workflow;
  readonly step: Step;
  readonly units: readonly UnitOption[];
  /** What the API finds wrong with this step. */
  readonly faults: Faults;
  readonly onStep: (step: Step) => void;
}
