import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../api/problem.ts';
import { Failure } from '../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useEnteredBefore, useKeptForm } from '../../parts/use-kept-form.ts';
import { Restored } from '../../upload/restored.tsx';
import { isUnderWay } from '../../upload/uploads.ts';
import { useUploads } from '../../upload/use-uploads.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { chargeChoices } from '../fees/charge-choices.ts';
import { ApplicantForm } from './applicant-form.tsx';
import { CardField } from './card-field.tsx';
import { ChargeFields, noCharge } from './charge-fields.tsx';
import { type EnteredDossier, missingPapers } from './intake.ts';
import { INTAKE, intakeToKeep, type KeptIntake } from './kept-intake.ts';
import { OnBehalfForm } from './on-behalf-form.tsx';
import { Papers } from './papers.tsx';
import { ProcedureChoice } from './procedure-choice.tsx';
import { takeIn } from './take-in.ts';
import type { Taken, Visit } from './visit.ts';
import { words } from './words.ts';

export type FaultOf = (pointer: string) => string | undefined;

/** The form of one dossier, in the order of the work at the counter: card, applicant, procedure, papers, return. */
export function IntakeForm(props: {
  readonly visit: Visit;
  readonly onTaken: (taken: Taken, applicant: Pick<Visit, 'kind' | 'applicant' | 'onBehalf'>) => void;
}) {
  const w = useWords(words);
  const { api, me } = useDesk();
  const kept = useEnteredBefore<KeptIntake>(INTAKE);
  const uploads = useUploads(api, undefined, kept?.files);
  const [procedure, setProcedure] = useState(kept?.procedure);
  const [charge, setCharge] = useState(kept?.charge ?? noCharge);
  const [entered, setEntered] = useState<KeptIntake['entered']>({
    channel: 'counter',
    kind: props.visit.kind,
    applicant: props.visit.applicant,
    onBehalf: props.visit.onBehalf,
    copies: {},
    kinds: {},
    returnBy: 'counter',
    returnAddress: '',
    ...kept?.entered,
  });
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<EnteredDossier>) => setEntered(before => ({ ...before, ...change }));
  const dossier = { ...entered, files: uploads.files };
  const accepts = useRef(true);
  const action = useAction(async key => {
    if (!procedure || !me.unit) return;
    // The slip is printed next: it is loaded while the API answers.
    import('./receipt.tsx').catch(() => undefined);
    const taken = await takeIn(api, {
      procedure,
      unit: me.unit.code,
      dossier,
      key,
      accepts: accepts.current,
      charge,
    });
    const { kind, applicant, onBehalf } = entered;
    props.onTaken(taken, { kind, applicant, onBehalf });
  }, kept?.key);
  useKeptForm(INTAKE, () =>
    intakeToKeep({ entered, procedure, charge, files: uploads.files, key: action.keyBegun() }),
  );
  // What was said of the fee of another procedure is nothing in this one.
  const choose = (chosen: typeof procedure) => {
    setProcedure(chosen);
    setCharge(noCharge);
  };
  const send = (accepting: boolean) => {
    accepts.current = accepting;
    void action.run();
  };
  // To the first field that is wrong, so that nobody has to look for it.
  useEffect(() => {
    if (action.error !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [action.error]);

  const missing = procedure ? missingPapers(procedure, dossier) : [];
  const fee = procedure?.methods.find(({ channel }) => channel === entered.channel)?.fee;
  const waits = isUnderWay(uploads.files);
  return (
    <form
      class="stack"
      ref={form}
      noValidate
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key === 'Enter' && event.ctrlKey && procedure && !waits) send(true);
      }}
    >
      {kept && <Restored lost={kept.lost} />}
      <p class="note">{w.keys}</p>
      <section class="panel stack">
        <h2>{w.applicant}</h2>
        {entered.kind === 'person' && (
          <CardField
            onCard={card => set({ applicant: { ...entered.applicant, ...card } })}
            onNumber={identityNumber => set({ applicant: { ...entered.applicant, identityNumber } })}
          />
        )}
        <ApplicantForm
          kind={entered.kind}
          applicant={entered.applicant}
          faultOf={pointer => action.faultOf(`/applicant/${pointer}`)}
          onKind={kind => set({ kind })}
          onApplicant={applicant => set({ applicant })}
        />
        <OnBehalfForm
          value={entered.onBehalf}
          faultOf={pointer => action.faultOf(`/onBehalf/${pointer}`)}
          onValue={onBehalf => set({ onBehalf })}
        />
      </section>
      <ProcedureChoice chosen={procedure} channel={entered.channel} onChosen={choose} />
      {procedure && (
        <>
          <Papers
            procedure={procedure}
            copies={entered.copies}
            uploads={uploads}
            onCopies={copies => set({ copies })}
            kinds={entered.kinds}
            onKinds={kinds => set({ kinds })}
            fault={action.faultOf('/components') ?? action.faultBelow('/components/')}
          />
          <section class="panel stack">
            <h2>{w.returning}</h2>
            <div class="grid">
              <ChoiceField
                label={w.returnBy}
                value={entered.returnBy}
                onValue={value => set({ returnBy: value as EnteredDossier['returnBy'] })}
                options={(['counter', 'electronic', 'post'] as const).map(value => ({
                  value,
                  text: w.returns[value],
                }))}
              />
              {entered.returnBy === 'post' && (
                <TextField
                  label={w.returnAddress}
                  value={entered.returnAddress}
                  onValue={returnAddress => set({ returnAddress })}
                  fault={action.faultOf('/returnAddress')}
                />
              )}
              <ChoiceField
                label={w.channel}
                value={entered.channel}
                onValue={value => set({ channel: value as EnteredDossier['channel'] })}
                options={(['counter', 'post'] as const).map(value => ({ value, text: w.channels[value] }))}
              />
              <ChargeFields charge={chargeChoices(fee)} entered={charge} onEntered={setCharge} />
            </div>
          </section>
          {missing.length > 0 && (
            <div class="ds-alert" data-color="warning">
              <div>
                <p>{w.missing}</p>
                <ul>
                  {missing.map(name => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </div>
            </div>
          )}
          {action.error !== undefined && <Failure error={action.error} brief />}
          {action.error instanceof Refused && action.error.problem.code === 'idempotency-key-reused' && (
            <p>
              {w.arrived}{' '}
              <a class="ds-link" href="/officer/counter/day">
                {w.day}
              </a>
            </p>
          )}
          <div class="row">
            <button
              type="button"
              class="ds-button"
              disabled={action.busy || waits}
              onClick={() => send(true)}
            >
              {w.accept}
            </button>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              disabled={action.busy || waits}
              onClick={() => send(false)}
            >
              {w.record}
            </button>
            {waits && <p role="status">{w.uploading}</p>}
          </div>
        </>
      )}
    </form>
  );
}
