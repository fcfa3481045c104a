import { type CodeRead, tidyCode, typedCode } from '../codes/typed-code.ts';
import { readTypedDossierCode } from '../codes/typed-dossier-code.ts';
import { formatTaskId } from './task.ts';

/** Reads a task id as people type it: the dossier's code followed by the task's number. */
export function readTypedTaskId(text: string): CodeRead {
  const [, dossier, number] = /^(.+?)[\s.-]*T([1-9]\d{0,4})$/.exec(tidyCode(text)) ?? [];
  if (dossier === undefined) {
    return {
      wrong: {
        vi: 'mã công việc gồm mã hồ sơ và số thứ tự công việc, có dạng H44.101-261121-0001.t3',
        en: 'a task id is a dossier code followed by the number of the task, such as H44.101-261121-0001.t3',
      },
    };
  }
  const read = readTypedDossierCode(dossier);
  return 'code' in read ? { code: formatTaskId(read.code, Number(number)) } : read;
}

/** A task id in a path, as a person may have typed it. */
export const typedTaskId = typedCode(readTypedTaskId).meta({
  id: 'TypedTaskId',
  description: 'Task id; lower case, spaces, other dashes and missing dots are accepted',
  example: 'H44.101-261121-0001.t1',
});
