/**
 * The JSONata of the state machine. A state’s input is its order (`MachineOrder`): where to go, which task to wait
 * on, when to wake. References only; no content of a dossier passes through Step Functions.
 */

/** The order a state runs under. */
export const order = '{% $states.input %}';

/** Secret of the wait; only in callback tasks. (CDK’s JsonPath.taskToken would come out as a literal string here.) */
export const token = '{% $states.context.Task.Token %}';

/** When the state was entered: the same for every try of one wait. */
export const enteredAt = '{% $states.context.State.EnteredTime %}';

/** The order returned by a function, or that resumed a wait. */
export const answered = '{% $states.result.Payload %}';
export const wokenWith = '{% $states.result %}';

/** Whole seconds until the order’s instant, at least one: a timeout must be positive. */
export const secondsToWake = '{% $max([1, $floor(($toMillis($states.input.wakeAt) - $millis()) / 1000)]) %}';

/** Whether the order leads to a phase. */
export const leadsTo = (phase: string) => `{% $states.input.phase = '${phase}' %}`;

/** Whether the order leads to a result that is returned as soon as it is made. */
export const leadsToReturn = `{% $states.input.phase = 'issue' and $states.input.returnsAtOnce = true %}`;
