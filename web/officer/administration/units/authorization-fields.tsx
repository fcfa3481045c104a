import type { Officer, SigningForm } from '../../../api/generated.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords } from '../../../wording/language.tsx';
import { type EnteredAuthorization, takesAPlace } from './authorization-order.ts';
import { authorizationWords } from './authorization-words.ts';

const FORMS: readonly SigningForm[] = ['direct', 'TM', 'KT', 'TL', 'TUQ'];

/** The fields of an authorization; which of them there are depends on the form of signing. */
export function AuthorizationFields(props: {
  readonly entered: EnteredAuthorization;
  readonly onEntered: (change: Partial<EnteredAuthorization>) => void;
  readonly officers: readonly Officer[];
  /** Whether the API wants to know why nobody signed before. */
  readonly asksForGap: boolean;
  readonly faultOf: (pointer: string) => string | undefined;
}) {
  const w = useWords(authorizationWords);
  const { entered, onEntered, officers } = props;
  const { form } = entered;
  const options = [
    { value: '', text: w.choose },
    ...officers.map(({ id, name }) => ({ value: id, text: `${name} (${id})` })),
  ];
  const tied = <Member extends keyof EnteredAuthorization>(member: Member) => ({
    value: entered[member],
    onValue: (value: string) => onEntered({ [member]: value }),
    fault: props.faultOf(`/${member}`),
  });
  return (
    <>
      <ChoiceField
        label={w.form}
        options={FORMS.map(value => ({ value, text: w.forms[value] }))}
        {...tied('form')}
      />
      <div class="grid">
        <ChoiceField label={w.signer} hint={w.signerHint} options={options} {...tied('signer')} />
        <TextField label={w.position} hint={w.positionHint} {...tied('position')} />
        {takesAPlace(form) && (
          <ChoiceField
            label={w.onBehalfOf[form]}
            hint={w.onBehalfOfHint}
            options={options}
            {...tied('onBehalfOf')}
          />
        )}
        {form !== 'direct' && <TextField label={w.for(form)} hint={w.forHints[form]} {...tied('for')} />}
      </div>
      <TextField label={w.document} hint={w.documentHint} {...tied('document')} />
      <div class="grid">
        <TextField type="date" label={w.from} hint={w.fromHint} {...tied('from')} />
        <TextField type="date" label={w.to} hint={form === 'TUQ' ? w.toRequired : w.toHint} {...tied('to')} />
      </div>
      {props.asksForGap && <TextField label={w.afterGap} hint={w.afterGapHint} {...tied('afterGap')} />}
    </>
  );
}
