import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Refused } from '../../api/problem.ts';
import { Failure } from '../../parts/failure.tsx';
import { EnteredIsKept } from '../../parts/sign-in-again.ts';
import { useAction } from '../../parts/use-action.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useEnteredBefore, useKeptForm } from '../../parts/use-kept-form.ts';
import { forgetUploads } from '../../upload/kept-uploads.ts';
import { Restored } from '../../upload/restored.tsx';
import { hasFailed, isUnderWay, type LostFile, lostFiles, suppliedBy } from '../../upload/uploads.ts';
import { useUploads } from '../../upload/use-uploads.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { useLeaveWarning } from '../use-leave-warning.ts';
import { ApplicantFields } from './applicant-fields.tsx';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import {
  type Entered,
  emptyFields,
  isTyped,
  nothingEntered,
  numberPointer,
  submissionOf,
} from './entered.ts';
import { PaperFields } from './paper-fields.tsx';
import { ReliefChoice } from './relief-choice.tsx';
import { ReturnChoice } from './return-choice.tsx';
import { Summary } from './summary.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { withReused } from './with-reused.ts';

const words = wording({
  vi: {
    required: 'Hãy điền mục này.',
    notYours: 'Số này không phải của tài khoản đang đăng nhập.',
    check: 'Tiếp tục: kiểm tra lại',
    back: 'Sửa lại',
    submit: 'Nộp hồ sơ',
    submitting: 'Đang nộp…',
    wait: 'Chờ các tệp tải lên xong rồi tiếp tục.',
    failed: 'Có tệp chưa tải lên được: thử lại hoặc bỏ tệp đó.',
    empty: 'Còn mục chưa điền.',
  },
  en: {
    required: 'Please fill this in.',
    notYours: 'This is not the number of the account that has signed in.',
    check: 'Go on: check everything',
    back: 'Change something',
    submit: 'Submit the dossier',
    submitting: 'Submitting …',
    wait: 'Wait until the files are uploaded, then go on.',
    failed: 'A file was not uploaded: try it again or remove it.',
    empty: 'Something is not filled in yet.',
  },
});

/** What is kept over a new sign-in, beside the uploads, which stay by themselves. */
interface Kept {
  readonly entered: Entered;
  readonly lost: readonly LostFile[];
  readonly key: string | undefined;
}

/** The form of a submission: filled in, checked as a whole, sent once. */
export function SubmissionForm(props: {
  readonly procedure: Answer<'getProcedure'>['procedure'];
  readonly onSent: (answer: Answer<'submitDossier'>) => void;
}) {
  const w = useWords(words);
  const { api, me } = useAccount();
  const { procedure } = props;
  const form = useRef<HTMLFormElement>(null);
  const givenName = me.name ?? '';
  const keptAs = `submission ${procedure.code}`;
  const kept = useEnteredBefore<Kept>(keptAs);
  const [entered, setEntered] = useState<Entered>(() => ({
    ...nothingEntered,
    name: givenName,
    ...readDraft(procedure.code),
    ...kept?.entered,
  }));
  const reusable = procedure.components.some(({ fulfilledBy }) => fulfilledBy !== undefined);
  const vault = useAnswer(api, reusable ? 'listVault' : undefined);
  const uploads = useUploads(api, procedure.code);
  const { files } = uploads;
  const [empty, setEmpty] = useState<ReadonlySet<string>>(new Set());
  const [hold, setHold] = useState<'wait' | 'failed' | 'empty'>();
  const [stage, setStage] = useState<'fill' | 'check'>('fill');
  const action = useAction(async key => {
    const components = withReused(suppliedBy(files), entered.reused);
    const about = { procedure: procedure.code, kind: me.kind, components };
    try {
      const answer = await api.get('submitDossier', { body: submissionOf(entered, about), key });
      forgetDraft(procedure.code);
      forgetUploads(procedure.code);
      props.onSent(answer);
    } catch (error) {
      // What is wrong with a field is corrected in it.
      if (error instanceof Refused && error.problem.errors) setStage('fill');
      throw error;
    }
  }, kept?.key);
  const begun = files.length > 0 || isTyped(entered, givenName);
  useLeaveWarning(begun);
  const paperOf = (field: string) => procedure.components.find(({ id }) => id === field)?.name ?? field;
  useKeptForm<Kept>(keptAs, () =>
    begun ? { entered, lost: lostFiles(files, paperOf), key: action.keyBegun() } : undefined,
  );
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-faulty], [aria-invalid="true"]')?.focus();
  }, [empty, action.error]);

  const faultOf = (pointer: string) => {
    if (empty.has(pointer)) return w.required;
    // Who is not the applicant acts on behalf of one, which is not offered here: the number was mistyped.
    const isNumber = pointer === numberPointer(me.kind, entered.organizationKind);
    return isNumber && action.faultOf('/onBehalf') ? w.notYours : action.faultOf(pointer);
  };
  const onEntered = (change: Partial<Entered>) => {
    const now = { ...entered, ...change };
    setEntered(now);
    keepDraft(procedure.code, now);
  };
  function goOn(): void {
    const now = emptyFields(entered, me.kind);
    setEmpty(now);
    const held =
      now.size > 0 ? 'empty' : isUnderWay(files) ? 'wait' : hasFailed(files) ? 'failed' : undefined;
    setHold(held);
    if (!held) setStage('check');
  }
  function changeSomething(): void {
    if (action.busy) return;
    setStage('fill');
    // The button that was pressed goes away.
    form.current?.focus();
  }
  return (
    <form
      ref={form}
      tabIndex={-1}
      class="stack prose"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (stage === 'fill') goOn();
        else void action.run();
      }}
    >
      <EnteredIsKept.Provider value={true}>
        {kept && stage === 'fill' && <Restored lost={kept.lost} />}
        {stage === 'fill' ? (
          <>
            <section class="panel">
              <UnitChoice
                procedure={procedure}
                value={entered.receivingUnit}
                onValue={receivingUnit => onEntered({ receivingUnit })}
                fault={faultOf('/receivingUnit')}
              />
            </section>
            <ApplicantFields entered={entered} onEntered={onEntered} faultOf={faultOf} />
            <PaperFields
              procedure={procedure.code}
              name={entered.name}
              components={procedure.components}
              uploads={uploads}
              vault={vault.body?.items ?? []}
              reused={entered.reused}
              onReused={reused => onEntered({ reused })}
              fault={action.faultOf('/components')}
            />
            <ReturnChoice entered={entered} onEntered={onEntered} faultOf={faultOf} />
            <ReliefChoice
              procedure={procedure.code}
              entered={entered}
              onEntered={onEntered}
              faultOf={faultOf}
            />
          </>
        ) : (
          <Summary procedure={procedure} entered={entered} files={files} />
        )}
        {action.error !== undefined && <Failure error={action.error} />}
      </EnteredIsKept.Provider>
      <p role="status" class={hold ? 'ds-validation-message' : 'hidden'}>
        {hold && w[hold]}
      </p>
      <div class="row">
        <button
          type="submit"
          class="ds-button"
          aria-disabled={action.busy}
          // The second half of a double click on “go on” must not send what nobody has checked.
          onClick={event => event.detail > 1 && event.preventDefault()}
        >
          {stage === 'fill' ? w.check : action.busy ? w.submitting : w.submit}
        </button>
        {stage === 'check' && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={changeSomething}>
            {w.back}
          </button>
        )}
      </div>
    </form>
  );
}
