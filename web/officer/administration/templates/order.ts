import type { TemplateApplication, WorkflowTemplate } from '../../../api/generated.ts';
import { consults } from './read-template.ts';

/** What somebody entered for the procedures that a template is applied to. */
export interface EnteredOrder {
  readonly approvedBy: string;
  /** One a line, or separated by commas. */
  readonly codes: string;
  /** One a line: names of fields have commas. */
  readonly fields: string;
  readonly ministry: string;
  readonly consulted: readonly string[];
  readonly competentUnit: string;
  readonly feeDueBefore: string;
  readonly replaceExisting: boolean;
}

export const nothingEntered: EnteredOrder = {
  approvedBy: '',
  codes: '',
  fields: '',
  ministry: '',
  consulted: [],
  competentUnit: '',
  feeDueBefore: '',
  replaceExisting: false,
};

const listed = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map(each => each.trim())
    .filter(each => each !== '');

/** What is asked of the API: what was left empty is left out, as is what the template has no use for. */
export function applicationOf(template: WorkflowTemplate, entered: EnteredOrder): TemplateApplication {
  const codes = listed(entered.codes, /[\s,;]+/);
  const fields = listed(entered.fields, /\n/);
  const ministry = entered.ministry.trim();
  return {
    template,
    approvedBy: entered.approvedBy,
    filter: {
      ...(codes.length > 0 && { codes }),
      ...(fields.length > 0 && { fields }),
      ...(ministry !== '' && { ministry }),
    },
    consulted: consults(template) ? [...entered.consulted] : [],
    ...(template.level === 'province' &&
      entered.competentUnit !== '' && { competentUnit: entered.competentUnit }),
    ...(entered.feeDueBefore !== '' && { feeDueBefore: entered.feeDueBefore }),
    replaceExisting: entered.replaceExisting,
  };
}
