import { useId, type ReactNode } from 'react';
import { StateGlyph } from '../../../components/state-glyph';

export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
  status?: 'error';
}

/** Label above, control, help below; an error takes the place of the help. */
export function Field(props: {
  label: string;
  help?: ReactNode;
  error?: string;
  optional?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const below = props.error ?? props.help;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {props.label}
        {props.optional ? <span className="field-optional">{props.optional}</span> : null}
      </label>
      {props.children({
        id,
        'aria-describedby': below ? `${id}-below` : undefined,
        'aria-invalid': props.error ? true : undefined,
        'aria-required': props.optional ? undefined : true,
        status: props.error ? 'error' : undefined,
      })}
      {props.error ? (
        <p className="field-error" id={`${id}-below`}>
          <StateGlyph state="late" /> {props.error}
        </p>
      ) : props.help ? (
        <p className="field-help" id={`${id}-below`}>
          {props.help}
        </p>
      ) : null}
    </div>
  );
}
