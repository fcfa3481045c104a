import { describe, expect, it } from 'vitest';
import { submission } from '../../../schemas/api/dossier.ts';
import {
  type ApplicantKind,
  applicantFields,
  applicantOf,
} from '../../../web/officer/counter/applicant-fields.ts';
import { readCitizenCard } from '../../../web/officer/counter/citizen-card.ts';
import {
  type EnteredDossier,
  intakeOf,
  missingPapers,
  notOnBehalf,
  type Procedure,
} from '../../../web/officer/counter/intake.ts';

const CARD = '025090000001|123456789|Nguyễn Văn An|15031990|Nam|Phường Tân Hoà, tỉnh Phú Thọ|01012022';

describe('the code of a citizen’s card', () => {
  it('says who somebody is', () => {
    expect(readCitizenCard(CARD)).toEqual({
      identityNumber: '025090000001',
      name: 'Nguyễn Văn An',
      birthDate: '1990-03-15',
      address: 'Phường Tân Hoà, tỉnh Phú Thọ',
    });
  });

  it('is read without an old number, with what newer cards append, and in decomposed letters', () => {
    const newer = `${CARD.replace('123456789', '')}||Trần Thị Bình|Nguyễn Văn Cả|\n`;
    expect(readCitizenCard(newer)?.identityNumber).toBe('025090000001');
    expect(readCitizenCard(CARD.normalize('NFD'))?.name).toBe('Nguyễn Văn An');
  });

  it('is no card when it is cut short, of something else, or says what cannot be', () => {
    for (const text of [
      '',
      '025090000001',
      '025090000001|123456789|Nguyễn',
      'https://motcua.example/track?code=H44.101-261127-0001',
      CARD.replace('15031990', '31021990'),
      CARD.replace('15031990', '1503199'),
      CARD.replace('025090000001', '02509000000'),
      CARD.replace('123456789', '12345678'),
      CARD.replace('Nguyễn Văn An', '12345'),
      '123456789|025090000001|Nguyễn Văn An|15031990|Nam|x|01012022',
    ])
      expect(readCitizenCard(text), text).toBeUndefined();
  });
});

const procedure = {
  code: '1.013225',
  components: [
    { id: 'c1', name: 'Đơn', originals: 1, copies: 0, required: true },
    { id: 'c2', name: 'Giấy chứng nhận', originals: 1, copies: 1, required: true },
    { id: 'c3', name: 'Bản vẽ', originals: 1, copies: 0, required: false },
  ],
} as unknown as Procedure;
const upload = { key: 'k', name: 'a.pdf', size: 1 };
const entered: EnteredDossier = {
  channel: 'counter',
  kind: 'person',
  applicant: { identityNumber: '025090000001', name: ' Nguyễn Văn An ', phone: '', birthDate: '1990-03-15' },
  onBehalf: notOnBehalf,
  copies: { c1: '2', c3: '0' },
  kinds: { c1: 'certified', c3: 'copy' },
  files: [{ ...upload, field: 'c3', state: { kind: 'done', id: 'f-1' } }],
  returnBy: 'counter',
  returnAddress: 'x',
};

describe('a dossier at the counter', () => {
  it('is sent as the API takes it, with what was handed over and no more', () => {
    const body = intakeOf(procedure, 'H44.101', entered);
    expect(body).toMatchObject({
      channel: 'counter',
      applicant: { kind: 'person', name: 'Nguyễn Văn An' },
      components: [
        { component: 'c1', paperCopies: 2, paperKind: 'certified', files: [] },
        { component: 'c3', paperCopies: 0, files: ['f-1'] },
      ],
    });
    expect(body.components[1]).not.toHaveProperty('paperKind');
    const usual = intakeOf(procedure, 'H44.101', { ...entered, kinds: {} });
    expect(usual.components[0]).toMatchObject({ paperKind: 'original' });
    expect(body).not.toHaveProperty('returnAddress');
    expect(body).not.toHaveProperty('onBehalf');
    expect(body.applicant).not.toHaveProperty('phone');
    expect(missingPapers(procedure, entered)).toEqual(['Giấy chứng nhận']);
  });

  it('names who acts for the applicant', () => {
    const onBehalf = {
      ...notOnBehalf,
      acts: true,
      reason: 'Bố đau yếu',
      name: 'Trần Thị Bình',
      identityNumber: '025190000002',
    };
    expect(intakeOf(procedure, 'H44.101', { ...entered, onBehalf }).onBehalf).toEqual({
      reason: 'Bố đau yếu',
      consent: 'written',
      by: { name: 'Trần Thị Bình', identityNumber: '025190000002' },
    });
  });

  it('has an applicant of every kind that the API knows', () => {
    const values: Readonly<Record<string, string>> = {
      name: 'Nguyễn Văn An',
      identityNumber: '025090000001',
      taxCode: '2600108626',
      agencyCode: 'H44.02',
      birthDate: '1990-03-15',
      'paper.number': 'C01234567',
      'paper.country': 'LAO',
      'registration.number': '12345',
      'registration.country': 'SGP',
      'representative.name': 'Trần Thị Bình',
      'representative.identityNumber': '025190000002',
    };
    for (const kind of Object.keys(applicantFields) as ApplicantKind[]) {
      const base = intakeOf(procedure, 'H44.101', { ...entered, files: [] });
      const fields =
        kind === 'personWithoutNumber'
          ? {
              name: 'Nguyễn Văn An',
              birthDate: '2026-11-01',
              'guardian.name': 'Trần Thị Bình',
              'guardian.identityNumber': '025190000002',
            }
          : values;
      const body = { ...base, applicant: applicantOf(kind, fields) };
      expect(submission.safeParse(body).error?.issues ?? [], kind).toEqual([]);
    }
    const kinds = submission.shape.applicant.options.map(option => option.shape.kind.value);
    expect(Object.keys(applicantFields).toSorted()).toEqual([...kinds].toSorted());
  });
});
