/** A Date whose present is `now()`, for a thread whose functions must not see the machine's time. */
export function hostDate(now: () => number): DateConstructor {
  const MachineDate = Date;
  // A Proxy keeps every other property of Date, `instanceof` and `Date.prototype` as they are.
  return new Proxy(MachineDate, {
    apply: () => new MachineDate(now()).toString(),
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
