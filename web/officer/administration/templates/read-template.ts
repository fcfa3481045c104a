import type { WorkflowTemplate } from '../../../api/generated.ts';

/** A file that holds no template. */
export class NoTemplate extends Error {}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The template of a JSON file, as far as the page shows it; what it says in full is the API's to judge. */
export function readTemplate(text: string): WorkflowTemplate {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new NoTemplate('no JSON', { cause });
  }
  const { name, steps } = isRecord(read) ? read : {};
  const shown =
    isRecord(name) &&
    Array.isArray(steps) &&
    steps.every(step => isRecord(step) && Array.isArray(step['decisions']));
  if (!shown) throw new NoTemplate('no template');
  return read as WorkflowTemplate;
}

/** Whether a template consults other agencies, which are named when it is applied. */
export const consults = ({ steps }: WorkflowTemplate): boolean =>
  steps.some(({ decisions }) => decisions.some(({ decision }) => decision === 'consult'));
