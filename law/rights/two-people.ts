import type { PlannedTask } from '../../schemas/dossier/task.ts';

type Phase = PlannedTask['phase'];

/**
 * Two people for every result (nguyên tắc bốn mắt): whoever examined a dossier or proposed how to decide it does
 * not sign. Receiving is no examining: in a commune's centre of five specialists the same person may receive and
 * handle, and a signer may have received.
 */
export const twoPeople = {
  /**
   * Closing a task of these phases is handling. A signer who sends a dossier back, or asks for a paper, has not
   * handled it.
   */
  handling: ['step', 'consultations', 'others'],
  /** Whoever made one of these entries proposed, at whatever task. */
  proposing: ['proposed', 'extensionProposed', 'resultChangeProposed'],
  /** What a signature is, by the phase of its task: an extension moves the promised date at once. */
  signing: {
    signature: ['approve', 'refuse', 'extend'],
    apology: ['signApology'],
    resultChange: ['confirmChange'],
  },
} as const satisfies {
  handling: readonly Phase[];
  proposing: readonly string[];
  signing: Partial<Record<Phase, readonly string[]>>;
};

/**
 * What one administrator can do to many takes a second one. Nobody fixes these figures by law; they are this
 * product's, to be changed here: how long a proposal waits, and how many more dossiers than its preview named it
 * may touch before it must be looked at anew.
 */
export const secondAdministrator = {
  daysToConfirm: 7,
  /** The larger of the two holds. */
  moreThanPreviewed: { share: 0.1, dossiers: 10 },
} as const;

/** The longest outage that can be credited at once, so that it is no way to move every date by half a year. */
export const creditedOutage = { longestDays: 30 } as const;
