import { nationalProcedureCode, procedureCode } from './procedure-code.ts';
import { type CodeRead, tidyCode, typedCode } from './typed-code.ts';

/** Reads the national code of a procedure as people type it, or in a published form with its suffix. */
export function readTypedProcedureCode(text: string): CodeRead {
  const tidied = tidyCode(text).replace(/^(\d)[\s,-]?(\d{6})(?!\d)/, '$1.$2');
  const code = nationalProcedureCode(tidied);
  if (code !== undefined) return { code };
  return {
    wrong: {
      vi: 'mã thủ tục có dạng 1.001193',
      en: 'a procedure code looks like 1.001193',
    },
  };
}

/** The code of a procedure in a path or query, as a person may have typed it. */
export const typedProcedureCode = typedCode(readTypedProcedureCode).meta({
  id: 'TypedProcedureCode',
  description: 'National procedure code (mã TTHC); spaces, a missing dot and a published suffix are accepted',
  example: procedureCode.meta()?.example,
});
