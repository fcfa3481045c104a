import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { systemOfField } from '../../../functions/domain/catalogue/authoritative-system.ts';
import { competentUnitOf } from '../../../functions/domain/dossier/competent-unit.ts';
import { lintWorkflow } from '../../../functions/domain/workflow/lint-workflow.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { Refusal } from '../../../tools/refusal.mjs';

const PHU_THO = new URL('../../../province/phu-tho/', import.meta.url);
const province = loadStarterProvince();
const procedures = province.procedures.map(({ procedure }) => procedure);
const methods = procedures.flatMap(({ methods: its }) => its);
const steps = province.procedures.flatMap(({ workflow }) => workflow.steps);

describe('the organization of Phú Thọ', () => {
  it('has the 148 communes, each with a code of its own that dossier codes can hold', () => {
    const communes = province.units.filter(({ kind }) => kind === 'commune');
    expect(communes).toHaveLength(148);
    expect(new Set(communes.map(({ administrativeCode }) => administrativeCode)).size).toBe(148);
    expect(communes.map(({ code }) => code)).toEqual(communes.map((_, index) => `H44.${101 + index}`));
    for (const { code } of province.units) expect(code).toMatch(/^H44(\.\d{2,3})*$/);
  });

  it('has the police of each commune, which decides what the commune receives for it', () => {
    const police = province.units.filter(
      ({ kind, administrativeCode }) => kind === 'police' && administrativeCode,
    );
    expect(police).toHaveLength(148);
    const ofPolice = procedures.filter(({ competentKind }) => competentKind === 'police');
    expect(ofPolice.map(({ code }) => code)).toEqual([
      '1.004194',
      '1.004222',
      '1.010038',
      '1.013065',
      '1.013083',
    ]);
    for (const { code, administrativeCode } of province.units.filter(({ kind }) => kind === 'commune')) {
      for (const procedure of ofPolice) {
        const decides = competentUnitOf(procedure, code, province.units);
        expect(police.find(unit => unit.code === decides)?.administrativeCode).toBe(administrativeCode);
      }
    }
  });

  it('can receive at the provincial centre and at every commune', () => {
    const receiving = province.units.filter(({ receives }) => receives);
    expect(receiving.map(({ kind }) => kind).filter(kind => kind !== 'commune')).toEqual(['centre']);
    expect(receiving).toHaveLength(149);
  });

  it('has officers of every role, and for every workflow step in every unit that may hold it', () => {
    const rolesAt = (unit: string) =>
      new Set(province.officers.filter(officer => officer.unit === unit).flatMap(({ roles }) => roles));
    expect(new Set(province.officers.flatMap(({ roles }) => roles)).size).toBe(8);
    for (const { code, kind, administrativeCode } of province.units.filter(
      each => each.kind !== 'province',
    )) {
      // The commune receives for its police.
      const receives = kind !== 'police' || administrativeCode === null ? (['reception'] as const) : [];
      const needed = [...receives, 'handler', 'leader', 'signer', 'registryClerk'] as const;
      expect(
        needed.filter(role => !rolesAt(code).has(role)),
        `${code} (${kind})`,
      ).toEqual([]);
    }
    for (const { unit, role } of steps) {
      if (typeof unit !== 'string') expect(rolesAt(unit.unit)).toContain(role);
    }
  });
});

