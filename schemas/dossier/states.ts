import * as z from 'zod';

/** Handling (xử lý): the dossier's state between submission and return. National codes: domain table `lifecycle`. */
export const handlingState = z
  .enum([
    'submitted',
    'declined',
    'accepted',
    'processing',
    'supplementing',
    'awaitingPayment',
    'withdrawn',
    'stopped',
    'decided',
    'returned',
  ])
  .meta({ id: 'HandlingState', description: 'State of handling (trạng thái hồ sơ)' });
export type HandlingState = z.infer<typeof handlingState>;

/** Money (nghĩa vụ tài chính): whether a fee is due, was paid, or was taken off in full by a relief (waived). */
export const moneyState = z
  .enum(['none', 'due', 'pending', 'failed', 'paid', 'overpaid', 'refunding', 'refunded', 'waived'])
  .meta({ id: 'MoneyState', description: 'State of the fee (trạng thái phí, lệ phí)' });
export type MoneyState = z.infer<typeof moneyState>;

/**
 * Delivery (trả kết quả): the result does not exist yet, is being made, is ready for collection, was returned, or was
 * returned to the wrong person and is recalled.
 */
export const deliveryState = z
  .enum(['none', 'preparing', 'ready', 'returned', 'recalled'])
  .meta({ id: 'DeliveryState', description: 'State of delivery (trạng thái trả kết quả)' });
export type DeliveryState = z.infer<typeof deliveryState>;

/** How the applicant wants the result. */
export const returnMethod = z
  .enum(['electronic', 'counter', 'post'])
  .meta({ id: 'ReturnMethod', description: 'How the result is returned (hình thức trả kết quả)' });
export type ReturnMethod = z.infer<typeof returnMethod>;

/** The phases in which the state machine waits, each a state officers have a name for. */
export const waitPhase = z
  .enum([
    'reception',
    'supplement',
    'payment',
    'step',
    'consultations',
    'signature',
    'seal',
    'collection',
    'others',
  ])
  .meta({ id: 'WaitPhase', description: 'What the dossier waits for' });
export type WaitPhase = z.infer<typeof waitPhase>;

/** Where the state machine goes next: a waiting phase, the making of the result, or an end. */
export const machinePhase = z.enum([
  ...waitPhase.options,
  'issue',
  'declined',
  'withdrawn',
  'stopped',
  'returned',
  'continued',
]);
export type MachinePhase = z.infer<typeof machinePhase>;
