import type { Table } from '../../kernel/table/table.ts';
import { dynamoApplicants } from './applicants-of.ts';

/** The applicants’ names of dossiers, by code. Personal data: callers that show them must record it. */
export interface ApplicantNames {
  of(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function dynamoApplicantNames(table: Table): ApplicantNames {
  const applicants = dynamoApplicants(table);
  return {
    async of(codes) {
      return new Map([...(await applicants(codes))].map(([code, { name }]) => [code, name]));
    },
  };
}
