/** How long a worker or the machine may take, in seconds: the sweeper, which comes each minute, is within it. */
const PATIENCE = 100;

/** Waits until something has come about. */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + PATIENCE * 1000;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`after ${PATIENCE} s it is not so that ${what}`);
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