describe('the procedures of Phú Thọ', () => {
  it('are at least 24, among them those every reader looks for', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(24);
    expect(procedures.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        '1.001193',
        '1.004222',
        '1.012796',
        '1.001612',
        '1.000894',
        '1.000656',
        '2.000815',
        '1.004884',
      ]),
    );
  });

  it('are of every kind', () => {
    expect(new Set(procedures.flatMap(({ levels }) => levels))).toEqual(
      new Set(['ministry', 'province', 'commune', 'other']),
    );
    expect(new Set(methods.map(({ limit }) => limit?.unit))).toEqual(
      new Set(['workingDay', 'calendarDay', 'workingHour', 'month']),
    );
    expect(methods.some(({ limit }) => limit?.sameDay?.cutOff === '15:00')).toBe(true);
    expect(new Set(methods.map(({ fee }) => fee?.kind))).toEqual(new Set(['free', 'flat', 'perUnit']));
    expect(new Set(procedures.map(({ onlineLevel }) => onlineLevel))).toEqual(
      new Set(['full', 'partial', 'none']),
    );
    expect(new Set(procedures.map(({ anyBoundary }) => anyBoundary))).toEqual(new Set([true, false]));
    expect(procedures.some(({ feeDueBefore }) => feeDueBefore === 'return')).toBe(true);
    expect(procedures.some(({ feeDueBefore }) => feeDueBefore === 'sign')).toBe(true);
    const byChannel = procedures.filter(
      its => new Set(its.methods.map(({ fee }) => JSON.stringify(fee))).size > 1,
    );
    expect(byChannel.map(({ code }) => code)).toContain('1.004222');
  });

  it('say limit, fee and a required paper, so that dossiers can be received', () => {
    for (const { code, methods: its, components } of procedures) {
      expect(
        its.filter(({ limit, fee }) => limit === null || fee === null),
        code,
      ).toEqual([]);
      expect(
        components.some(({ required }) => required),
        code,
      ).toBe(true);
      expect(components.map(({ id }) => id)).toEqual(components.map((_, index) => `c${index + 1}`));
    }
  });

  it('name the ministry’s system where one decides since, as the law says for the field', () => {
    const elsewhere = procedures.filter(({ authoritativeSystem }) => authoritativeSystem);
    for (const { code, field, authoritativeSystem } of procedures) {
      expect(authoritativeSystem, code).toEqual(systemOfField(field.name));
    }
    expect(elsewhere.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        '1.000656',
        '1.004222',
        '1.004194',
        '1.010038',
        '1.013065',
        '1.013083',
        '3.000333',
        '1.001193',
        '1.000894',
        '1.003583',
        '1.004884',
      ]),
    );
    expect(elsewhere.filter(({ stillDecidedHere }) => stillDecidedHere)).toEqual([]);
    for (const { code, authoritativeSystem } of elsewhere)
      expect(authoritativeSystem?.unconfirmed, code).toBeTruthy();
  });

  it('take citizens’ own submissions only of what the province demonstrates', () => {
    const open = procedures.filter(({ citizensSubmitHere }) => citizensSubmitHere);
    expect(open.map(({ code }) => code)).toEqual(['1.001612', '1.012796', '1.013225', '1.013236']);
  });

  it('demand money before some point exactly where something costs money', () => {
    for (const { code, methods: its, feeDueBefore } of procedures) {
      expect(feeDueBefore !== null, code).toBe(its.some(({ fee }) => fee?.kind !== 'free'));
    }
  });

  it('are online in some degree exactly where an online way exists', () => {
    for (const { code, methods: its, onlineLevel } of procedures) {
      expect(onlineLevel !== 'none', code).toBe(its.some(({ channel }) => channel === 'online'));
    }
  });

  it.each([
    ['1.004222', 'online', { amount: 7, unit: 'workingDay' }, { kind: 'flat', amount: 10_000 }],
    ['1.004222', 'counter', { amount: 7, unit: 'workingDay' }, { kind: 'flat', amount: 20_000 }],
    [
      '2.000815',
      'counter',
      { amount: 1, unit: 'workingDay', sameDay: { cutOff: '15:00' } },
      { kind: 'perUnit', amount: 2000, unit: 'page' },
    ],
    ['1.001612', 'online', { amount: 3, unit: 'workingDay' }, { kind: 'flat', amount: 150_000 }],
    ['1.012796', 'online', { amount: 8, unit: 'workingDay' }, { kind: 'free' }],
  ])('%s by %s has the published limit and fee', (code, channel, limit, fee) => {
    const method = procedures.find(its => its.code === code)?.methods.find(way => way.channel === channel);
    expect(method).toEqual({ channel, limit, fee });
  });
});

describe('the workflows of Phú Thọ', () => {
  it('have neither errors nor warnings', () => {
    for (const { procedure, workflow } of province.procedures) {
      expect(lintWorkflow(workflow, { procedure }), procedure.code).toEqual({ errors: [], warnings: [] });
    }
  });

  it('are of one step and of many, with consultations, with a receiving unit and with a named one', () => {
    const lengths = new Set(province.procedures.map(({ workflow }) => workflow.steps.length));
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(4);
    const decisions = new Set(steps.flatMap(step => step.decisions.map(({ decision }) => decision)));
    expect(decisions.size).toBe(9);
    expect(steps.some(({ unit }) => unit === 'receiving')).toBe(true);
    expect(steps.some(({ unit }) => typeof unit !== 'string')).toBe(true);
  });
});

describe('loading a province', () => {
  let folder: string | undefined;
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  function changed(file: string, change: (text: string) => string): () => unknown {
    folder = mkdtempSync(join(tmpdir(), 'province-'));
    cpSync(PHU_THO, folder, { recursive: true });
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const directory = pathToFileURL(`${folder}/`);
    return () => loadStarterProvince({ directory });
  }

  it.each([
    ['units.json', (text: string) => text.slice(1), 'units.json is not well-formed JSON'],
    [
      'units.json',
      (text: string) => text.replace('"kind": "centre"', '"kind": "center"'),
      'units.json: 1.kind: must be one of',
    ],
    [
      'officers.json',
      (text: string) => text.replace('"unit": "H44.01"', '"unit": "H44.99"'),
      'H44.99 is no unit of units.json',
    ],
    [
      'procedures/1.001193.json',
      (text: string) => text.replace('"start": "examine"', '"start": "begin"'),
      'starts at "begin"',
    ],
    [
      'procedures/1.012796.json',
      (text: string) => text.replace('H44.03.01', 'H44.03.77'),
      'workflow.steps.0: H44.03.77 is no unit',
    ],
    [
      'procedures/1.001193.json',
      (text: string) => text.replaceAll('1.001193', '1.999999'),
      "is not the file's name",
    ],
  ])('refuses a fault in %s naming the place', (file, change, sentence) => {
    const load = changed(file, change);
    expect(load).toThrow(Refusal);
    expect(load).toThrow(sentence);
  });

  it('refuses a folder that is not there', () => {
    expect(() => loadStarterProvince({ directory: new URL('./nowhere/', PHU_THO) })).toThrow(
      'units.json cannot be read',
    );
  });
});
