import { type CountedDossier, countDossier } from '../cost/count-dossier.ts';
import { openStage, type Stage } from '../host/stage.ts';
import { COMMUNES } from '../load/load.ts';

/** What the parts share in one run. */
export interface BenchContext {
  readonly quick: boolean;
  readonly say: (line: string) => void;
  /** Made when first asked for. */
  stage(): Promise<Stage>;
  /** The plain dossier, counted once a run: its operations and what it asks of the table. */
  counted(): Promise<CountedDossier>;
  /** Removes what was made, or says where it was left. */
  end(keep: boolean): Promise<void>;
}

export function openContext(options: { quick: boolean; say: (line: string) => void }): BenchContext {
  let stage: Promise<Stage> | undefined;
  let counted: Promise<CountedDossier> | undefined;
  const open = () => {
    stage ??= openStage(options.say);
    return stage;
  };
  return {
    ...options,
    stage: open,
    counted() {
      counted ??= open().then(opened => {
        options.say('Counting what one plain dossier asks of AWS …');
        return countDossier(opened, COMMUNES);
      });
      return counted;
    },
    async end(keep) {
      const opened = await stage?.catch(() => undefined);
      if (!opened) return;
      if (keep) options.say(`All data are kept in ${opened.folder}`);
      else opened.remove();
    },
  };
}
